/**
 * The note that the process which runs the engine leaves in the data directory, so that others can find the engine
 * while it runs. It holds no key, and it locks nothing: that a note is there means nothing until its processes have
 * been looked at.
 */
import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { dataDirError, dataPaths, errorCode } from './data-dir.ts'
import { isRunning, type ProcessIdentity } from './process-identity.ts'

/** What a process opens the engine for. */
export interface Role {
  /** A `service` lives on, so others use its engine; a `command` ends by itself, so others wait for it. */
  readonly kind: 'service' | 'command'
  /** What people know it by, such as `bifora index`. */
  readonly name: string
}

/** Where an engine is and who runs it. */
export interface EngineNote extends Role {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly engine: ProcessIdentity
  /** The process that started it. */
  readonly holder: ProcessIdentity
  /** The machine whose processes these are. */
  readonly host: string
}

/** Writes the note in one step, readable by the owner only (mode 0600). */
export async function writeNote(dataDir: string, note: EngineNote): Promise<void> {
  const file = dataPaths(dataDir).note
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await writeFile(draft, JSON.stringify(note), { flag: 'wx', mode: 0o600 })
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * Reads the note if the process that wrote it still runs on this machine. Undefined also where the file is missing,
 * damaged, or of another form than this version writes: then nothing is known, and the lock decides.
 *
 * @throws EngineError DATA_DIR_UNUSABLE where it cannot be read.
 */
export async function readLiveNote(dataDir: string): Promise<EngineNote | undefined> {
  const note = await readNote(dataPaths(dataDir).note)
  return note?.host === hostname() && (await isRunning(note.holder)) ? note : undefined
}

/** Removes the note if `holder` wrote it. */
export async function removeNote(dataDir: string, holder: ProcessIdentity): Promise<void> {
  const file = dataPaths(dataDir).note
  const note = await readNote(file)
  if (note !== undefined && isSame(note.holder, holder)) await rm(file, { force: true })
}

/** Whether two descriptions are of one process. */
export function isSame(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.pid === other.pid && one.started === other.started
}

async function readNote(file: string): Promise<EngineNote | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(file, 'utf8'))
    return isNote(note) ? note : undefined
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw dataDirError(dirname(file), error)
  }
}

function isNote(value: unknown): value is EngineNote {
  const { url, engine, holder, host, kind, name } = (value ?? {}) as Partial<
    Record<keyof EngineNote, unknown>
  >
  return (
    typeof url === 'string' &&
    /^http:\/\/127\.0\.0\.1:[1-9]\d{0,4}$/.test(url) &&
    isIdentity(engine) &&
    isIdentity(holder) &&
    typeof host === 'string' &&
    (kind === 'service' || kind === 'command') &&
    typeof name === 'string' &&
    // It is shown on terminals.
    /^[ -~]{1,80}$/.test(name)
  )
}

function isIdentity(value: unknown): value is ProcessIdentity {
  const { pid, started } = (value ?? {}) as Partial<Record<keyof ProcessIdentity, unknown>>
  return Number.isInteger(pid) && Number(pid) > 0 && typeof started === 'string'
}
