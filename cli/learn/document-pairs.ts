/** Sentences with their translations out of the indexed documents that are translations of each other. */
import {
  passagesById,
  type ShownPassage,
  type TranslatedDocument,
  translatedDocuments,
} from '../../engine/fetch.ts'
import { passageIds } from '../../engine/schema.ts'
import type { IndexReader } from '../../engine/search.ts'
import { type AlignOptions, alignSentences } from '../../language/bridge/align.ts'
import { splitSentences } from '../../language/sentences.ts'
import { evenly } from './evenly.ts'

/** The sentence pairs of two documents. */
export type DocumentPairs = {
  /** Path of the document that is in the first language. */
  path: string
  /** In the order of the documents; empty if they are too long to be aligned. */
  pairs: { source: string; target: string }[]
  isTooLong: boolean
  /** How far it is, 0 to 1. */
  shareDone: number
}

/** What to align. */
export type DocumentPairOptions = AlignOptions & {
  /** Passages of one language that are read at most, of documents evenly spread over all. Default: all. */
  maxPassages?: number | undefined
}

/** Longest documents that are aligned, in sentences: some ten seconds of work and 100 MB. */
const MAX_SENTENCES = 10_000
/** Sentences that so little speaks for are rather what is left when the others have found each other. */
const MIN_SCORE = 0.4
const PASSAGES_A_CALL = 200
/** Sentences as they are: nothing is cut. */
const MAX_WORDS = Number.MAX_SAFE_INTEGER

/** Aligns each two documents that are translations of each other and in the two languages, in the order of paths. */
export async function* documentPairs(
  reader: IndexReader,
  options: DocumentPairOptions,
): AsyncGenerator<DocumentPairs> {
  const { from, to, maxPassages = Number.POSITIVE_INFINITY } = options
  const all = await pairedDocuments(reader, from, to)
  const chosen = evenly(all, ([source, target]) => Math.max(source.passages, target.passages), maxPassages)
  let done = 0
  for (const group of together(chosen)) {
    const passages = await passagesOf(reader, group.flat())
    for (const [source, target] of group) {
      const [left, right] = [source, target].map((document) => sentencesOf(document, passages)) as [
        string[],
        string[],
      ]
      const isTooLong = Math.max(left.length, right.length) > MAX_SENTENCES
      done += 1
      yield {
        path: source.path,
        pairs: isTooLong ? [] : sentencePairs(left, right, options),
        isTooLong,
        shareDone: done / chosen.length,
      }
    }
  }
}

function sentencePairs(
  left: readonly string[],
  right: readonly string[],
  options: AlignOptions,
): DocumentPairs['pairs'] {
  const text = (sentences: readonly string[], places: readonly number[]): string =>
    places.map((place) => sentences[place]).join(' ')
  return alignSentences(left, right, options)
    .filter(({ score }) => score >= MIN_SCORE)
    .map(({ source, target }) => ({ source: text(left, source), target: text(right, target) }))
}

type Pair = readonly [source: TranslatedDocument, target: TranslatedDocument]

/** Each pair once; both documents name each other, as the index has it. */
async function pairedDocuments(reader: IndexReader, from: string, to: string): Promise<Pair[]> {
  const sources: TranslatedDocument[] = []
  const targets = new Map<string, TranslatedDocument>()
  for await (const document of translatedDocuments(reader)) {
    if (document.lang === from) sources.push(document)
    else if (document.lang === to) targets.set(document.id, document)
  }
  return sources
    .sort((a, b) => compare(a.path, b.path) || compare(a.id, b.id))
    .flatMap((source) =>
      source.translations.flatMap((id): Pair[] => {
        const target = targets.get(id)
        return target === undefined ? [] : [[source, target]]
      }),
    )
}

/** Pairs in groups whose passages can be fetched in one call; a long pair is a group of its own. */
function together(pairs: readonly Pair[]): Pair[][] {
  const groups: Pair[][] = []
  let room = 0
  for (const pair of pairs) {
    const size = pair[0].passages + pair[1].passages
    if (size > room) {
      groups.push([])
      room = PASSAGES_A_CALL
    }
    groups.at(-1)?.push(pair)
    room -= size
  }
  return groups
}

/** The passages of documents, by id. */
async function passagesOf(
  reader: IndexReader,
  documents: readonly TranslatedDocument[],
): Promise<Map<string, ShownPassage>> {
  const ids = [...new Set(documents.flatMap(idsOf))]
  const found = new Map<string, ShownPassage>()
  for (let first = 0; first < ids.length; first += PASSAGES_A_CALL) {
    for (const passage of await passagesById(reader, ids.slice(first, first + PASSAGES_A_CALL))) {
      found.set(passage.id, passage)
    }
  }
  return found
}

function idsOf({ key, passages }: TranslatedDocument): string[] {
  return passageIds(key, passages)
}

/** Title, headings and sentences, in reading order. */
function sentencesOf(document: TranslatedDocument, passages: ReadonlyMap<string, ShownPassage>): string[] {
  const sentences: string[] = []
  let above: readonly string[] = []
  for (const id of idsOf(document)) {
    const passage = passages.get(id)
    if (passage === undefined) continue
    if (passage.position === 0 && !passage.text.startsWith(document.title)) sentences.push(document.title)
    sentences.push(...newHeadings(passage, above))
    above = passage.heading
    for (const { start, end } of splitSentences(passage.text, MAX_WORDS)) {
      sentences.push(passage.text.slice(start, end))
    }
  }
  return sentences
}

function newHeadings({ heading }: ShownPassage, above: readonly string[]): string[] {
  const kept = heading.findIndex((text, level) => text !== above[level])
  return kept === -1 ? [] : heading.slice(kept)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
