/**
 * Groups → what matches, and the best of it ranked.
 *
 * Counts and candidates are asked for side by side. What candidates do not show is asked for only where it matters:
 * a document whose words stand in different passages matches too, and may have no passage among the best. The plan
 * estimates how many passages its filters find; the engine says how many there are, and where the two are far apart,
 * the next look is planned with what the last one has taught.
 */
import { and, isIn, not, or, passageHas } from '../../../engine/filters.ts'
import { type Part, type Plan, planCandidates } from '../../../engine/plan.ts'
import {
  ask,
  type Candidate,
  type Candidates,
  candidates,
  type IndexReader,
  type Matches,
  matches,
} from '../../../engine/search.ts'
import { rank } from '../../../ranking/score.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { QueryGroup } from '../understanding/readings.ts'
import { everything, type Rung } from './match.ts'
import { groupByDocument, type RankedDocument } from './page.ts'

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
export async function look(plan: Plan, scope: string, reader: IndexReader): Promise<Seen> {
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

/**
 * Groups → what matches, and the best of it ranked.
 *
 * Counts and candidates are asked for side by side. What candidates do not show is asked for only where it matters:
 * a document whose words stand in different passages matches too, and may have no passage among the best.
 */

/** A first page: with fewer matches, not every word of the query is insisted on. */
const ENOUGH_MATCHES = 20
/** Of the expressions, strictest first, one of so many is chosen as a rule; the others are counted if it must be. */
const LIKELY_CHOICES = 3
/** Facets are counted at once with so many: they are asked for anew where another one is chosen. */
const LIKELIEST_CHOICES = 2
/** With no more matches than this every one of them can be ranked; with more, those that candidates show. */
const FEW_MATCHES = 100
/** Passages looked at of documents that no candidate shows, all together. */
const MAX_PASSAGES_READ = 400

/** What to retrieve. */
export type Retrieval = {
  /** What may count as a match, strictest first, and what a document must fulfill for it. */
  possible: readonly { rung: Rung; expression: string }[]
  /** All groups that rank. Without any, matches are counted and nothing is ranked. */
  groups: readonly QueryGroup[]
  /** Languages of the passages that are searched. */
  langs: readonly string[]
  /** Languages that the query may be in. */
  own: readonly string[]
  /** On passages. */
  scope: string
  /** Whether a passage is to be looked at, for what no filter says. */
  accepts: (candidate: Candidate) => boolean
  /** Whether a document that has the groups of a rung may still not match. */
  isRestricted: boolean
  /** Fields whose values are counted over all matches. */
  facets: readonly string[]
}

/** What was found. */
export type Retrieved = {
  rung: Rung
  /** What a document must fulfill to match. */
  expression: string
  total: number
  /** Counts of the facets asked for; absent if they are not known yet. */
  facets?: Matches['facets']
  /** Documents seen that may match, best first. */
  ranked: RankedDocument[]
  /** Ids of those of them that are known to. */
  proven: ReadonlySet<string>
  /**
   * Looks further, for matches that rank behind those seen: all of them, if few match.
   *
   * @param known ids of all of `ranked` that match
   */
  further: (known: readonly string[]) => Promise<RankedDocument[]>
}

/** Retrieves within one generation, in one round of requests. */
export async function retrieve(
  { possible, groups, langs, own, scope, accepts, isRestricted, facets }: Retrieval,
  statistics: Statistics,
  reader: IndexReader,
): Promise<Retrieved> {
  const [counts, seen] = await Promise.all([
    countStrictest(possible, facets, reader),
    look(planCandidates(groups, langs, statistics), scope, reader),
  ])
  const index = strictest(counts)
  const { rung, expression } = possible[index] ?? { rung: everything, expression: '' }
  const { total } = counts[index] ?? { total: 0 }
  const rankAll = (found: readonly Candidate[]): RankedDocument[] => {
    const byId = new Map(found.map((candidate) => [candidate.id, candidate]))
    return groupByDocument(rank([...byId.values()].filter(accepts), groups, own, statistics))
  }
  const seenToMatch = (documents: readonly RankedDocument[]): string[] =>
    isRestricted
      ? []
      : documents
          .filter(({ passages }) =>
            rung.isMetBy(groups.map((_, index) => passages.some(({ groups }) => groups[index] === true))),
          )
          .map(({ id }) => id)
  const ranked = rankAll(seen.candidates)
  return {
    rung,
    expression,
    total,
    ...(index < LIKELIEST_CHOICES ? { facets: counts[index]?.facets ?? {} } : {}),
    ranked,
    proven: new Set(seenToMatch(ranked)),
    further: async (known) => {
      if (total <= FEW_MATCHES) {
        const others = await otherMatches(expression, known, groups, statistics, reader)
        return rankAll(others.candidates).filter(({ id }) => others.ids.includes(id))
      }
      const seenIds = new Set(ranked.map(({ id }) => id))
      const more = rankAll(await seen.more()).filter(({ id }) => !seenIds.has(id))
      const matching = await matchingAmong(more, seenToMatch(more), expression, reader)
      return more.filter(({ id }) => matching.has(id))
    },
  }
}

/**
 * Counts what the expressions find, strictest first, as far as one of them is sure to be chosen.
 *
 * @param facets counted with the strictest of them, which are the likeliest to be chosen
 */
async function countStrictest(
  possible: Retrieval['possible'],
  facets: readonly string[],
  reader: IndexReader,
): Promise<Matches[]> {
  const asks = possible.map(({ expression }, index) =>
    matches(reader.indexes, expression, index < LIKELIEST_CHOICES ? { facets } : {}),
  )
  // The last, any word at all, finds most and takes longest.
  const first = Math.max(1, Math.min(LIKELY_CHOICES, asks.length - 1))
  const { likely } = await ask(reader, { likely: asks.slice(0, first) })
  if (likely.some(({ total }) => total >= ENOUGH_MATCHES)) return likely
  const { others } = await ask(reader, { others: asks.slice(first) })
  return [...likely, ...others]
}

/** Which of some documents match: those that are proven, and those of the others that the engine says do. */
export async function matchingAmong(
  documents: readonly RankedDocument[],
  proven: Iterable<string>,
  expression: string,
  reader: IndexReader,
): Promise<Set<string>> {
  const matching = new Set(proven)
  const unproven = documents.map(({ id }) => id).filter((id) => !matching.has(id))
  if (unproven.length === 0) return matching
  const { checked } = await ask(reader, {
    checked: [matches(reader.indexes, and([isIn('id', unproven), expression]), { ids: unproven.length })],
  })
  for (const { ids } of checked) for (const id of ids) matching.add(id)
  return matching
}

/** The documents that match besides known ones, of which there are few, with passages to rank them by. */
async function otherMatches(
  expression: string,
  known: readonly string[],
  groups: readonly QueryGroup[],
  statistics: Statistics,
  reader: IndexReader,
): Promise<{ ids: string[]; candidates: Candidate[] }> {
  // The engine takes its time for each id that it gives: those that are known are left out.
  const { others } = await ask(reader, {
    others: [matches(reader.indexes, and([expression, not(isIn('id', known))]), { ids: FEW_MATCHES })],
  })
  const ids = others.flatMap(({ ids }) => ids)
  const any = or(groups.map((group) => passageHas(group, statistics)))
  const { found } = await ask(reader, {
    found: [candidates(reader.indexes, and([isIn('document', ids), any]), MAX_PASSAGES_READ)],
  })
  return { ids, candidates: found.flatMap(({ passages }) => passages) }
}

/** The strictest expression that enough documents fulfill; if none does, the strictest that has all there are. */
function strictest(counts: readonly Matches[]): number {
  const totals = counts.map(({ total }) => total)
  const enough = Math.min(ENOUGH_MATCHES, Math.max(...totals))
  return totals.findIndex((total) => total >= enough)
}
