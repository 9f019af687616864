/**
 * A plan → candidates. The plan estimates how many passages its filters find; the engine says how many there are, and
 * where the two are far apart, the next look is planned with what the last one has taught.
 */
import { ask, type Reader } from '../../engine/ask.ts'
import { and } from '../../engine/filter.ts'
import type { Part, Plan } from '../../engine/plan.ts'
import { type Candidate, type Candidates, candidates } from '../../engine/search.ts'

/** Passages to look at, and passages taken of a filter: enough for the first pages, ranked in a moment. */
const FIRST: Net = { wanted: 64, limit: 200 }
/**
 * The same where the first look has shown too few matches: words keep away from each other, or filters thin them out,
 * nobody knows how far. Each is a net wider than the one before.
 */
const WIDER: Net[] = [
  { wanted: 500, limit: 120 },
  { wanted: 3_000, limit: 120 },
]
/** Passages taken of a crowd of equals, any of which will do. */
const CROWD_LIMIT = 50

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
  const read = async (looks: readonly Look[]): Promise<Candidates[]> => {
    const { found } = await ask(reader, {
      found: looks.map(({ filter, limit }) => candidates(reader.indexes, and([filter, scope]), limit)),
    })
    return found
  }
  const passagesOf = (found: readonly Candidates[]) => found.flatMap(({ passages }) => passages)
  const looksFor = ({ wanted, limit }: Net): Look[] =>
    plan(wanted).map((part, index) => ({
      ...part,
      limit: index === 0 ? limit : Math.min(limit, CROWD_LIMIT),
    }))

  const first = looksFor(FIRST)
  const found = await read(first)
  const more = async () => passagesOf(await read(WIDER.flatMap(looksFor)))
  const { expected = 0, filter } = first[0] ?? {}
  const total = found[0]?.total ?? 0
  if (total <= FIRST.limit) return { candidates: passagesOf(found), more }
  // Words that are drawn to each other: what was taken is an arbitrary part of what was found.
  const narrower = looksFor({ ...FIRST, wanted: (expected * FIRST.wanted) / total })
  const isNarrower = narrower[0]?.filter !== filter
  return { candidates: [...passagesOf(found), ...(isNarrower ? passagesOf(await read(narrower)) : [])], more }
}

/** How many passages to look for, and how many to take of a filter. */
type Net = { wanted: number; limit: number }
type Look = Part & { limit: number }
