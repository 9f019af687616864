/** Waiting until a change is searched. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Live } from './live.ts'

/** Statistics of a change are there a moment after its documents; searches find these before, too. */
const MAX_TILL_SEEN_MS = 5_000
const LOOK_EVERY_MS = 10

/** Waits until this process searches what the change `number` has done; five seconds at most. */
export async function untilSeen(live: Live, number: number): Promise<void> {
  const endMs = performance.now() + MAX_TILL_SEEN_MS
  while ((await live.current()).seen < number && performance.now() < endMs) {
    await live.refresh()
    if ((await live.current()).seen < number) await sleep(LOOK_EVERY_MS)
  }
}
