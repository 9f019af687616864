/** A request → the matches that came last, as a feed names them. */
import { documentsByKey, passagesById, type ShownDocument } from '../../engine/fetch.ts'
import { keysByArrival } from '../../engine/listing.ts'
import { ask, type IndexReader } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Corpus } from '../live.ts'
import { criteriaOf } from '../search/criteria.ts'
import type { SearchRequest } from '../search/request.ts'

/** A document of a feed, with the beginning of its text. */
export type FeedEntry = { document: ShownDocument; beginning: string }

/** Characters of a document that a feed shows. */
const MAX_BEGINNING = 400

/**
 * The matches that came last, newest first. A document that changes keeps its place: readers are told by its time of
 * change.
 */
export async function newestMatches(
  request: SearchRequest,
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<FeedEntry[]> {
  const { expression } = await criteriaOf(request, corpus, bridge, reader)
  const { found } = await ask(reader, { found: [keysByArrival(reader.indexes, expression, request.size)] })
  const keys = found[0] ?? []
  const [documents, passages] = await Promise.all([
    documentsByKey(reader, keys),
    passagesById(
      reader,
      keys.map((key) => `${key}-0`),
    ),
  ])
  const documentOf = new Map(documents.map((document) => [document.key, document]))
  const textOf = new Map(passages.map(({ document, text }) => [document, text]))
  return keys.flatMap((key) => {
    const document = documentOf.get(key)
    return document === undefined ? [] : [{ document, beginning: shortened(textOf.get(key) ?? '') }]
  })
}

/** Whole words of a text, as far as there is room for them. */
function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= MAX_BEGINNING) return plain
  const cut = plain.slice(0, MAX_BEGINNING)
  const end = cut.lastIndexOf(' ')
  return `${end > 0 ? cut.slice(0, end) : cut}…`
}
