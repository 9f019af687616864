/** What a search marks in a document that is read: the same as in its results, in the whole text. */
import { passageTexts, type ShownDocument } from '../../engine/fetch.ts'
import { and, isIn, or, passageHas } from '../../engine/filters.ts'
import type { IndexReader } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { inSlices, type Steps } from '../../language/slices.ts'
import type { Corpus } from '../live.ts'
import { understandRequest } from './asked.ts'
import { beginLookUp } from './finding/phrases.ts'
import { createHighlighter, type Highlighter } from './presenting/highlight.ts'
import type { SearchRequest } from './request.ts'
import type { Expansion } from './understanding/expand.ts'
import type { QueryGroup } from './understanding/readings.ts'

/** What a search marks. */
export type Marks = {
  /** Marks a text. */
  highlight: Highlighter
  expansions: Expansion[]
  /** How many marks each passage has that has any, by its position; undefined where nobody wants to know. */
  counts: ReadonlyMap<number, number> | undefined
}

/**
 * What a search marks in a document.
 *
 * @param isCounted whether the marks of the whole document are counted: every passage that may have some is read
 * @throws {EngineError} `ENGINE_UNAVAILABLE`; `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function marksIn(
  document: Pick<ShownDocument, 'key' | 'passages'>,
  { request, isCounted }: { request: SearchRequest; isCounted: boolean },
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<Marks> {
  const { groups, expansions } = await understandRequest(request, corpus, bridge, reader, beginLookUp())
  const highlight = createHighlighter(groups)
  const counts = isCounted ? await countMarks(document, { groups, highlight }, corpus, reader) : undefined
  return { highlight, expansions, counts }
}

async function countMarks(
  { key, passages }: Pick<ShownDocument, 'key' | 'passages'>,
  { groups, highlight }: { groups: readonly QueryGroup[]; highlight: Highlighter },
  { statistics }: Corpus,
  reader: IndexReader,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  if (groups.length === 0) return counts
  function* count(texts: readonly { text: string; lang: string; position: number }[]): Steps<void> {
    for (const { text, lang, position } of texts) {
      yield
      const marks = highlight(text, lang).length
      // It may have been found by its title or a heading alone.
      if (marks > 0) counts.set(position, marks)
    }
  }
  const any = or(groups.map((group) => passageHas(group, statistics)))
  const expression = and([isIn('document', [key]), any])
  for await (const texts of passageTexts(reader, expression, passages)) {
    await inSlices(count(texts), reader.signal)
  }
  return counts
}
