/**
 * Marks: the words of a document that its translation writes the same, as numbers of 31 bits. All words of all documents
 * come by here, so nothing is allocated for most of them.
 */
import { foldWord } from '../../language/fold.ts'

/** What words without a mark have. */
export const NO_MARK = 0

const [CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z, MAX_ASCII] = [65, 90, 97, 122, 127]
/** What makes ASCII letters small. */
const SMALL = 32

/** Figures, ordinal or not: *2022*, *18th*, *1º*. Single digits are as often written as words. */
const NUMBER = /^0*([1-9]\d+)(?:[oºª°]|st|nd|rd|th)?$/i
const ONLY_DIGITS = /^\d+$/
const BEGINS_NAME = /^[\p{Lu}\d]/u

/**
 * The mark that a word is, if it is one: a number, or a word that begins with a capital or a digit. That is a name, an
 * acronym, or just the first word of a sentence, which does no harm: the other language has another one there.
 */
export function markOf(word: string): number {
  const first = word.charCodeAt(0)
  if ((first >= SMALL_A && first <= SMALL_Z) || word.length < 2) return NO_MARK
  if (first >= CAPITAL_A && first <= CAPITAL_Z) return nameMark(word)
  const number = NUMBER.exec(word)?.[1]
  if (number !== undefined) return hashOf(number) | 1
  return ONLY_DIGITS.test(word) || !BEGINS_NAME.test(word) ? NO_MARK : nameMark(word)
}

/** Whether a mark is a number's. */
export function isNumber(mark: number): boolean {
  return (mark & 1) === 1
}

/** The mark of a word that is taken for a name, whatever it begins with. Case and accents do not count. */
export function nameMark(word: string): number {
  let hash = BASIS
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    if (code > MAX_ASCII) return hashOf(foldWord(word)) & ~1
    hash = step(hash, code | SMALL)
  }
  return mixed(hash) & ~1
}

/** The mark of two marks in their order. */
export function sequenceMark(first: number, second: number): number {
  return mixed(step(first, second))
}

// FNV-1a, mixed once more: samples are taken by size, so that all bits must depend on all characters.
const BASIS = 0x811c9dc5

function hashOf(text: string): number {
  let hash = BASIS
  for (let index = 0; index < text.length; index += 1) hash = step(hash, text.charCodeAt(index))
  return mixed(hash)
}

function step(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193)
}

/** 31 bits: larger numbers cost several times as much to collect. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (half ^ (half >>> 13)) >>> 1
}
