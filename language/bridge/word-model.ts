/**
 * IBM Model 1: how likely each word of one language is the translation of each word of the other, learned from
 * sentences that are translations of each other (Brown, Della Pietra, Della Pietra and Mercer, "The mathematics of
 * statistical machine translation", Computational Linguistics 19, 1993, §4.1).
 *
 * Expectation maximization over typed arrays. Only words that meet in some pair have a probability; those of a source
 * word stand together, so that one word's are laid out in a dense array while all its sentences pass.
 */
import { createIntegerList } from './integer-list.ts'
import type { Side } from './parallel-corpus.ts'

/** Probabilities of translations in one direction. */
export type WordModel = {
  /** One step of expectation maximization. */
  improve: () => void
  /** Calls back for each target term that meets source term `source`, in the order of ids. */
  forEachTarget: (
    source: number,
    visit: (target: number, probability: number, together: number) => void,
  ) => void
  /** P(target | source), 0 if they never meet. */
  probability: (source: number, target: number) => number
  /** Sentences that have source term `source`, in order. */
  sentencesWith: (source: number) => Int32Array
}

/** How much likelier an expected translation is to begin with. */
const EXPECTED_FACTOR = 20

/**
 * A model that takes all translations for equally likely, but for those that are expected: these are likelier to begin
 * with. What the sentences say prevails in the end.
 */
export function createWordModel(
  source: Side,
  target: Side,
  expectedTargets: (source: number) => Iterable<number> = () => [],
): WordModel {
  const postings = postingsOf(source)
  const sentenceCount = source.starts.length - 1
  // The NULL word stands in every sentence: words that translate nothing come from it.
  const nullWord = source.vocabulary.length
  const everySentence = Int32Array.from({ length: sentenceCount }, (_, sentence) => sentence)
  const sentencesWith = (word: number): Int32Array =>
    word === nullWord
      ? everySentence
      : postings.sentences.subarray(postings.starts[word], postings.starts[word + 1])
  const rows = meetingsOf(nullWord + 1, sentencesWith, target)
  const probabilities = new Float32Array(rows.targets.length).fill(1 / Math.max(1, target.vocabulary.length))
  const placeOf = (word: number, term: number): number =>
    search(rows.targets, rows.starts[word] ?? 0, rows.starts[word + 1] ?? 0, term)
  for (let word = 0; word < nullWord; word += 1) {
    for (const term of expectedTargets(word)) {
      const at = placeOf(word, term)
      if (at !== -1) probabilities[at] = (probabilities[at] ?? 0) * EXPECTED_FACTOR
    }
  }
  // Laid out by target term for the source word at hand.
  const current = new Float64Array(target.vocabulary.length)
  const expected = new Float64Array(target.vocabulary.length)
  const layOut = (word: number): void => {
    for (let at = rows.starts[word] ?? 0; at < (rows.starts[word + 1] ?? 0); at += 1) {
      const term = rows.targets[at] ?? 0
      current[term] = probabilities[at] ?? 0
      expected[term] = 0
    }
  }

  const improve = (): void => {
    /** For each word of each target sentence: the probabilities that it comes from the source words there, added up. */
    const sums = new Float64Array(target.terms.length)
    for (let word = 0; word <= nullWord; word += 1) {
      layOut(word)
      for (const sentence of sentencesWith(word)) {
        const end = target.starts[sentence + 1] ?? 0
        for (let at = target.starts[sentence] ?? 0; at < end; at += 1) {
          sums[at] = (sums[at] ?? 0) + (current[target.terms[at] ?? 0] ?? 0)
        }
      }
    }
    for (let word = 0; word <= nullWord; word += 1) {
      layOut(word)
      let total = 0
      for (const sentence of sentencesWith(word)) {
        const end = target.starts[sentence + 1] ?? 0
        for (let at = target.starts[sentence] ?? 0; at < end; at += 1) {
          const term = target.terms[at] ?? 0
          const share = (current[term] ?? 0) / (sums[at] || 1)
          expected[term] = (expected[term] ?? 0) + share
          total += share
        }
      }
      for (let at = rows.starts[word] ?? 0; at < (rows.starts[word + 1] ?? 0); at += 1) {
        probabilities[at] = total > 0 ? (expected[rows.targets[at] ?? 0] ?? 0) / total : 0
      }
    }
  }

  return {
    improve,
    forEachTarget: (word, visit) => {
      for (let at = rows.starts[word] ?? 0; at < (rows.starts[word + 1] ?? 0); at += 1) {
        visit(rows.targets[at] ?? 0, probabilities[at] ?? 0, rows.together[at] ?? 0)
      }
    },
    probability: (word, term) => {
      const at = placeOf(word, term)
      return at === -1 ? 0 : (probabilities[at] ?? 0)
    },
    sentencesWith,
  }
}

/** Term → the sentences that have it. */
function postingsOf(side: Side): { starts: Int32Array; sentences: Int32Array } {
  const starts = new Int32Array(side.vocabulary.length + 1)
  for (const term of side.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 1; term < starts.length; term += 1)
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0)
  const next = starts.slice()
  const sentences = new Int32Array(side.terms.length)
  for (let sentence = 0; sentence < side.starts.length - 1; sentence += 1) {
    for (let at = side.starts[sentence] ?? 0; at < (side.starts[sentence + 1] ?? 0); at += 1) {
      const term = side.terms[at] ?? 0
      sentences[next[term] ?? 0] = sentence
      next[term] = (next[term] ?? 0) + 1
    }
  }
  return { starts, sentences }
}

/** For each source word the target terms it meets, in the order of ids, and in how many pairs. */
function meetingsOf(words: number, sentencesWith: (word: number) => Int32Array, target: Side) {
  const starts = new Int32Array(words + 1)
  const targets = createIntegerList()
  const together = createIntegerList()
  const counts = new Int32Array(target.vocabulary.length)
  for (let word = 0; word < words; word += 1) {
    const met = createIntegerList()
    for (const sentence of sentencesWith(word)) {
      for (let at = target.starts[sentence] ?? 0; at < (target.starts[sentence + 1] ?? 0); at += 1) {
        const term = target.terms[at] ?? 0
        if (counts[term] === 0) met.push(term)
        counts[term] = (counts[term] ?? 0) + 1
      }
    }
    for (const term of met.toArray().sort()) {
      targets.push(term)
      together.push(counts[term] ?? 0)
      counts[term] = 0
    }
    starts[word + 1] = targets.length()
  }
  return { starts, targets: targets.toArray(), together: together.toArray() }
}

/** Place of `value` in the ascending `values` from `low` to before `high`, or -1. */
function search(values: Int32Array, low: number, high: number, value: number): number {
  let [first, last] = [low, high - 1]
  while (first <= last) {
    const middle = (first + last) >> 1
    const found = values[middle] ?? 0
    if (found === value) return middle
    if (found < value) first = middle + 1
    else last = middle - 1
  }
  return -1
}
