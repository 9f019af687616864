/**
 * Whether two documents that something says are translations of each other may be: a mirrored path or an address is
 * evidence, but folders are arranged alike for other reasons, too, and pages name the home page for what they lack.
 */
import { compareMarks, createWordComparison } from './evidence.ts'
import { MIRROR_KINDS } from './mirror.ts'
import type { Signature } from './signature.ts'
import type { TermNumbers } from './term-numbers.ts'

/** How well a pair fits, 0 to 2, to compare with that of other pairs; undefined: it is none. */
export type HintJudge = (first: number, second: number, kind: string) => number | undefined

/** Much shorter ones are a stub, or a summary. */
const MIN_LENGTH_RATIO = 0.2
/** With fewer to compare, nothing follows from what they do not share. */
const TELLING = { words: 15, numbers: 5, names: 8 }
/** Translations share some .75, .85 and .6; what has only its subject in common .25, .3 and .1. */
const ENOUGH = { words: 0.4, numbers: 0.5, names: 0.3 }
/** A page that names another is believed sooner than a folder, and a folder sooner than a name. */
const TRUST: Readonly<Record<string, number>> = { [MIRROR_KINDS.address]: 0.5, [MIRROR_KINDS.path]: 0.4 }

/** Judges pairs of these documents by their places. */
export function createHintJudge(
  signatures: Readonly<Record<number, Signature>>,
  termNumbers: TermNumbers,
): HintJudge {
  return (first, second, kind) => {
    const [a, b] = [signatures[first], signatures[second]]
    if (a === undefined || b === undefined || a.lang === b.lang || b.lang === 'und') return undefined
    if (Math.min(a.length, b.length) < MIN_LENGTH_RATIO * Math.max(a.length, b.length)) return undefined
    const every = (): number => 1
    const words = createWordComparison(a, termNumbers)(b)
    const numbers = compareMarks(a.numbers, b.numbers, every)
    const names = compareMarks(a.names, b.names, every)
    const fewest = Math.min(a.terms.length, b.terms.length)
    const telling = [
      ...(fewest >= TELLING.words ? [words.share / ENOUGH.words] : []),
      ...(numbers.count >= TELLING.numbers ? [numbers.contained / ENOUGH.numbers] : []),
      ...(names.count >= TELLING.names ? [names.contained / ENOUGH.names] : []),
    ]
    const isSure = kind in TRUST
    // Where there is a lot to compare, something of it must be the same; by name alone, all of it.
    const isLikely = isSure
      ? telling.length === 0 || telling.some((share) => share >= 1)
      : telling.length > 0 && telling.every((share) => share >= 1)
    return isLikely ? (TRUST[kind] ?? 0) + (words.share + numbers.share + names.share) / 3 : undefined
  }
}
