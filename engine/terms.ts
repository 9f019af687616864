/**
 * The terms of a passage as one string, and their counting: what the indexer writes and ranking reads. A string
 * because it is parsed for every candidate of every search, and a JSON array of words costs several times more.
 */

/** The terms of a passage, in order, by the field they stand in. */
export type FieldTerms = { title: string[]; heading: string[]; text: string[] }

/** How much an occurrence counts in each field; in the text it counts 1. */
export const FIELD_WEIGHTS = { title: 2, heading: 1, text: 1 }

/** The terms as stored: a line each for title, heading and text. Terms have no white space. */
export function encodeTerms(terms: FieldTerms): string {
  return [terms.title, terms.heading, terms.text].map((field) => field.join(' ')).join('\n')
}

/** The stored form taken apart again. */
export function decodeTerms(encoded: string): FieldTerms {
  const [title = [], heading = [], text = []] = encoded
    .split('\n')
    .map((line) => (line === '' ? [] : line.split(' ')))
  return { title, heading, text }
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
