/** Queries nobody typed: words drawn from passages. */
import { analyze } from '../language/analyzer.ts'
import type { BenchDocument } from './documents.ts'
import type { Random } from './random.ts'

/** A drawn query. */
export type DrawnQuery = {
  lang: string
  /** As they stand in the passage, in its order, no stop words. */
  words: string[]
  /** What analysis makes of each of them. */
  terms: string[]
}

/** Passages looked at before giving up: there may be none with so many words. */
const MAX_TRIES = 1000

/**
 * A query of `count` different terms of one random passage; `undefined` if no passage seems to have as many.
 *
 * A word counts only if it gives the same term when it stands alone, as it will in the query.
 */
export function drawQuery(
  documents: readonly BenchDocument[],
  count: number,
  random: Random,
): DrawnQuery | undefined {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { lang, texts } = random.pick(documents)
    const found = analyze(random.pick(texts), lang)
    const byTerm = new Map(found.map((term) => [term.term, term]))
    const drawn = random
      .sample([...byTerm.values()], count)
      .filter(({ term, word }) => standsAlone(word, term, lang))
      .sort((a, b) => a.start - b.start)
    if (drawn.length === count) {
      return { lang, words: drawn.map(({ word }) => word), terms: drawn.map(({ term }) => term) }
    }
  }
  return undefined
}

/** Whether a word by itself gives a term: *AI* among small letters does, alone it may be something else. */
export function standsAlone(word: string, term: string, lang: string): boolean {
  const alone = analyze(word, lang)
  return alone.length === 1 && alone[0]?.term === term
}
