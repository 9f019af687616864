/**
 * Sentences of real text → as many passages as wanted, by recombining them. Word frequencies and lengths stay those
 * of the language; the meaning goes, which no measurement of speed needs.
 */
import { splitSentences } from '../language/sentences.ts'
import type { BenchDocument } from './documents.ts'
import type { Random } from './random.ts'

/** Sentences by language. */
export type Sentences = ReadonlyMap<string, readonly string[]>

/** Shorter ones are mostly headings and remains of tables, longer ones are no sentences. In characters. */
const MIN_LENGTH = 20
const MAX_LENGTH = 400

/** The sentences of texts, by language, each once. */
export function collectSentences(texts: Iterable<{ lang: string; text: string }>): Sentences {
  const byLanguage = new Map<string, Set<string>>()
  for (const { lang, text } of texts) {
    const sentences = byLanguage.get(lang) ?? new Set()
    byLanguage.set(lang, sentences)
    for (const { start, end } of splitSentences(text)) {
      const sentence = text.slice(start, end)
      if (sentence.length >= MIN_LENGTH && sentence.length <= MAX_LENGTH) sentences.add(sentence)
    }
  }
  return new Map(
    [...byLanguage].filter(([, found]) => found.size > 0).map(([lang, found]) => [lang, [...found]]),
  )
}

/** What recombined documents are drawn from. */
export type Recombination = {
  sentences: Sentences
  /** Topics of which each document gets none to two. */
  topics: readonly string[]
  /** Passages to make. */
  passages: number
  /** Passages of a document at most. */
  perDocument: number
  /** Passages of a document at least, but for the last one, which gets what is left. Default 1. */
  perDocumentAtLeast?: number
  random: Random
}

/** Sentences of a passage, at least and at most. */
const SENTENCES = { min: 2, max: 6 }
/** Documents are from these years, evenly; some are undated. */
const YEARS = { first: 2010, count: 16 }
const UNDATED = 0.05

/** Documents of one language each, languages taking turns at random, until there are enough passages. */
export function recombine({
  sentences,
  topics,
  passages,
  perDocument,
  perDocumentAtLeast = 1,
  random,
}: Recombination): BenchDocument[] {
  const langs = [...sentences.keys()]
  const between = ({ min, max }: { min: number; max: number }) => min + random.below(max - min + 1)
  const documents: BenchDocument[] = []
  for (let rest = passages; rest > 0; ) {
    const lang = random.pick(langs)
    const drawn = sentences.get(lang) ?? []
    const passage = () => Array.from({ length: between(SENTENCES) }, () => random.pick(drawn)).join(' ')
    const texts = Array.from(
      { length: Math.min(rest, between({ min: perDocumentAtLeast, max: perDocument })) },
      passage,
    )
    rest -= texts.length
    documents.push({
      id: `d${documents.length}`,
      lang,
      title: '',
      date: random.next() < UNDATED ? '' : randomDay(random),
      topics: random.sample(topics, random.below(3)),
      texts,
    })
  }
  return documents
}

function randomDay(random: Random): string {
  const startMs = Date.UTC(YEARS.first + random.below(YEARS.count), 0, 1)
  return new Date(startMs + random.below(365) * 86_400_000).toISOString().slice(0, 10)
}
