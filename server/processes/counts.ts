/** Counting requests by name in windows of time, in one place for all processes of a service. */

/** What was counted: how often in the window, and how many milliseconds of it are left. */
export type Counted = { current: number; ttl: number }

/** Counts once more what has this name, in windows of so many milliseconds. */
export type Count = (name: string, windowMs: number) => Promise<Counted>

/** Counts of at most `max` names; of more, those not seen for longest are forgotten. */
export function createCounts(max: number, nowMs: () => number = () => performance.now()): Count {
  const counts = new Map<string, { current: number; startedMs: number }>()
  return async (name, windowMs) => {
    const now = nowMs()
    const known = counts.get(name)
    const count =
      known !== undefined && now - known.startedMs < windowMs ? known : { current: 0, startedMs: now }
    count.current += 1
    // The order of a Map is that of setting: what was seen last stands last.
    counts.delete(name)
    counts.set(name, count)
    const [oldest] = counts.keys()
    if (counts.size > max && oldest !== undefined) counts.delete(oldest)
    return { current: count.current, ttl: windowMs - (now - count.startedMs) }
  }
}
