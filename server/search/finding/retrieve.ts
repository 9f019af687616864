/**
 * Groups → what matches, and the best of it ranked.
 *
 * Counts and candidates are asked for side by side. What candidates do not show is asked for only where it matters:
 * a document whose words stand in different passages matches too, and may have no passage among the best.
 */
import { and, isIn, not, or, passageHas } from '../../../engine/filters.ts'
import { planCandidates } from '../../../engine/plan.ts'
import { revisionOf } from '../../../engine/schema.ts'
import { ask, type Candidate, candidates, type IndexReader, matches } from '../../../engine/search.ts'
import { inSlices } from '../../../language/slices.ts'
import { groupByDocument, type RankedDocument } from '../../../ranking/by-document.ts'
import { rank } from '../../../ranking/score.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { QueryGroup } from '../understanding/readings.ts'
import { findCandidates } from './candidates.ts'
import { type Decision, decide, type Question } from './decide.ts'
import type { Match } from './match.ts'

/** With no more matches than this every one of them can be ranked; with more, those that candidates show. */
const FEW_MATCHES = 100
/** Passages looked at of documents that no candidate shows, all together. */
const MAX_PASSAGES_READ = 400

/** What to retrieve. */
export type Retrieval = Question & {
  /** All groups that rank. Without any, matches are counted and nothing is ranked. */
  groups: readonly QueryGroup[]
  /** Languages of the passages that are searched. */
  langs: readonly string[]
  /** Languages that the query may be in. */
  own: readonly string[]
  /** On passages. */
  passageScope: string
  /** Whether a document fulfills `scope` where one of its passages fulfills `passageScope`. */
  isToldByPassages: boolean
  /** Whether a passage is to be ranked, for what no filter says. */
  accepts: (candidate: Candidate) => boolean
}

/** What was found. */
export type Retrieved = Decision & {
  /** Documents seen that may match, best first. */
  ranked: RankedDocument<Candidate>[]
  /** Keys of those of them that are known to. */
  proven: ReadonlySet<string>
  /**
   * Looks further, for matches that rank behind those seen: all of them, if few match.
   *
   * @param known keys of all of `ranked` that match
   */
  further: (known: readonly string[]) => Promise<RankedDocument<Candidate>[]>
}

/** Retrieves within one generation, as a rule in one round of requests. */
export async function retrieve(
  {
    ladders,
    required,
    scope,
    groups,
    langs,
    own,
    passageScope,
    isToldByPassages,
    accepts,
    facets,
  }: Retrieval,
  statistics: Statistics,
  reader: IndexReader,
): Promise<Retrieved> {
  const [decision, seen] = await Promise.all([
    decide({ ladders, required, scope, facets }, reader),
    findCandidates(planCandidates(groups, langs, statistics, own), passageScope, reader),
  ])
  const { match, expression, total } = decision
  // The document of a passage that is newer may not be there yet.
  const { lastChange = Number.POSITIVE_INFINITY } = reader

  const rankAll = async (found: readonly Candidate[]): Promise<RankedDocument<Candidate>[]> => {
    const byId = new Map(found.map((candidate) => [candidate.id, candidate]))
    const ranking = rank([...byId.values()].filter(accepts), groups, own, statistics)
    return groupByDocument(await inSlices(ranking, reader.signal))
  }
  const seenToMatch = (documents: readonly RankedDocument<Candidate>[]): string[] =>
    required === '' && isToldByPassages
      ? documents
          .filter((one) => revisionOf(one.key) <= lastChange && isSeenToMatch(one, match, groups))
          .map(({ key }) => key)
      : []
  const ranked = await rankAll(seen.candidates)
  return {
    ...decision,
    ranked,
    proven: new Set(seenToMatch(ranked)),
    further: async (known) => {
      if (total <= FEW_MATCHES) {
        const others = await otherMatches(expression, known, groups, statistics, reader)
        return (await rankAll(others.candidates)).filter(({ key }) => others.keys.includes(key))
      }
      const seenKeys = new Set(ranked.map(({ key }) => key))
      const more = (await rankAll(await seen.more())).filter(({ key }) => !seenKeys.has(key))
      const matching = await matchingAmong(more, seenToMatch(more), expression, reader)
      return more.filter(({ key }) => matching.has(key))
    },
  }
}

/** Whether the passages seen of a document are enough for it to match. */
function isSeenToMatch(
  { passages }: RankedDocument<Candidate>,
  match: Match,
  groups: readonly QueryGroup[],
): boolean {
  const lang = passages[0]?.candidate.documentLang
  const chosen = match.find(({ ladder }) => lang !== undefined && ladder.covers(lang))
  const has = groups.map((_, index) => passages.some(({ groups }) => groups[index] === true))
  return chosen?.rung.isMetBy(has) ?? false
}

/** Which of some documents match: those that are proven, and those of the others that the engine says do. */
export async function matchingAmong(
  documents: readonly RankedDocument<Candidate>[],
  proven: Iterable<string>,
  expression: string,
  reader: IndexReader,
): Promise<Set<string>> {
  const matching = new Set(proven)
  const unproven = documents.map(({ key }) => key).filter((key) => !matching.has(key))
  if (unproven.length === 0) return matching
  const { checked } = await ask(reader, {
    checked: [matches(reader.indexes, and([isIn('key', unproven), expression]), { keys: unproven.length })],
  })
  for (const { keys } of checked) for (const key of keys) matching.add(key)
  return matching
}

/** The documents that match besides known ones, of which there are few, with passages to rank them by. */
async function otherMatches(
  expression: string,
  known: readonly string[],
  groups: readonly QueryGroup[],
  statistics: Statistics,
  reader: IndexReader,
): Promise<{ keys: string[]; candidates: Candidate[] }> {
  // The engine takes its time for each id that it gives: those that are known are left out.
  const { others } = await ask(reader, {
    others: [matches(reader.indexes, and([expression, not(isIn('key', known))]), { keys: FEW_MATCHES })],
  })
  const keys = others.flatMap(({ keys }) => keys)
  const any = or(groups.map((group) => passageHas(group, statistics)))
  const { found } = await ask(reader, {
    found: [candidates(reader.indexes, and([isIn('document', keys), any]), MAX_PASSAGES_READ)],
  })
  return { keys, candidates: found.flatMap(({ passages }) => passages) }
}
