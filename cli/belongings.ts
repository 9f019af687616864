/**
 * What a backup has of a data directory beside the index: lexicons, and keys as they are stored, which is without a
 * secret. In pieces, out of the files and back into them.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { appendFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Value } from 'typebox/value'
import { prepareDataDir } from '../engine/embedded/data-dir.ts'
import { changeKeys, readKeys } from '../server/access/key-file.ts'
import { StoredKey } from '../server/access/keys.ts'
import { ConfigError } from './config.ts'
import { INDEX_NAME, lexiconDir, lexiconPath, storedLexicons } from './lexicon/files.ts'
import { whileLocked } from './lock.ts'

/** A piece of a lexicon file, byte for byte; those of one file follow each other. */
type LexiconPiece = { name: string; base64: string }

const PIECE_BYTES = 48 * 1024

/** The lexicons of a data directory, piece by piece. */
export async function* lexiconPieces(dataDir: string): AsyncGenerator<LexiconPiece> {
  for (const { name, path } of storedLexicons(dataDir)) {
    // One that is empty is a file, too.
    yield { name, base64: '' }
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
      yield { name, base64: (piece as Buffer).toString('base64') }
    }
  }
}

/** The keys of a data directory. */
export async function* keyValues(dataDir: string): AsyncGenerator<StoredKey> {
  yield* await readKeys(dataDir)
}

/** What was restored beside the index. */
export type RestoredBelongings = {
  /** Lexicons that came or were replaced, by name. */
  lexicons: string[]
  /** Keys that came. */
  keys: number
  /** Keys of the backup that did not, because there are others here. */
  keysLeftOut: number
}

/** What a backup has beside the index, on its way into a data directory. */
export type Belongings = {
  /** Takes a value as it stands in a backup. */
  add: (section: 'lexicon' | 'key', value: unknown) => Promise<void>
  /** Lexicons that are there and have something else in them, but for what is learned without being asked. */
  differing: () => Promise<string[]>
  /** Puts everything where it belongs. */
  restore: () => Promise<RestoredBelongings>
  /** Removes what was put aside. */
  close: () => Promise<void>
}

/**
 * Puts aside what a backup has beside the index, in a folder of its own in the data directory, until it is restored. A
 * key that is not there any more was removed, and does not come back: keys are only restored where there is none.
 *
 * @param file how the backup is called for people
 */
export async function openBelongings(dataDir: string, file: string): Promise<Belongings> {
  const folder = await mkdtemp(join(await prepareDataDir(dataDir), 'restoring-'))
  const lexicons = new Map<string, string>()
  const keys: StoredKey[] = []
  const wrong = (what: string): ConfigError =>
    new ConfigError(`${file} has ${what} that cannot be one. Nothing was restored.`)

  return {
    add: async (section, value) => {
      if (section === 'key') {
        if (!Value.Check(StoredKey, value)) throw wrong('a key')
        keys.push(value)
        return
      }
      if (!isPiece(value)) throw wrong('a lexicon')
      const aside = lexicons.get(value.name) ?? join(folder, String(lexicons.size))
      lexicons.set(value.name, aside)
      await appendFile(aside, Buffer.from(value.base64, 'base64'), { mode: 0o600 })
    },
    differing: async () => {
      const there = new Map(storedLexicons(dataDir).map(({ name, path }) => [name, path]))
      const differing: string[] = []
      for (const [name, aside] of lexicons) {
        const path = there.get(name)
        if (path === undefined || name === INDEX_NAME) continue
        if ((await hashOf(path)) !== (await hashOf(aside))) differing.push(name)
      }
      return differing
    },
    restore: async () => {
      // The index has been restored: what belongs to it comes, too, whatever is asked meanwhile.
      await whileLocked(dataDir, new AbortController().signal, async () => {
        await mkdir(lexiconDir(dataDir), { recursive: true })
        for (const [name, aside] of lexicons) await rename(aside, lexiconPath(dataDir, name))
      })
      if (keys.length === 0) return { lexicons: [...lexicons.keys()].sort(), keys: 0, keysLeftOut: 0 }
      const restored = await changeKeys(dataDir, (present) => {
        const known = new Set(present.map(({ id }) => id))
        return present.length === 0
          ? { keys, result: { keys: keys.length, keysLeftOut: 0 } }
          : {
              keys: present,
              result: { keys: 0, keysLeftOut: keys.filter(({ id }) => !known.has(id)).length },
            }
      })
      return { lexicons: [...lexicons.keys()].sort(), ...restored }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Names come from a file that may be anybody's, and become names of files. */
function isPiece(value: unknown): value is LexiconPiece {
  if (typeof value !== 'object' || value === null) return false
  const { name, base64 } = value as Record<string, unknown>
  return typeof name === 'string' && /^(?!\.)[^/\\\p{Cc}]{1,200}$/u.test(name) && typeof base64 === 'string'
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
