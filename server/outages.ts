/** Failures of the same kind that follow each other are one outage, told in full once and then in a line each. */
import type { ProblemKind } from './problem-kinds.ts'

/** Failures that are further apart are two outages. */
const MAX_GAP_MS = 30_000

/** Says of each failure whether it is the first of its outage. */
export type Outages = (kind: ProblemKind) => boolean

/** Nothing has failed yet. */
export function createOutages(nowMs: () => number = () => performance.now()): Outages {
  const lastMs = new Map<ProblemKind, number>()
  return (kind) => {
    const now = nowMs()
    const isFirst = now - (lastMs.get(kind) ?? Number.NEGATIVE_INFINITY) > MAX_GAP_MS
    lastMs.set(kind, now)
    return isFirst
  }
}
