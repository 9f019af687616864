/**
 * A plan → passages that may rank first. The plan estimates how many passages its filters find; the engine says how
 * many there are, and where the two are far apart, the next filters are planned with what the last ones have taught.
 */
import { and } from '../../../engine/filters.ts'
import type { Plan } from '../../../engine/plan.ts'
import { ask, type Candidate, type Candidates, candidates, type IndexReader } from '../../../engine/search.ts'

/** How many passages to plan for, above which score if not all, and how many to take of a filter at most. */
type Net = { wanted: number; above?: number; limit: number }

/** Enough for the first pages, ranked in a moment. */
const FIRST: Net = { wanted: 40, limit: 200 }
/** Where the first have shown too few matches: their words keep away from each other. */
const WIDER: Net = { wanted: 600, limit: 300 }
/** Passages taken of a crowd of equals, any of which will do. */
const CROWD_LIMIT = 50

/** Passages that may rank first. */
export type FoundCandidates = {
  candidates: Candidate[]
  /** Searches further, for those that rank behind. */
  more: () => Promise<Candidate[]>
}

/**
 * Finds the passages that a plan promises.
 *
 * @param scope on passages: what they must fulfill besides
 */
export async function findCandidates(
  plan: Plan,
  scope: string,
  reader: IndexReader,
): Promise<FoundCandidates> {
  const read = async ({ wanted, above, limit }: Net): Promise<Candidates[]> => {
    const { found } = await ask(reader, {
      found: plan(wanted, above).map(({ filter }, index) =>
        candidates(reader.indexes, and([filter, scope]), index === 0 ? limit : Math.min(limit, CROWD_LIMIT)),
      ),
    })
    return found
  }
  const passagesOf = (found: readonly Candidates[]) => found.flatMap(({ passages }) => passages)

  const [first] = plan(FIRST.wanted)
  if (first === undefined) return { candidates: [], more: async () => [] }
  const found = await read(FIRST)
  const total = found[0]?.total ?? 0
  // Filters of the request thin out what is expected of all passages. Half of what may be taken leaves room for a wrong
  // guess.
  const thinning = first.expected / (total + 1)
  const wider = { ...WIDER, wanted: Math.max(WIDER.wanted, (WIDER.limit / 2) * thinning) }
  const more = async () => passagesOf(await read(wider))
  if (total <= FIRST.limit) return { candidates: passagesOf(found), more }
  // Words that are drawn to each other: what was taken is an arbitrary part of what was found.
  const narrower = { ...FIRST, wanted: (first.expected * FIRST.wanted) / total, above: first.score }
  return { candidates: [...passagesOf(found), ...passagesOf(await read(narrower))], more }
}
