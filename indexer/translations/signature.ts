/**
 * A document → its signature: the little that is kept of it until the end of a build, to see then which documents are
 * translations of each other. Made while its passages stream by; a long document's is no larger.
 */
import type { Term } from '../../language/analyzer.ts'
import type { PublicationDate } from '../document.ts'
import { isNumber, markOf, NO_MARK, nameMark, sequenceMark } from './marks.ts'
import { type TermNumbers, UNKNOWN_TERM } from './term-numbers.ts'

/** At most a kilobyte of a document. */
export type Signature = {
  lang: string
  /** First and last day of its publication, counted from 1970. */
  days: { first: number; last: number } | null
  /** Number of its terms. */
  length: number
  /** {@link Sample}s of its numbers, its names and the pairs of numbers that follow each other. */
  numbers: Sample
  names: Sample
  sequences: Sample
  /** The first of its terms that the bridge knows, in the order of their first mention. */
  terms: Uint32Array
}

/**
 * Of a set of marks the {@link SAMPLE_SIZE} smallest: of two sets the same ones are left out, so that samples compare
 * as the sets do (bottom-k sketch). In ascending order; a sample that is not full is the whole set.
 */
export type Sample = Uint32Array

/** Marks in a sample. */
export const SAMPLE_SIZE = 32
/** Terms in a signature: some 250 words of text, beginnings being translated by beginnings. */
export const MAX_TERMS = 64

/** Takes a document passage by passage. */
export type SignatureBuilder<Result> = {
  /** Takes the terms of a passage. */
  add: (found: readonly Term[]) => void
  /** @param terms the distinct terms of the document in its language, in the order of their first mention */
  finish: (terms: Iterable<string>) => Result
}

/** Begins the signature of a document. */
export function createSignature(
  { lang, date, path }: { lang: string; date: PublicationDate | null; path: string },
  termNumbers: TermNumbers,
): SignatureBuilder<Signature> {
  const numbers: number[] = []
  const names = [nameMark(withoutLanguage(path, lang))]
  const sequences: number[] = []
  let length = 0
  return {
    add: (found) => {
      length += found.length
      let last = NO_MARK
      for (const { word } of found) {
        const mark = markOf(word)
        if (mark === NO_MARK) continue
        if (!isNumber(mark)) names.push(mark)
        else {
          numbers.push(mark)
          if (last !== NO_MARK) sequences.push(sequenceMark(last, mark))
          last = mark
        }
      }
      for (const marks of [numbers, names, sequences]) {
        if (marks.length > MAX_COLLECTED) marks.splice(0, marks.length, ...sampleOf(marks))
      }
    },
    finish: (terms) => ({
      lang,
      days: date === null ? null : daysOf(date),
      length,
      numbers: sampleOf(numbers),
      names: sampleOf(names),
      sequences: sampleOf(sequences),
      terms: firstKnown(terms, lang, termNumbers),
    }),
  }
}

function firstKnown(terms: Iterable<string>, lang: string, termNumbers: TermNumbers): Uint32Array {
  const ids: number[] = []
  for (const term of terms) {
    const id = termNumbers.idOf(lang, term)
    if (id !== UNKNOWN_TERM && ids.push(id) === MAX_TERMS) break
  }
  return new Uint32Array(ids)
}

/** Marks collected before those that cannot be in the sample are dropped. */
const MAX_COLLECTED = 1000

function sampleOf(marks: readonly number[]): Sample {
  const sample: number[] = []
  for (const mark of new Uint32Array(marks).sort()) {
    if (mark !== sample.at(-1) && sample.push(mark) === SAMPLE_SIZE) break
  }
  return new Uint32Array(sample)
}

/** Path without parts that only say the language: `it/a.md`, `a.it.md` and `a_it.md` are the same. */
function withoutLanguage(path: string, lang: string): string {
  return path
    .toLowerCase()
    .split(/[/._-]/)
    .filter((part) => part !== lang)
    .join('/')
}

const DAY_MS = 86_400_000

function daysOf({ value, precision }: PublicationDate): { first: number; last: number } {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const first = Date.UTC(year, month - 1, day) / DAY_MS
  if (precision === 'day') return { first, last: first }
  const next = precision === 'month' ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)
  return { first, last: next / DAY_MS - 1 }
}
