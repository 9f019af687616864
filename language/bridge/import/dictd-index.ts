/**
 * The `.index` of a dictd dictionary: which headword is defined where. One line a headword: headword, offset and
 * length of its definition, and sometimes the headword as written, separated by tabs (dictfmt(1), dictd(8)).
 */
import { LexiconError } from '../lexicon.ts'

/** A line of an index. */
export type IndexLine = {
  headword: string
  /** Place of the definition, in bytes. */
  offset: number
  length: number
  /** 1-based line of the index. */
  line: number
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** Six digits reach 64 GB, more than a file that fits into memory. */
const MAX_DIGITS = 6
/** Lines about the dictionary itself. */
const ABOUT = /^00-?database/

/**
 * The lines of an index that define words.
 *
 * @param name how errors call the file
 * @throws {LexiconError} on the first line that is none, or if the file was cut short
 */
export function parseDictdIndex(text: string, name: string): IndexLine[] {
  if (!text.endsWith('\n')) {
    const last = text.split('\n').length
    throw new LexiconError(
      `${name}, line ${last}: the index ends within a line. Get the file again, it was cut short.`,
      last,
    )
  }
  const found: IndexLine[] = []
  for (const [index, row] of text.slice(0, -1).split('\n').entries()) {
    const line = index + 1
    const [headword, offset, length, written] = row.replace(/\r$/, '').split('\t')
    if (headword === undefined || offset === undefined || length === undefined) {
      throw new LexiconError(
        `${name}, line ${line}: "${row.slice(0, 60)}" is no line of a dictd index (headword, offset, length, separated by tabs).`,
        line,
      )
    }
    if (ABOUT.test(headword)) continue
    found.push({
      headword: written || headword,
      offset: numberOf(offset, name, line),
      length: numberOf(length, name, line),
      line,
    })
  }
  return found
}

function numberOf(digits: string, name: string, line: number): number {
  let value = 0
  for (const digit of digits) {
    const worth = DIGITS.indexOf(digit)
    if (worth < 0) break
    value = value * DIGITS.length + worth
  }
  if (!/^[A-Za-z0-9+/]+$/.test(digits) || digits.length > MAX_DIGITS) {
    throw new LexiconError(
      `${name}, line ${line}: "${digits.slice(0, 20)}" is no number of a dictd index.`,
      line,
    )
  }
  return value
}
