/** One query of a batch → its line. */
import { documentsByKey, type ShownDocument } from '../../engine/fetch.ts'
import { and } from '../../engine/filters.ts'
import { isAfter, keysByArrival } from '../../engine/listing.ts'
import { ask, type IndexReader, matches } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Corpus } from '../live.ts'
import type { BatchLine } from '../schemas/batch.ts'
import { criteriaOf } from '../search/criteria.ts'
import { shownDate } from '../search/presenting/date.ts'
import type { SearchRequest } from '../search/request.ts'
import { search } from '../search/search.ts'
import type { LabelLanguage } from '../topics.ts'

type Answered = Pick<BatchLine, 'total' | 'new' | 'change' | 'results' | 'warnings'>

/**
 * Searches for one query.
 *
 * @param since number of a change; given, only what came after it is counted as new and listed
 * @param lang of warnings
 */
export async function answerOf(
  request: SearchRequest,
  { since, size, lang }: { since: number | undefined; size: number; lang: LabelLanguage },
  { corpus, bridge, reader }: { corpus: Corpus; bridge: Bridge; reader: IndexReader },
): Promise<Answered> {
  const change = corpus.seen
  if (since === undefined && size > 0) {
    const found = await search({ ...request, size }, corpus, bridge, reader)
    const results = found.documents.map(({ document }) => named(document))
    return {
      total: found.total.value,
      change,
      results,
      warnings: found.warnings.map((warning) => warning[lang]),
    }
  }
  const { expression, total, asked } = await criteriaOf(request, corpus, bridge, reader)
  const warnings = asked.query.warnings.map((warning) => warning[lang])
  if (since === undefined) return { total, change, results: [], warnings }
  const after = and([expression, isAfter(since)])
  const { counts, keys } = await ask(reader, {
    counts: [matches(reader.indexes, after)],
    keys: [keysByArrival(reader.indexes, after, size)],
  })
  const documents = new Map(
    (await documentsByKey(reader, keys[0] ?? [])).map((document) => [document.key, document]),
  )
  const results = (keys[0] ?? []).flatMap((key) => documents.get(key) ?? []).map(named)
  return { total, new: counts[0]?.total ?? 0, change, results, warnings }
}

function named(document: ShownDocument) {
  const { id, title, lang, url, place, path } = document
  return { id, title, lang, date: shownDate(document), url: url === '' ? null : url, place, path }
}
