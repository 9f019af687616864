/**
 * Which sentences, and which passages, of two documents are translations of each other. Sentences are aligned by
 * their lengths (Gale and Church, "A program for aligning sentences in bilingual corpora", Computational Linguistics
 * 19, 1993) and by words whose translation is known. No I/O.
 */
import { createWordEvidence } from './align-evidence.ts'
import { bestPath, type Move } from './align-path.ts'
import type { KnownWords } from './known-words.ts'

/** What is known about the languages. */
export type AlignOptions = {
  /** ISO 639-1. */
  from: string
  to: string
  /** Translations of terms of `from`. Default: none; spellings that both have count in any case. */
  known?: KnownWords
}

/** Elements that are translations of each other, by their places; one side is empty for what was left out. */
export type Aligned = {
  source: number[]
  target: number[]
  /**
   * How much speaks for their being translations, 0 to 1: 0.5 if nothing but their place does, 0 where one side is
   * empty.
   */
  score: number
}

/**
 * Kinds of groups with their shares: those of Gale and Church, who had parliament's minutes, but for what is left out.
 * That is more common in what authorities and companies publish in two languages.
 */
const SENTENCE_MOVES: readonly (readonly [move: Move, share: number])[] = [
  [[1, 1], 0.89],
  [[2, 1], 0.0445],
  [[1, 2], 0.0445],
  [[2, 2], 0.011],
  [[1, 0], 0.05],
  [[0, 1], 0.05],
]
/** Variance of the length of a translation, for each character of the original (Gale and Church). */
const VARIANCE = 6.8
/** Characters of a usual sentence. */
const USUAL_LENGTH = 80

/**
 * Aligns the sentences of two documents that are translations of each other: groups of one or two of each, or of one
 * that has no counterpart. Every sentence is in one group, in order.
 *
 * Unlike in the paper, leaving out costs the same for long and short sentences: long ones are left out too.
 */
export function alignSentences(
  source: readonly string[],
  target: readonly string[],
  { from, to, known = () => new Map() }: AlignOptions,
): Aligned[] {
  const wordEvidence = createWordEvidence(source, target, { from, to, known })
  const sourceLengths = sumsOf(source)
  const targetLengths = sumsOf(target)
  const evidence = (first: number, start: number, [sources, targets]: Move): number => {
    if (sources === 0 || targets === 0) return 0
    const lengths = [between(sourceLengths, first, sources), between(targetLengths, start, targets)] as const
    return wordEvidence(first, sources, start, targets) - lengthCost(...lengths)
  }
  const prior = new Map(SENTENCE_MOVES.map(([move, share]) => [move, Math.log(share)]))
  const steps = bestPath({
    source: source.length,
    target: target.length,
    moves: SENTENCE_MOVES.map(([move]) => move),
    worth: (first, start, move) => evidence(first, start, move) + (prior.get(move) ?? 0),
    expected: proportional(sourceLengths, targetLengths),
  })
  return steps.map(({ source: first, target: start, move }) => ({
    source: run(first, move[0]),
    target: run(start, move[1]),
    score: move[0] === 0 || move[1] === 0 ? 0 : 1 / (1 + Math.exp(-evidence(first, start, move))),
  }))
}

/** How unlikely two lengths are in translations: minus the log of the normal density, 0 for two usual sentences. */
function lengthCost(source: number, target: number): number {
  const mean = Math.max(1, (source + target) / 2)
  return ((target - source) ** 2 / (VARIANCE * mean) + Math.log(mean / USUAL_LENGTH)) / 2
}

/** Sums of the lengths of the texts before each place. */
function sumsOf(texts: readonly string[]): Float64Array {
  const sums = new Float64Array(texts.length + 1)
  for (const [index, text] of texts.entries()) sums[index + 1] = (sums[index] ?? 0) + text.trim().length
  return sums
}

function between(sums: Float64Array, first: number, count: number): number {
  return (sums[first + count] ?? 0) - (sums[first] ?? 0)
}

/** Where the target is after the same share of its text. */
function proportional(source: Float64Array, target: Float64Array): (at: number) => number {
  const share = (target.at(-1) ?? 0) / Math.max(1, source.at(-1) ?? 0)
  let place = 0
  const places = Array.from(source, (length) => {
    while (place < target.length - 1 && (target[place] ?? 0) < length * share) place += 1
    return place
  })
  return (at) => places[at] ?? target.length - 1
}

function run(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, offset) => first + offset)
}
