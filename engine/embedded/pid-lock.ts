/**
 * One engine a data directory where util-linux is missing (macOS, Alpine Linux): a file names who uses it.
 * Weaker than kernel-lock.ts: a file outlives its owner, so an owner must be judged dead or alive, an engine
 * that survives a killed owner runs on until the next start ends it, and the two kinds of lock know nothing
 * of each other.
 */
import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { EngineError } from '../errors.ts'
import { errorCode } from './data-dir.ts'
import { identify, isRunning, type LockOwner, type ProcessIdentity } from './process-identity.ts'

/** A lock that this process holds. */
export interface PidLock {
  /** Writes down which process is the engine, so that the next owner can end it should this one be killed. */
  nameEngine(pid: number): Promise<void>
  /** Gives the lock up. */
  release(): Promise<void>
}

interface Holder {
  readonly host: string
  readonly owner: ProcessIdentity
  readonly engine?: ProcessIdentity
}

/**
 * Takes the lock `file`, also from an owner that is gone; an engine left behind by it is killed first. Where
 * another process holds the lock, its owner is returned instead.
 * @throws EngineError DATA_DIR_IN_USE where a take-over by another process is under way or was broken off.
 */
export async function takePidLock(file: string): Promise<{ lock: PidLock } | { heldBy: LockOwner }> {
  const own: Holder = { host: hostname(), owner: await identify(process.pid) }
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`
  const writeDraft = (holder: Holder) => writeFile(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
  try {
    await writeDraft(own)
    const holder = (await linkNew(draft, file)) ? undefined : await takeOver(draft, file)
    if (holder !== undefined) return { heldBy: { pid: holder.owner.pid, host: holder.host } }
  } finally {
    await rm(draft, { force: true })
  }
  const lock: PidLock = {
    async nameEngine(pid) {
      await writeDraft({ ...own, engine: await identify(pid) })
      await rename(draft, file)
    },
    release: () => rm(file, { force: true }),
  }
  return { lock }
}

/** Puts `draft` in the place of a lock whose owner is gone. Returns the owner where it is not. */
async function takeOver(draft: string, file: string): Promise<Holder | undefined> {
  const holder = await readHolder(file)
  if (typeof holder === 'object' && (await holds(holder))) return holder
  // Two that found the same lock abandoned must not both remove it: one would remove the other's new lock.
  const mark = `${file}.takeover`
  if (!(await linkNew(draft, mark))) throw takeOverUnderWay(mark)
  try {
    const abandoned = await readHolder(file)
    if (typeof abandoned === 'object') {
      if (await holds(abandoned)) return abandoned
      if (abandoned.engine !== undefined) await end(abandoned.engine)
    }
    if (abandoned !== 'missing') await rm(file)
    if (!(await linkNew(draft, file))) throw takeOverUnderWay(file)
    return undefined
  } finally {
    await rm(mark, { force: true })
  }
}

async function readHolder(file: string): Promise<Holder | 'missing' | 'unreadable'> {
  try {
    const holder: Holder = JSON.parse(await readFile(file, 'utf8'))
    return Number.isInteger(holder?.owner?.pid) ? holder : 'unreadable'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'missing'
    if (error instanceof SyntaxError) return 'unreadable'
    throw error
  }
}

/** Whether a holder still uses the directory. One on another host cannot be judged, and counts as alive. */
async function holds(holder: Holder): Promise<boolean> {
  return holder.host !== hostname() || (await isRunning(holder.owner))
}

async function end(engine: ProcessIdentity): Promise<void> {
  for (let attempt = 0; await isRunning(engine); attempt++) {
    // Without a start time, the pid may be anybody's by now.
    if (attempt === 250 || engine.started === '') {
      throw new EngineError(
        'DATA_DIR_IN_USE',
        `A search engine left behind by another Bifora (process ${engine.pid}) may still run. End it first.`,
      )
    }
    try {
      process.kill(engine.pid, 'SIGKILL')
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error
    }
    await delay(20)
  }
}

/** Gives `draft` a second name in one step, only if that name is free. */
async function linkNew(draft: string, name: string): Promise<boolean> {
  try {
    await link(draft, name)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function takeOverUnderWay(file: string): EngineError {
  return new EngineError(
    'DATA_DIR_IN_USE',
    'Another Bifora is just starting on the same data directory. ' +
      `If none is, remove the file ${file} and start again.`,
  )
}
