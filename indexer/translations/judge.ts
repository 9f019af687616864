/**
 * Whether two documents are translations of each other. The thresholds lie between what was measured on translations
 * and on other documents about the same subject, nearer to the former: better no pair than a wrong one.
 */
import { compareMarks, type createWeights, createWordComparison, daysApart } from './evidence.ts'
import { SAMPLE_SIZE, type Signature } from './signature.ts'
import type { TermNumbers } from './term-numbers.ts'

/** The judgment of a pair. */
export type Judgment = {
  /** Whether they are translations if no other document is as likely one. */
  isLikely: boolean
  /** How likely, 0 to 1, to compare with that of other pairs. */
  score: number
}

/** The least that is asked of the words; translations have some 0.75 and 0.85, the same subject 0.25 and 0.1. */
const MIN_WORDS = { share: 0.55, order: 0.55, count: 15 }
/** The least where something else speaks against the pair. */
const CLEAR_WORDS = { share: 0.7, order: 0.75, count: 35 }
/** Lengths of translations differ by some 0.05. */
const MIN_LENGTH_RATIO = 0.7
/** As far apart as an original and its translation are usually published, and as may happen, in days. */
const USUAL_DAYS_APART = 7
const MAX_DAYS_APART = 62
/** Fewer numbers or names may all be different by chance: pages have numbers of their own. */
const TELLING_MARKS = 5
/** What is asked of the document that has more marks, and of the other: a translation may be shortened. */
const MIN_NUMBERS = { share: 0.5, contained: 0.85 }
const MIN_NAMES = { share: 0.35, contained: 0.85 }

/** Whether lengths and dates let two documents be translations of each other. */
export function isPossible(a: Signature, b: Signature): boolean {
  const ratio = Math.min(a.length, b.length) / Math.max(a.length, b.length, 1)
  return ratio >= MIN_LENGTH_RATIO && (daysApart(a, b) ?? 0) <= MAX_DAYS_APART
}

/**
 * Judges other documents, which are possible, as translations of `document`.
 *
 * @param sampleSize how many marks a sample of these signatures has that may not be the whole set
 */
export function createJudge(
  document: Signature,
  termNumbers: TermNumbers,
  weights: ReturnType<typeof createWeights>,
  sampleSize = SAMPLE_SIZE,
): (other: Signature) => Judgment {
  const compareWords = createWordComparison(document, termNumbers)
  return (other) => {
    const words = compareWords(other)
    if (words.share < MIN_WORDS.share / 2) return { isLikely: false, score: 0 }
    const numbers = compareMarks(document.numbers, other.numbers, weights.weightOf, sampleSize)
    const names = compareMarks(
      document.names,
      other.names,
      (mark) => weights.weightIfShared(mark, document.lang, other.lang),
      sampleSize,
    )
    const telling = [
      { ...numbers, least: MIN_NUMBERS },
      { ...names, least: MIN_NAMES },
    ].filter(({ count }) => count >= TELLING_MARKS)
    const isUsual = telling.length > 0 && (daysApart(document, other) ?? 0) <= USUAL_DAYS_APART
    const least = isUsual ? MIN_WORDS : CLEAR_WORDS
    const shares = [words.share, Math.max(0, words.order), ...telling.map(({ share }) => share)]
    return {
      isLikely:
        words.share >= least.share &&
        words.order >= least.order &&
        words.count >= least.count &&
        telling.every(({ share, contained, least }) => share >= least.share && contained >= least.contained),
      score: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    }
  }
}
