/**
 * How much speaks for sentences being translations of each other: words that are known to translate each other, names
 * and numbers that both have.
 */
import { analyze } from '../analyzer.ts'
import { foldWord } from '../fold.ts'
import { cognateForm } from './cognates.ts'

/** Translations of a term into the other language, each with its probability, 0 to 1. */
export type KnownWords = (term: string) => ReadonlyMap<string, number>

/** Log-likelihood ratio of "translations of each other" to "any two sentences", in nats. */
export type WordEvidence = (
  source: number,
  sourceCount: number,
  target: number,
  targetCount: number,
) => number

/** How often a word with a known translation is translated by it: a good half of the time. */
const HIT = 0.6
/** Strongest evidence of a single word. */
const MAX_GAIN = 5
/** The same spelling in both languages, as a translation: names, numbers, much of technology. */
const SAME_SPELLING = 0.8
/** A cognate, as a translation. */
const COGNATE = 0.4

/** A word of a source sentence: which words of the target document may translate it. */
type Word = { candidates: Int32Array; weights: Float64Array; gain: number; loss: number }

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
  const ids = new Map<string, number>()
  const idOf = (term: string): number => {
    const id = ids.get(term) ?? ids.size
    ids.set(term, id)
    return id
  }
  const targetTerms: Int32Array[] = []
  const bySpelling = new Map<string, number>()
  const byCognate = new Map<string, number>()
  for (const sentence of target) {
    const found = analyze(sentence, to)
    for (const { term, word } of found) {
      bySpelling.set(foldWord(word), idOf(term))
      byCognate.set(cognateForm(word, to) ?? '', idOf(term))
    }
    targetTerms.push(Int32Array.from(new Set(found.map(({ term }) => idOf(term)))))
  }
  const counts = new Int32Array(ids.size)
  for (const terms of targetTerms) for (const id of terms) counts[id] = (counts[id] ?? 0) + 1

  const words = new Map<string, Word | null>()
  const wordOf = (term: string, spelling: string): Word | null => {
    let word = words.get(spelling)
    if (word === undefined) {
      const weights = new Map<number, number>()
      for (const [translation, probability] of known(term)) {
        const id = ids.get(translation)
        if (id !== undefined) weights.set(id, probability)
      }
      for (const [id, weight] of [
        [bySpelling.get(spelling), SAME_SPELLING],
        [byCognate.get(cognateForm(spelling, from) ?? '-'), COGNATE],
      ] as const) {
        if (id !== undefined) weights.set(id, Math.max(weight, weights.get(id) ?? 0))
      }
      word = weights.size === 0 ? null : toWord(weights, counts, target.length)
      words.set(spelling, word)
    }
    return word
  }
  const sourceWords = source.map((sentence) => {
    const distinct = new Set<Word>()
    for (const { term, word } of analyze(sentence, from)) {
      const found = wordOf(term, foldWord(word))
      if (found !== null) distinct.add(found)
    }
    return [...distinct]
  })

  const present = new Uint8Array(ids.size)
  return (first, sourceCount, start, targetCount) => {
    for (let at = start; at < start + targetCount; at += 1)
      for (const id of targetTerms[at] ?? []) present[id] = 1
    let sum = 0
    for (let at = first; at < first + sourceCount; at += 1) {
      for (const word of sourceWords[at] ?? []) sum += take(word, present)
    }
    for (let at = start; at < start + targetCount; at += 1)
      for (const id of targetTerms[at] ?? []) present[id] = 0
    return sum
  }
}

function toWord(weights: ReadonlyMap<number, number>, counts: Int32Array, sentences: number): Word {
  const best = [...weights].sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
  let expected = 0
  for (const [id] of best) expected += (counts[id] ?? 0) / sentences
  // A document of few sentences cannot show how rare a word is.
  const chance = Math.min(0.95, Math.max(expected, 1 / (sentences + 1)))
  return {
    candidates: Int32Array.from(best, ([id]) => id),
    weights: Float64Array.from(best, ([, weight]) => Math.min(1, 2 * weight)),
    gain: Math.min(MAX_GAIN, Math.max(0, Math.log(HIT / chance))),
    loss:
      Math.min(0, Math.log((1 - HIT) / (1 - Math.min(chance, HIT)))) * Math.min(1, 2 * (best[0]?.[1] ?? 0)),
  }
}

/** What a word says, with the target words that are `present`; each of them is the translation of one word only. */
function take({ candidates, weights, gain, loss }: Word, present: Uint8Array): number {
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
