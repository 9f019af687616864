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
/** The same where the first look has shown too few matches: their words keep away from each other. */
const WIDER: Net = { wanted: 600, limit: 300 }
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
  const { expected = 0, filter } = first[0] ?? {}
  const total = found[0]?.total ?? 0
  // Filters thin out what is expected of all passages. Half of what may be taken leaves room for a wrong guess.
  const thinning = expected / (total + 1)
  const wider = { ...WIDER, wanted: Math.max(WIDER.wanted, (WIDER.limit / 2) * thinning) }
  const more = async () => passagesOf(await read(looksFor(wider)))
  if (total <= FIRST.limit) return { candidates: passagesOf(found), more }
  // Words that are drawn to each other: what was taken is an arbitrary part of what was found.
  const narrower = looksFor({ ...FIRST, wanted: (expected * FIRST.wanted) / total })
  const isNarrower = narrower[0]?.filter !== filter
  return { candidates: [...passagesOf(found), ...(isNarrower ? passagesOf(await read(narrower)) : [])], more }
}

/** How many passages to look for, and how many to take of a filter. */
type Net = { wanted: number; limit: number }
type Look = Part & { limit: number }
