/**
 * BM25 over everything, by brute force: what the service's first ten are held against. Constants and analysis are the
 * service's own; nothing is planned, cut off or left out. It knows single terms of one language, no bridge.
 */

import { analyze } from '../language/analyzer.ts'
import { passageLanguage } from '../language/detect.ts'
import { idf, impact } from '../ranking/bm25.ts'
import { frequenciesOf, lengthOf } from '../ranking/encoded-terms.ts'
import type { BenchDocument } from './documents.ts'

/** Scores of all documents for one query. */
export type Scores = {
  /** By the place of the document: the score of its best passage, 0 if it has none of the terms. */
  scores: Float64Array
  /** By the place of the document: bit n is set if any of its passages has term n. */
  has: Uint32Array
  /** Of the terms: their idf. */
  weights: number[]
}

/** All passages of one language with their terms. */
export type ExactIndex = {
  /** Scores documents of the language for terms, at most 31 of them. */
  score: (terms: readonly string[]) => Scores
  /** Terms that more than `passages` passages have, each with a word that it was made of. */
  termsAbove: (passages: number) => { term: string; word: string }[]
}

type Postings = { word: string; passages: number[]; frequencies: number[] }

/** Indexes the passages of `documents` that are in `lang`. Only documents of that language are scored. */
export function createExactIndex(documents: readonly BenchDocument[], lang: string): ExactIndex {
  const postings = new Map<string, Postings>()
  const lengths: number[] = []
  /** The place of each passage's document; −1 if that is in another language. */
  const owners: number[] = []
  let totalLength = 0
  for (const [place, document] of documents.entries()) {
    for (const text of document.texts) {
      if (passageLanguage(text, document.lang) !== lang) continue
      const found = analyze(text, lang)
      const title = document.title === '' ? [] : analyze(document.title, lang).map(({ term }) => term)
      const terms = { title, heading: [], text: found.map(({ term }) => term) }
      const words = new Map(found.map(({ term, word }) => [term, word]))
      for (const [term, frequency] of frequenciesOf(terms)) {
        const known = postings.get(term) ?? { word: words.get(term) ?? term, passages: [], frequencies: [] }
        known.passages.push(lengths.length)
        known.frequencies.push(frequency)
        postings.set(term, known)
      }
      lengths.push(lengthOf(terms))
      owners.push(document.lang === lang ? place : -1)
      totalLength += lengthOf(terms)
    }
  }
  const meanLength = totalLength / Math.max(1, lengths.length)

  return {
    score: (terms) => {
      const ofPassages = new Float64Array(lengths.length)
      const has = new Uint32Array(documents.length)
      const touched = new Set<number>()
      const weights = terms.map((term) => idf(lengths.length, postings.get(term)?.passages.length ?? 0))
      for (const [index, term] of terms.entries()) {
        const { passages = [], frequencies = [] } = postings.get(term) ?? {}
        const weight = weights[index] ?? 0
        for (const [at, passage] of passages.entries()) {
          const owner = owners[passage] ?? -1
          if (owner === -1) continue
          const score = weight * impact(frequencies[at] ?? 0, lengths[passage] ?? 1, meanLength)
          ofPassages[passage] = (ofPassages[passage] ?? 0) + score
          has[owner] = (has[owner] ?? 0) | (1 << index)
          touched.add(passage)
        }
      }
      const scores = new Float64Array(documents.length)
      for (const passage of touched) {
        const owner = owners[passage] ?? 0
        scores[owner] = Math.max(scores[owner] ?? 0, ofPassages[passage] ?? 0)
      }
      return { scores, has, weights }
    },
    termsAbove: (least) =>
      [...postings]
        .filter(([, { passages }]) => passages.length > least)
        .map(([term, { word }]) => ({ term, word })),
  }
}

/** The highest scores above 0 of the documents that `accepts`, best first, at most `count`. */
export function highest(scores: Float64Array, count: number, accepts: (place: number) => boolean): number[] {
  const best: number[] = []
  for (const [place, score] of scores.entries()) {
    if (score === 0 || (best.length === count && score <= (best.at(-1) ?? 0)) || !accepts(place)) continue
    const at = best.findIndex((other) => other < score)
    best.splice(at === -1 ? best.length : at, 0, score)
    if (best.length > count) best.pop()
  }
  return best
}
