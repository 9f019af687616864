/**
 * A document → its signature: the little that is kept of it, to see which documents are translations of each other. Made
 * while its passages stream by; a long document's is no larger.
 */
import type { DocumentRecord, SignatureRecord } from '../../engine/schema.ts'
import type { Term } from '../../language/analyzer.ts'
import { isNumber, markOf, NO_MARK, nameMark, sequenceMark } from './marks.ts'
import { withoutLanguage } from './mirror.ts'
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

/** What a signature has that does not depend on what the bridge knows. */
export type SignatureParts = Omit<SignatureRecord, 'terms'>

/** Takes a document passage by passage. */
export type SignatureBuilder = {
  /** Takes the terms of a passage. */
  add: (found: readonly Term[]) => void
  /** Of all that was added. */
  parts: () => SignatureParts
}

/** Begins the signature of a document. */
export function createSignature({ lang, path }: { lang: string; path: string }): SignatureBuilder {
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
    parts: () => ({
      length,
      numbers: sampleOf(numbers),
      names: sampleOf(names),
      sequences: sampleOf(sequences),
    }),
  }
}

/**
 * The signature of a document as stored.
 *
 * @param terms its distinct terms in its language, in the order of their first mention
 * @param isKnown whether the bridge knows a term of that language
 */
export function completeSignature(
  parts: SignatureParts,
  terms: Iterable<string>,
  isKnown: (term: string) => boolean,
): Required<Pick<DocumentRecord, 'signature' | 'mark'>> {
  const known: string[] = []
  for (const term of terms) {
    if (isKnown(term) && known.push(term) === MAX_TERMS) break
  }
  const signature: SignatureRecord = { ...parts, terms: known }
  return { signature, mark: lookupMarks(signature) }
}

/** Marks of each kind that documents are looked up by: the smallest, so that translations have the same ones. */
export const LOOKUP_MARKS = 12

/** The values that documents with the same marks have in common. */
export function lookupMarks({ numbers, names, sequences }: SignatureRecord): string[] {
  const marks = [numbers, names, sequences].flatMap((sample) => sample.slice(0, LOOKUP_MARKS))
  return [...new Set(marks)].map(markValue)
}

/** A mark as a value that documents are looked up by. */
export function markValue(mark: number): string {
  return mark.toString(36)
}

/** The signature of a stored document, to be compared with others. */
export function signatureOf(
  document: Pick<DocumentRecord, 'lang' | 'date' | 'dateEnd'>,
  { length, numbers, names, sequences, terms }: SignatureRecord,
  termNumbers: TermNumbers,
): Signature {
  const { lang, date, dateEnd } = document
  return {
    lang,
    days: date === undefined ? null : { first: date / DAY_S, last: (dateEnd ?? date) / DAY_S },
    length,
    numbers: new Uint32Array(numbers),
    names: new Uint32Array(names),
    sequences: new Uint32Array(sequences),
    terms: new Uint32Array(
      terms.map((term) => termNumbers.idOf(lang, term)).filter((id) => id !== UNKNOWN_TERM),
    ),
  }
}

/** Marks collected before those that cannot be in the sample are dropped. */
const MAX_COLLECTED = 1000

function sampleOf(marks: readonly number[]): number[] {
  const sample: number[] = []
  for (const mark of new Uint32Array(marks).sort()) {
    if (mark !== sample.at(-1) && sample.push(mark) === SAMPLE_SIZE) break
  }
  return sample
}

const DAY_S = 86_400
