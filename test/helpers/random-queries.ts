/** Queries and filters drawn at random, as odd as people type them. */
import type { Random } from '../../bench/random.ts'
import type { Lexicon } from '../../language/bridge/lexicon.ts'
import { wordsOf } from '../../language/words.ts'
import type { SearchParams } from './app.ts'

/** What queries are drawn from. */
export type QuerySource = {
  /** Sentences of the corpus, in all its languages. */
  sentences: readonly string[]
  /** Words and units that a lexicon has. */
  entries: readonly string[]
  /** Phrases that deserve to be asked for. */
  phrases: readonly string[]
  random: Random
}

/** Words of grammar, which are read only where they are quoted or alone. */
const GRAMMAR = ['di', 'come', 'the', 'of', 'it', 'che', 'AI', 'una', 'and', 'not']
const LETTERS = 'bcdfghjkqvwxz'

/** The entries of lexicons that have to do with a corpus, those with many translations more than once. */
export function entriesIn(lexicons: readonly Lexicon[], sentences: readonly string[]): string[] {
  const words = new Set(sentences.flatMap(plainWords).map((word) => word.toLowerCase()))
  const isHere = (entry: string): boolean => entry.split(' ').every((word) => words.has(word.toLowerCase()))
  return lexicons.flatMap(({ entries }) =>
    entries.flatMap(({ source, target }) => [
      ...(isHere(target) ? [source] : []),
      ...(isHere(source) ? [target] : []),
    ]),
  )
}

/** A word that nobody knows and that is like no other. */
export function unknownWord({ pick, below }: Random): string {
  return Array.from({ length: 9 + below(3) }, () => pick([...LETTERS])).join('')
}

/** A query of one to six words, some of them quoted or excluded. */
export function randomQuery(source: QuerySource): string {
  const { random, sentences, entries, phrases } = source
  const run = (length: number): string => {
    const words = plainWords(random.pick(sentences))
    const start = random.below(Math.max(1, words.length - length))
    return words.slice(start, start + length).join(' ')
  }
  const draw = (): string => {
    const kind = random.below(100)
    if (kind < 55) return run(1)
    if (kind < 75) return random.pick(entries)
    if (kind < 80) return run(2)
    if (kind < 84) return unknownWord(random)
    if (kind < 87) return random.pick(GRAMMAR)
    if (kind < 89) return misspelled(run(1), random)
    if (kind < 91) return `"${run(2)}"`
    if (kind < 92) return `"${run(3)}"`
    if (kind < 94) return `"${random.pick(phrases)}"`
    if (kind < 95) return `"${run(1)} ${run(1)}"`
    if (kind < 96) return `-"${run(2)}"`
    return `-${random.pick([run(1), random.pick(entries)])}`
  }
  return Array.from({ length: 1 + random.below(6) }, draw)
    .join(' ')
    .split(' ')
    .slice(0, 8)
    .join(' ')
}

/** How a query is asked: none of it changes what the promises say. */
export function randomWays(random: Random): SearchParams {
  return {
    ...(random.below(4) === 0 ? { expand: 'none' } : {}),
    ...(random.below(4) === 0 ? { exact: 'true' } : {}),
    ...(random.below(4) === 0 ? { queryLang: random.pick(['it', 'en']) } : {}),
    ...(random.below(2) === 0 ? { words: random.pick(['all', 'most', 'any']) } : {}),
  }
}

/** One to three filters. */
export function randomFilters(random: Random): SearchParams {
  const { below, pick, sample } = random
  const period = pick<SearchParams>([
    { from: '2023', to: '2023' },
    { from: '2022-02' },
    { to: '2023-03-28' },
    { from: '2023-01-02', to: '2024-02' },
    { from: '2024-03', to: '2024-03' },
  ])
  const filters: SearchParams[] = [
    { lang: sample(['it', 'en', 'fr', 'und', 'de'], 1 + below(2)).join(',') },
    { topic: sample(['semiconductors', 'energy', 'cybersecurity', 'unclassified'], 1 + below(2)).join(',') },
    period,
    { source: sample(['Governo', 'European Commission', 'Ministry, "of" all', 'Nobody'], 1 + below(2)) },
    { tag: sample(['bandi', 'Ricerca, sviluppo', 'funding'], 1 + below(2)) },
    { folder: pick(['it', 'en', 'fr']) },
  ]
  return Object.assign({}, ...sample(filters, 1 + below(3)))
}

function plainWords(text: string): string[] {
  return wordsOf(text).map(({ text }) => text)
}

function misspelled(word: string, { below }: Random): string {
  const at = below(word.length)
  return `${word.slice(0, at)}${word.slice(at + 1)}`
}
