/**
 * A plan → candidates. The plan estimates how many passages its filters find; the engine says how many there are, and
 * where the two are far apart, the next look is planned with what the last one has taught.
 */

import { ask, type Reader } from '../../engine/ask.ts'
import { and } from '../../engine/filter.ts'
import type { Plan } from '../../engine/plan.ts'
import { type Candidate, candidates } from '../../engine/search.ts'

/** Passages to look at, and passages taken of a filter: enough for the first pages, ranked in a moment. */
const FIRST = { wanted: 120, limit: 200 }
/**
 * The same where the first look has shown too few matches: words keep away from each other, or filters thin them out,
 * nobody knows how far. Each is a net wider than the one before.
 */
const WIDER = [
  { wanted: 500, limit: 120 },
  { wanted: 3_000, limit: 120 },
]

/** What a look has shown. */
export type Seen = {
  candidates: Candidate[]
  /** Looks again, for more. */
  more: () => Promise<Candidate[]>
}

/**
 * Looks at the passages that a plan promises.
 *
 * @param scope on passages: what they must fulfill besides
 */
export async function look(plan: Plan, scope: string, reader: Reader): Promise<Seen> {
  const read = async (parts: readonly { wanted: number; limit: number }[]): Promise<Glance> => {
    const looks = parts.flatMap(({ wanted, limit }) => plan(wanted).map((part) => ({ ...part, limit })))
    const { found } = await ask(reader, {
      found: looks.map(({ filter, limit }) => candidates(reader.indexes, and([filter, scope]), limit)),
    })
    return {
      passages: found.flatMap(({ passages }) => passages),
      total: found[0]?.total ?? 0,
      expected: looks[0]?.expected ?? 0,
    }
  }
  const first = await read([FIRST])
  const more = async () => (await read(WIDER)).passages
  if (first.total <= FIRST.limit) return { candidates: first.passages, more }
  // Words that are drawn to each other: what was taken is an arbitrary part of what was found.
  const wanted = (first.expected * FIRST.wanted) / first.total
  const narrower = await read([{ ...FIRST, wanted }])
  return { candidates: [...first.passages, ...narrower.passages], more }
}

/** What was taken, with how many passages the narrowest filter finds, and how many it should have found. */
type Glance = { passages: Candidate[]; total: number; expected: number }
