/** Marks: the words of a document that its translation writes the same, as 31-bit hashes: larger numbers would cost several times as much to collect. */
import { foldWord } from '../../language/fold.ts'

/** A number, or a word that begins with a capital or a digit: a name, an acronym, or just the first of a sentence. */
export type Mark = { kind: 'number' | 'name'; hash: number }

/** Figures, ordinal or not: *2022*, *18th*, *1º*. Single digits are as often written as words. */
const NUMBER = /^0*([1-9]\d+)(?:[oºª°]|st|nd|rd|th)?$/i
const ONLY_DIGITS = /^\d+$/
const BEGINS_NAME = /^[\p{Lu}\d]/u

/** Words come up again and again. */
const MAX_REMEMBERED = 100_000
const remembered = new Map<string, Mark | null>()

/** The mark that a word is; `null` for the others, which are most. */
export function markOf(word: string): Mark | null {
  const first = word.charCodeAt(0)
  if (first >= SMALL_A && first <= SMALL_Z) return null
  let mark = remembered.get(word)
  if (mark === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    mark = readMark(word)
    remembered.set(word, mark)
  }
  return mark
}

const SMALL_A = 97
const SMALL_Z = 122

function readMark(word: string): Mark | null {
  const number = NUMBER.exec(word)?.[1]
  if (number !== undefined) return { kind: 'number', hash: hashOf(number) }
  if (word.length < 2 || ONLY_DIGITS.test(word) || !BEGINS_NAME.test(word)) return null
  return { kind: 'name', hash: hashOf(foldWord(word)) }
}

/** 31 bits of a text (FNV-1a, mixed once more: samples are taken by size, so all bits must depend on all characters). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return mixed(hash)
}

/** 31 bits of two marks in their order. */
export function hashOfBoth(first: number, second: number): number {
  return mixed(Math.imul(first, 31) ^ second)
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (half ^ (half >>> 13)) >>> 1
}
