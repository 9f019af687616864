/**
 * Processor time of the servers that are measured: the processes that this one has started. It says what a request
 * costs even where other programs make everybody wait. Read from /proc, so on Linux only.
 */
import { readFileSync } from 'node:fs'

/** Linux counts processor time for others in hundredths of a second, on every machine. */
const TICK_MS = 10

/** Processor time of all processes below this one since they started, in ms; `undefined` where it is not known. */
export function readServersCpuMs(): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return childrenOf(process.pid).reduce((sum, pid) => sum + cpuMsOf(pid), 0)
  } catch {
    // A kernel without lists of children, or a process that went while it was looked at: both mean not known.
    return undefined
  }
}

/** All processes below this one. */
export function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
  return children.flatMap((child) => [child, ...childrenOf(child)])
}

/** Processor time of a process since it started, in ms. */
export function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of a program, in parentheses, may hold anything: fields are counted from behind it (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number)
  return (user + system) * TICK_MS
}
