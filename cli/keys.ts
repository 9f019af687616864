/** `bifora keys …`: make, list and remove the keys of the service. */
import type { Command } from 'commander'
import { prepareDataDir } from '../engine/embedded/data-dir.ts'
import { changeKeys, readKeys } from '../server/access/key-file.ts'
import { createKey, findKey, type StoredKey } from '../server/access/keys.ts'
import { SCOPES, type Scope } from '../server/access/scopes.ts'
import { ConfigError } from './config.ts'
import { EXIT } from './exit.ts'
import { readExpiry } from './expiry.ts'

/** What the commands need of the program around them. */
export type KeysContext = {
  /** The data directory, asked for when a command runs. */
  dataDir: () => string
  stdout: { write: (text: string) => unknown }
  /** The time. Default: now. */
  now?: () => Date
  /** Takes the exit code of a command that ran. */
  onDone: (exitCode: number) => void
}

type AddFlags = { label: string; scope: string; expires?: string; json?: boolean }

/** Adds the command `keys` and its own commands to a program. */
export function addKeysCommand(program: Command, context: KeysContext): void {
  const keys = program
    .command('keys')
    .description('make, list and remove keys of the service; a running one follows at once')
  keys
    .command('add')
    .description('make a key and print it: it is shown this once')
    .requiredOption('--label <label>', 'who or what it is for')
    .option(
      '--scope <scopes>',
      `${SCOPES.join(', ')}, separated by commas; each allows those before it`,
      'search',
    )
    .option('--expires <when>', 'after 12h, 30d or 1y, or at the end of a day: 2027-01-31; default: never')
    .option('--json', 'print it as JSON')
    .action(async (flags: AddFlags) => context.onDone(await add(flags, context)))
  keys
    .command('list')
    .description('the keys that there are, without their secrets')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: boolean }) => context.onDone(await list(context, json ?? false)))
  keys
    .command('remove')
    .description('remove a key; it stops working within a second')
    .argument('<key>', 'its id or label, as in list')
    .action(async (idOrLabel: string) => context.onDone(await remove(idOrLabel, context)))
}

async function add(
  { label, scope, expires, json }: AddFlags,
  { dataDir, stdout, now = () => new Date() }: KeysContext,
): Promise<number> {
  const made = now()
  const wish = {
    label,
    scopes: readScopes(scope),
    expiresAt: expires === undefined ? null : readExpiry(expires, made),
  }
  const directory = await prepareDataDir(dataDir())
  const { key, secret } = await changeKeys(directory, (keys) => {
    const result = createKey(wish, keys, made)
    return { keys: [...keys, result.key], result }
  })
  if (json) stdout.write(`${JSON.stringify({ ...shown(key), key: secret })}\n`)
  else {
    stdout.write(`${secret}\n\n`)
    stdout.write(
      `This is the key "${key.label}" (${key.id}) for ${key.scopes.join(', ')}, good ${key.expiresAt === null ? 'until it is removed' : `until ${key.expiresAt}`}. It is shown only now: keep it. Send it as Authorization: Bearer <key>, or set BIFORA_KEY.\n`,
    )
  }
  return EXIT.done
}

async function list(
  { dataDir, stdout, now = () => new Date() }: KeysContext,
  asJson: boolean,
): Promise<number> {
  const keys = await readKeys(dataDir())
  if (asJson) stdout.write(`${JSON.stringify({ keys: keys.map(shown) })}\n`)
  else if (keys.length === 0) {
    stdout.write('There are no keys. Make one: bifora keys add --label <label> --scope index\n')
  } else {
    const rows = keys.map((key) => row(key, now().toISOString()))
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
    for (const cells of rows) {
      stdout.write(
        `${cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
      )
    }
  }
  return EXIT.done
}

async function remove(idOrLabel: string, { dataDir, stdout }: KeysContext): Promise<number> {
  const directory = dataDir()
  // Without this, one that is not there would be looked for under a lock, in a folder that may not be there either.
  findKey(await readKeys(directory), idOrLabel)
  const removed = await changeKeys(directory, (keys) => {
    const result = findKey(keys, idOrLabel)
    return { keys: keys.filter((key) => key !== result), result }
  })
  stdout.write(`Removed the key "${removed.label}" (${removed.id}).\n`)
  return EXIT.done
}

function readScopes(value: string): Scope[] {
  return value.split(',').map((given) => {
    const scope = SCOPES.find((one) => one === given.trim())
    if (scope !== undefined) return scope
    throw new ConfigError(`--scope is "${value}", but must be of: ${SCOPES.join(', ')}, separated by commas.`)
  })
}

/** All but the hash: nobody needs it, and it is what a key is told by. */
function shown({ sha256: _, ...key }: StoredKey): Omit<StoredKey, 'sha256'> {
  return key
}

function row({ id, label, scopes, expiresAt, lastUsedAt }: StoredKey, now: string): string[] {
  const end = expiresAt === null ? '' : `${expiresAt <= now ? 'expired' : 'expires'} ${minuteOf(expiresAt)}`
  return [
    id,
    label,
    scopes.join(','),
    lastUsedAt === null ? 'never used' : `used ${minuteOf(lastUsedAt)}`,
    end,
  ]
}

/** A time to the minute: `2027-01-31 12:00Z`. */
function minuteOf(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')}Z`
}
