/** Sentences with their translations out of the indexed documents that are translations of each other. */

import {
  documentsById,
  passagesById,
  type ShownPassage,
  type TranslatedDocument,
  translatedDocuments,
} from '../../engine/fetch.ts'
import type { IndexReader } from '../../engine/search.ts'
import { type AlignOptions, alignSentences } from '../../language/bridge/align.ts'
import { splitSentences } from '../../language/sentences.ts'

/** The sentence pairs of two documents. */
export type DocumentPairs = {
  /** Path of the document that is in the first language. */
  path: string
  /** In the order of the documents; empty if they are too long to be aligned. */
  pairs: { source: string; target: string }[]
  isTooLong: boolean
}

/** Longest documents that are aligned, in sentences: some ten seconds of work and 100 MB. */
const MAX_SENTENCES = 10_000
/** Sentences that so little speaks for are rather what is left when the others have found each other. */
const MIN_SCORE = 0.4
const PASSAGES_A_CALL = 200
/** Sentences as they are: nothing is cut. */
const MAX_WORDS = Number.MAX_SAFE_INTEGER

/** Aligns each two documents that are translations of each other and in the two languages. */
export async function* documentPairs(
  reader: IndexReader,
  options: AlignOptions,
): AsyncGenerator<DocumentPairs> {
  for await (const [source, target] of pairedDocuments(reader, options.from, options.to)) {
    const [left, right] = [await sentencesOf(reader, source), await sentencesOf(reader, target)]
    const isTooLong = Math.max(left.length, right.length) > MAX_SENTENCES
    const aligned = isTooLong ? [] : alignSentences(left, right, options)
    const text = (sentences: readonly string[], places: readonly number[]): string =>
      places.map((place) => sentences[place]).join(' ')
    yield {
      path: source.path,
      pairs: aligned
        .filter(({ score }) => score >= MIN_SCORE)
        .map((group) => ({ source: text(left, group.source), target: text(right, group.target) })),
      isTooLong,
    }
  }
}

type Document = Omit<TranslatedDocument, 'translations'>

/** Each pair once, whichever of the two names the other. */
async function* pairedDocuments(
  reader: IndexReader,
  from: string,
  to: string,
): AsyncGenerator<[source: Document, target: Document]> {
  const seen = new Set<string>()
  for await (const document of translatedDocuments(reader)) {
    if (document.lang !== from && document.lang !== to) continue
    for (const other of await documentsById(reader, document.translations)) {
      const [source, target] = document.lang === from ? [document, other] : [other, document]
      const key = `${source.id} ${target.id}`
      if (source.lang !== from || target.lang !== to || seen.has(key)) continue
      seen.add(key)
      yield [source, target]
    }
  }
}

/** Title, headings and sentences, in reading order. */
async function sentencesOf(reader: IndexReader, document: Document): Promise<string[]> {
  const sentences: string[] = []
  let above: readonly string[] = []
  for (let first = 0; first < document.passages; first += PASSAGES_A_CALL) {
    const count = Math.min(PASSAGES_A_CALL, document.passages - first)
    const ids = Array.from({ length: count }, (_, index) => `${document.id}-${first + index}`)
    const passages = await passagesById(reader, ids)
    for (const passage of passages.sort((a, b) => a.position - b.position)) {
      if (passage.position === 0 && !passage.text.startsWith(document.title)) sentences.push(document.title)
      sentences.push(...newHeadings(passage, above))
      above = passage.heading
      for (const { start, end } of splitSentences(passage.text, MAX_WORDS)) {
        sentences.push(passage.text.slice(start, end))
      }
    }
  }
  return sentences
}

function newHeadings({ heading }: ShownPassage, above: readonly string[]): string[] {
  const kept = heading.findIndex((text, level) => text !== above[level])
  return kept === -1 ? [] : heading.slice(kept)
}
