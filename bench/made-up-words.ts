/** A vocabulary as large as one likes: words of lexicons with endings that no language has, as records of statistics. */
import { setImmediate } from 'node:timers/promises'
import type { Lexicon } from '../language/bridge/lexicon.ts'
import { LEVEL_FLOORS } from '../ranking/levels.ts'
import type { StatisticsRecord } from '../ranking/statistics.ts'
import type { Random } from './random.ts'

const TERMS_A_RECORD = 1000
/** As many as are read from an engine at a time. */
const RECORDS_A_PAGE = 4
const ENDING_LETTERS = 'aeiostrnlcdm'

/** The plain single words of a language that lexicons have. */
export function wordsOf(lexicons: readonly Lexicon[], lang: string): string[] {
  const words = new Set<string>()
  for (const { from, to, entries } of lexicons) {
    if (from === to) continue
    for (const { source, target } of entries) {
      const word = from === lang ? source : target
      if (/^[a-z]{4,}$/.test(word)) words.add(word)
    }
  }
  return [...words]
}

/** As many different words, each with an ending. */
export function madeUp(words: readonly string[], count: number, random: Random): string[] {
  const made = new Set<string>()
  while (made.size < count) made.add(random.pick(words) + ending(1 + random.below(4), random))
  return [...made]
}

function ending(length: number, random: Random): string {
  return Array.from({ length }, () => ENDING_LETTERS[random.below(ENDING_LETTERS.length)]).join('')
}

/** A word with a wrong letter and an ending, which no vocabulary has. */
export function misspelt(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 1)
  return `${word.slice(0, at)}x${word.slice(at + 1)}${ending(3, random)}`
}

/** Pages of records as an engine sends them. */
export function pagesOf(lang: string, terms: readonly string[], random: Random): string[] {
  const pages: string[] = []
  const perPage = TERMS_A_RECORD * RECORDS_A_PAGE
  for (let first = 0; first < terms.length; first += perPage) {
    const records: StatisticsRecord[] = []
    for (let at = first; at < Math.min(first + perPage, terms.length); at += TERMS_A_RECORD) {
      const block = terms.slice(at, at + TERMS_A_RECORD)
      records.push({
        id: `${lang}-${at / TERMS_A_RECORD}`,
        lang,
        terms: block,
        documents: block.map(() => 1 + random.below(100)),
        levels: block.map(() =>
          Array.from({ length: 1 + random.below(LEVEL_FLOORS.length) }, () => random.below(50)),
        ),
        forms: block.map((term) => [term, `${term}s`].slice(0, 1 + random.below(2))),
        formCounts: block.map(() => [2, 1]),
      })
    }
    pages.push(JSON.stringify(records))
  }
  return pages
}

/** The records, a page at a time, as they come from an engine. */
export async function* readPages(pages: readonly string[]): AsyncGenerator<StatisticsRecord> {
  for (const page of pages) {
    await setImmediate()
    yield* JSON.parse(page) as StatisticsRecord[]
  }
}
