/**
 * Tells processes apart: of this machine also when a pid has been given away again, of other machines by
 * host.
 */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { errorCode } from './data-dir.ts'

/** Who uses a data directory. */
export interface LockOwner {
  readonly pid: number
  readonly host: string
}

/** A process of this machine, told apart from a later one with the same pid by when it started. */
export interface ProcessIdentity {
  readonly pid: number
  /** Comparable with its like only; empty where the system does not tell. */
  readonly started: string
}

/** Names an owner in a sentence: its pid, and its host where that is another one. */
export function nameOwner(owner: LockOwner): string {
  return `process ${owner.pid}${owner.host === hostname() ? '' : ` on ${owner.host}`}`
}

/** Describes the process that has this pid now. */
export async function identify(pid: number): Promise<ProcessIdentity> {
  return { pid, started: (await readStat(pid))?.started ?? (await startFromPs(pid)) ?? '' }
}

/** Whether any process has this pid, be it another user's. One that only waits to be reaped is none. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
  return (await readStat(pid))?.state !== 'Z'
}

/**
 * Whether this very process still runs. Where the system tells no start time, any process with its pid
 * counts.
 */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  if (!(await isAlive(identity.pid))) return false
  const { started } = await identify(identity.pid)
  return started === '' || identity.started === '' || started === identity.started
}

/**
 * Fields 3 and 22 of /proc/<pid>/stat (proc(5)), counted behind the name of the program, which may hold
 * spaces.
 */
async function readStat(
  pid: number,
): Promise<{ state: string | undefined; started: string | undefined } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields && { state: fields[0], started: fields[19] }
}

async function startFromPs(pid: number): Promise<string | undefined> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C' }
  const found = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], { env }).catch(
    () => undefined,
  )
  return found?.stdout.trim()
}
