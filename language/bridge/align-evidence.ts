/**
 * How much speaks for sentences being translations of each other: words that are known to translate each other, and
 * words that both languages write alike, such as names and numbers.
 */
import { analyze } from '../analyzer.ts'
import { foldWord } from '../fold.ts'
import { cognateForm } from './cognates.ts'
import type { KnownWords } from './known-words.ts'

/** Log-likelihood ratio, in nats, of "translations of each other" to "any two sentences of these documents". */
export type WordEvidence = (
  source: number,
  sourceCount: number,
  target: number,
  targetCount: number,
) => number

/** How often a word that has known translations is translated by one of them: a good half of the time. */
const HIT = 0.6
/** Strongest evidence of a single word. */
const MAX_GAIN = 5
/** A document of few sentences cannot show how rare a word is: as if it had so many more, without the word. */
const OTHER_SENTENCES = 10
/** The same spelling in both languages, as a translation: names, numbers, much of technology. */
const SAME_SPELLING = 0.8
/** A cognate, as a translation. */
const COGNATE = 0.4

/** The words of the target document: which sentences have them, and how they are recognized. */
type TargetWords = {
  /** Ids of the words of each sentence, each once. */
  sentences: Int32Array[]
  ids: ReadonlyMap<string, number>
  bySpelling: ReadonlyMap<string, number>
  byCognate: ReadonlyMap<string, number>
}

/** A word of a source sentence: which words of the target document may translate it, likeliest first. */
type SourceWord = { candidates: Int32Array; weights: Float64Array; gain: number; loss: number }

/**
 * Evidence by words for runs of sentences of two documents.
 *
 * Rare words say more: a hit is worth the log of how much likelier it is in a translation than in any sentence of
 * the document; a word that has translations in the document, but not here, speaks against.
 */
export function createWordEvidence(
  source: readonly string[],
  target: readonly string[],
  { from, to, known }: { from: string; to: string; known: KnownWords },
): WordEvidence {
  const targetWords = readTarget(target, to)
  const sourceWords = readSource(source, from, known, targetWords)
  const { sentences } = targetWords
  const present = new Uint8Array(targetWords.ids.size)
  const mark = (start: number, count: number, value: number): void => {
    for (let at = start; at < start + count; at += 1) {
      for (const id of sentences[at] ?? []) present[id] = value
    }
  }
  return (first, sourceCount, start, targetCount) => {
    let sum = 0
    mark(start, targetCount, 1)
    for (let at = first; at < first + sourceCount; at += 1) {
      for (const word of sourceWords[at] ?? []) sum += take(word, present)
    }
    mark(start, targetCount, 0)
    return sum
  }
}

function readTarget(target: readonly string[], to: string): TargetWords {
  const ids = new Map<string, number>()
  const bySpelling = new Map<string, number>()
  const byCognate = new Map<string, number>()
  const sentences = target.map((sentence) => {
    const inSentence = new Set<number>()
    for (const { term, word } of analyze(sentence, to)) {
      const id = ids.get(term) ?? ids.size
      ids.set(term, id)
      inSentence.add(id)
      bySpelling.set(foldWord(word), id)
      const form = cognateForm(word, to)
      if (form !== undefined) byCognate.set(form, id)
    }
    return Int32Array.from(inSentence)
  })
  return { sentences, ids, bySpelling, byCognate }
}

/** The words of each source sentence that something of the target document may translate, each once. */
function readSource(
  source: readonly string[],
  from: string,
  known: KnownWords,
  target: TargetWords,
): SourceWord[][] {
  const counts = new Int32Array(target.ids.size)
  for (const sentence of target.sentences) for (const id of sentence) counts[id] = (counts[id] ?? 0) + 1
  const read = new Map<string, SourceWord | undefined>()
  return source.map((sentence) => {
    const inSentence = new Set<SourceWord>()
    for (const { term, word } of analyze(sentence, from)) {
      const spelling = foldWord(word)
      if (!read.has(spelling)) {
        const translations = translationsIn(target, term, spelling, from, known)
        const isKnown = translations.length > 0
        read.set(spelling, isKnown ? weigh(translations, counts, target.sentences.length) : undefined)
      }
      const found = read.get(spelling)
      if (found !== undefined) inSentence.add(found)
    }
    return [...inSentence]
  })
}

type WeightedId = readonly [id: number, weight: number]

function translationsIn(
  { ids, bySpelling, byCognate }: TargetWords,
  term: string,
  spelling: string,
  from: string,
  known: KnownWords,
): WeightedId[] {
  const weights = new Map<number, number>()
  const add = (id: number | undefined, weight: number): void => {
    if (id !== undefined) weights.set(id, Math.max(weight, weights.get(id) ?? 0))
  }
  for (const [translation, probability] of known(term)) add(ids.get(translation), probability)
  add(bySpelling.get(spelling), SAME_SPELLING)
  const form = cognateForm(spelling, from)
  if (form !== undefined) add(byCognate.get(form), COGNATE)
  return [...weights].sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
}

function weigh(translations: readonly WeightedId[], counts: Int32Array, sentences: number): SourceWord {
  /** A translation that is one of several is no weaker evidence for that. */
  const sureness = (weight: number): number => Math.min(1, 2 * weight)
  const inSentences = translations.reduce((sum, [id]) => sum + (counts[id] ?? 0), 0)
  const chance = Math.min(HIT, inSentences / (sentences + OTHER_SENTENCES))
  return {
    candidates: Int32Array.from(translations, ([id]) => id),
    weights: Float64Array.from(translations, ([, weight]) => sureness(weight)),
    gain: Math.min(MAX_GAIN, Math.log(HIT / chance)),
    loss: Math.log((1 - HIT) / (1 - chance)) * sureness(translations[0]?.[1] ?? 0),
  }
}

/** What a word says, with the target words that are `present`; each of them is the translation of one word only. */
function take({ candidates, weights, gain, loss }: SourceWord, present: Uint8Array): number {
  // Called millions of times: no iterators.
  for (let at = 0; at < candidates.length; at += 1) {
    const id = candidates[at] ?? 0
    if (present[id] === 1) {
      present[id] = 2
      return gain * (weights[at] ?? 0)
    }
  }
  return loss
}
