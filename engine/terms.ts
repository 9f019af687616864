/**
 * The terms of a passage as one string, and their counting: what the indexer writes and ranking reads. A string
 * because ranking looks for a few terms in hundreds of passages: searching a string costs less than taking it apart.
 */

/** The terms of a passage, in order, by the field they stand in. */
export type FieldTerms = { title: string[]; heading: string[]; text: string[] }

/** How much an occurrence counts in each field; in the text it counts 1. */
export const FIELD_WEIGHTS = { title: 2, heading: 1, text: 1 }

/** The terms as stored: a line each for title, heading and text. Terms have no white space. */
export function encodeTerms(terms: FieldTerms): string {
  return [terms.title, terms.heading, terms.text].map((field) => field.join(' ')).join('\n')
}

/** Several terms as they stand in the stored form, one after another. */
export function runOf(terms: readonly string[]): string {
  return terms.join(' ')
}

/** How often the stored form has a run of terms, weighted by field; runs may overlap. */
export function weighRun(encoded: string, run: string): number {
  // An empty string stands everywhere.
  if (run === '') return 0
  let weight = 0
  const titleEnd = encoded.indexOf('\n')
  const headingEnd = encoded.indexOf('\n', titleEnd + 1)
  for (let at = encoded.indexOf(run); at !== -1; at = encoded.indexOf(run, at + 1)) {
    if (!endsTerm(encoded, at - 1) || !endsTerm(encoded, at + run.length)) continue
    weight +=
      at < titleEnd ? FIELD_WEIGHTS.title : at < headingEnd ? FIELD_WEIGHTS.heading : FIELD_WEIGHTS.text
  }
  return weight
}

/** {@link lengthOf} the stored form. */
export function encodedLength(encoded: string): number {
  let length = 0
  for (let at = encoded.indexOf('\n') + 1; at < encoded.length; at += 1) {
    if (!isSeparator(encoded.charCodeAt(at)) && endsTerm(encoded, at + 1)) length += 1
  }
  return Math.max(1, length)
}

const SPACE = 0x20
const NEWLINE = 0x0a

function isSeparator(code: number): boolean {
  return code === SPACE || code === NEWLINE
}

function endsTerm(encoded: string, at: number): boolean {
  return at < 0 || at >= encoded.length || isSeparator(encoded.charCodeAt(at))
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
