/**
 * Searches go before indexing: the threads of the engine that index give way to those that answer, where both want the
 * same cores. Linux schedules threads singly, and lets anybody lower the priority of their own (sched(7)).
 */
import { readdir, readFile } from 'node:fs/promises'
import { getPriority, setPriority } from 'node:os'
import type { Logger } from '../logger.ts'

/** What the engine calls its threads that index, and the one that starts more of them; cut after 15 characters. */
const INDEXING = /^(indexing-thread|scheduler)/
/** Beside a busy search, such a thread still gets a quarter of a core. */
const NICENESS = 5

/** Lowers the priority of the indexing of an engine that has just started. On other systems than Linux all stay equal. */
export async function putSearchesFirst(pid: number, logger: Logger): Promise<void> {
  if (process.platform !== 'linux') return
  const tasks = `/proc/${pid}/task`
  try {
    for (const thread of await readdir(tasks)) {
      const name = await readFile(`${tasks}/${thread}/comm`, 'utf8')
      // Only root may raise it.
      const isMeant = INDEXING.test(name) && getPriority(Number(thread)) < NICENESS
      if (isMeant) setPriority(Number(thread), NICENESS)
    }
  } catch (err) {
    // The engine may have ended meanwhile, which its supervisor sees; or the system hides its threads.
    logger.debug({ err }, 'the priority of indexing could not be lowered')
  }
}
