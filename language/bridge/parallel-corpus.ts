/**
 * Pairs of sentences as numbers: each sentence a run of term ids in one typed array, so that hundreds of thousands of
 * them fit in memory. Knows nothing of what is learned from them.
 */
import { analyze, type Term } from '../analyzer.ts'
import { createIntegerList } from './integer-list.ts'
import { createSurfaceForms } from './surface-forms.ts'

/** The sentences of one language. */
export type Side = {
  /** ISO 639-1. */
  lang: string
  /** Distinct terms; a term's id is its place. */
  vocabulary: readonly string[]
  /** Term ids of all sentences, one sentence after the other, each term once a sentence. */
  terms: Int32Array
  /** Where each sentence begins in `terms`, and at the end its length. */
  starts: Int32Array
  /** How a term is written most often; `undefined` where no spelling leads back to the term. */
  wordOf: (id: number) => string | undefined
}

/** Sentences that are translations of each other: number n of the one side and number n of the other. */
export type ParallelCorpus = { source: Side; target: Side; size: number }

/** Takes pairs, one at a time. */
export type CorpusBuilder = {
  /** Pairs so far: what the next one will be numbered. */
  size: () => number
  /** Whether the pair was taken: one with a sentence of more than 200 terms is not. */
  add: (source: string, target: string) => boolean
  /** The corpus so far. */
  build: () => ParallelCorpus
}

/** What learning costs grows with the product of the lengths; longer ones are lists or whole paragraphs. */
const MAX_TERMS = 200

/** An empty corpus of pairs of sentences in `from` and `to` (ISO 639-1). */
export function createCorpus(from: string, to: string): CorpusBuilder {
  const source = createSide(from)
  const target = createSide(to)
  let size = 0
  return {
    size: () => size,
    add: (sourceText, targetText) => {
      const terms = [analyze(sourceText, from), analyze(targetText, to)] as const
      if (terms.some(({ length }) => length > MAX_TERMS)) return false
      source.add(sourceText, terms[0])
      target.add(targetText, terms[1])
      size += 1
      return true
    },
    build: () => ({ source: source.build(), target: target.build(), size }),
  }
}

function createSide(lang: string) {
  const ids = new Map<string, number>()
  const terms = createIntegerList()
  const starts = createIntegerList()
  const forms = createSurfaceForms(lang)
  starts.push(0)
  return {
    add: (text: string, found: readonly Term[]): void => {
      const inSentence = new Set<number>()
      for (const { term, word, start } of found) {
        const id = ids.get(term) ?? ids.size
        ids.set(term, id)
        forms.add(id, word, opensSentence(text, start))
        inSentence.add(id)
      }
      for (const id of inSentence) terms.push(id)
      starts.push(terms.length())
    },
    build: (): Side => {
      const vocabulary = [...ids.keys()]
      return {
        lang,
        vocabulary,
        terms: terms.toArray(),
        starts: starts.toArray(),
        wordOf: (id) => forms.wordOf(id, vocabulary[id] ?? ''),
      }
    },
  }
}

/** The longest run of quotes, dashes and brackets looked through before the first word. */
const MAX_OPENING = 4

function opensSentence(text: string, start: number): boolean {
  return start <= MAX_OPENING && !/[\p{L}\p{N}]/u.test(text.slice(0, start))
}
