/** The best passages of documents that no ranking has chosen: those of a page by date. */
import { and, isIn, or, passageHas } from '../../../engine/filters.ts'
import { ask, type Candidate, candidates, type IndexReader } from '../../../engine/search.ts'
import { inSlices } from '../../../language/slices.ts'
import { rank, type Scored } from '../../../ranking/score.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { QueryGroup } from '../understanding/readings.ts'
import type { Phrase } from '../understanding/understand.ts'
import { hasTermsInOrder } from './phrases.ts'

/** What passages are looked at for. */
type Looked = {
  groups: readonly QueryGroup[]
  /** Languages that the query may be in. */
  own: readonly string[]
  /** Phrases that have to be looked for in passages. */
  unread: readonly Phrase[]
  statistics: Statistics
  reader: IndexReader
}

/** Passages of one document looked at to choose its best ones. */
const MAX_PASSAGES_READ = 30
/** Documents whose passages are asked for at a time: with all words of a long query the expressions are long, too. */
const DOCUMENTS_AT_ONCE = 20

/** Each document's passages, best first; `undefined` where a phrase that had to be looked for is not in it. */
export async function bestOf(
  documents: readonly string[],
  { groups, own, unread, statistics, reader }: Looked,
): Promise<(Scored<Candidate>[] | undefined)[]> {
  const any = or(groups.map((group) => passageHas(group, statistics)))
  const best: (Scored<Candidate>[] | undefined)[] = []
  for (let first = 0; first < documents.length; first += DOCUMENTS_AT_ONCE) {
    const some = documents.slice(first, first + DOCUMENTS_AT_ONCE)
    const all = await passagesOf(some, any, reader)
    const ranked = await inSlices(rank(all, groups, own, statistics), reader.signal)
    for (const id of some) {
      const passages = all.filter(({ document }) => document === id)
      const hasPhrases = unread.every((phrase) =>
        passages.some(({ terms, lang }) => hasTermsInOrder(terms, lang, phrase)),
      )
      best.push(hasPhrases ? ranked.filter(({ candidate }) => candidate.document === id) : undefined)
    }
  }
  return best
}

/** Passages of some documents that fulfill an expression: all, or so many of each as are looked at. */
async function passagesOf(
  documents: readonly string[],
  expression: string,
  reader: IndexReader,
): Promise<Candidate[]> {
  const { indexes } = reader
  const most = documents.length * MAX_PASSAGES_READ
  // Most documents are short: said once for all of them, the expression is not said for each.
  const { together } = await ask(reader, {
    together: [candidates(indexes, and([isIn('document', documents), expression]), most)],
  })
  if ((together[0]?.total ?? 0) <= most) return together.flatMap(({ passages }) => passages)
  const { each } = await ask(reader, {
    each: documents.map((id) =>
      candidates(indexes, and([isIn('document', [id]), expression]), MAX_PASSAGES_READ),
    ),
  })
  return each.flatMap(({ passages }) => passages)
}
