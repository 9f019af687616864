/** Drafting gives way to searches that want the same cores. */
import { readlinkSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'
import { basename } from 'node:path'

/**
 * Lowers the priority of the thread that calls it, which Linux schedules by itself (sched(7)). On other systems a
 * priority belongs to a whole process: there nothing happens.
 */
export function lowerPriorityOfThread(): void {
  if (process.platform !== 'linux') return
  const thread = Number(basename(readlinkSync('/proc/thread-self')))
  const lower = constants.priority.PRIORITY_BELOW_NORMAL
  // Where the process has a lower one already: only root may raise it.
  if (getPriority(thread) < lower) setPriority(thread, lower)
}
