/**
 * The terms of a passage as one string, and their counting: what the indexer writes and ranking reads. A string
 * because ranking looks for a few terms in hundreds of passages: searching a string costs less than taking it apart.
 */

/** The terms of a passage, in order, by the field they stand in. */
export type FieldTerms = { title: string[]; heading: string[]; text: string[] }

/** How much an occurrence counts in each field; in the text it counts 1. */
export const FIELD_WEIGHTS = { title: 2, heading: 1, text: 1 }

/**
 * The terms as stored: a line each for length, title, heading and text, terms between spaces. Terms have no white
 * space.
 */
export function encodeTerms(terms: FieldTerms): string {
  const fields = [terms.title, terms.heading, terms.text]
  return [lengthOf(terms), ...fields.map((field) => `${field.map((term) => ` ${term}`).join('')} `)].join(
    '\n',
  )
}

/** Several terms as they stand in the stored form, one after another, with the space behind them. */
export function sequenceOf(terms: readonly string[]): string {
  return `${terms.join(' ')} `
}

/** How often the stored form has a sequence of terms, weighted by field; occurrences may overlap. */
export function weighSequence(encoded: string, sequence: string): number {
  let weight = 0
  let titleEnd = 0
  let headingEnd = 0
  for (let at = encoded.indexOf(sequence); at !== -1; at = encoded.indexOf(sequence, at + 1)) {
    if (encoded.charCodeAt(at - 1) !== SPACE) continue
    if (headingEnd === 0) {
      titleEnd = encoded.indexOf('\n', encoded.indexOf('\n') + 1)
      headingEnd = encoded.indexOf('\n', titleEnd + 1)
    }
    weight +=
      at < titleEnd ? FIELD_WEIGHTS.title : at < headingEnd ? FIELD_WEIGHTS.heading : FIELD_WEIGHTS.text
  }
  return weight
}

/** Looked at apart: a search for a sequence that began with it would stop at every term. */
const SPACE = 0x20

/** {@link lengthOf} the stored form. */
export function encodedLength(encoded: string): number {
  return Number.parseInt(encoded, 10)
}

/**
 * The length of a passage in terms, for normalization: its headings and text. Its document's title does not
 * count, or passages of documents with long titles would sink.
 */
export function lengthOf(terms: FieldTerms): number {
  return Math.max(1, terms.heading.length + terms.text.length)
}

/** How often each term occurs, weighted by field. */
export function frequenciesOf(terms: FieldTerms): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const field of ['title', 'heading', 'text'] as const) {
    for (const term of terms[field]) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + FIELD_WEIGHTS[field])
    }
  }
  return frequencies
}
