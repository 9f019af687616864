/**
 * The terms of a passage as one string, and their counting: what the indexer writes and ranking reads. A string
 * because ranking looks for a few terms in hundreds of passages: searching a string costs less than taking it apart.
 */

/** The terms of a passage, in order, by the field they stand in. */
export type FieldTerms = {
  title: string[]
  heading: string[]
  text: string[]
  /** Of each label of its document's topics, which no reader sees in it. Default: none. */
  labels?: string[][]
  /** Of the acts and standards that the text names, whatever their spelling: no word of anybody's. Default: none. */
  references?: string[]
}

/**
 * How much an occurrence counts in each field; in the text it counts 1. One in a label counts as it would in a passage
 * of mean length: in a short one it would count more than the word itself does in a long one.
 */
export const FIELD_WEIGHTS = { title: 2, heading: 1, text: 1, label: 0.2, reference: 1 }

/**
 * The terms as stored: a line each for length, title, heading, text, references and labels, terms between spaces, and a
 * tab between labels, so that no run of terms reaches from one to the next. Terms have no white space.
 */
export function encodeTerms(terms: FieldTerms): string {
  const encode = (field: readonly string[]): string => `${field.map((term) => ` ${term}`).join('')} `
  const fields = [terms.title, terms.heading, terms.text, terms.references ?? []].map(encode)
  return [lengthOf(terms), ...fields, (terms.labels ?? []).map(encode).join('\t')].join('\n')
}

/** Several terms as they stand in the stored form, one after another, with the space behind them. */
export function sequenceOf(terms: readonly string[]): string {
  return `${terms.join(' ')} `
}

/** Whether the document itself has a run of terms, in a field of the stored form that is neither references nor labels. */
export function hasSequence(encoded: string, run: string): boolean {
  const at = encoded.indexOf(` ${run}`)
  return at !== -1 && at < textEndOf(encoded)
}

function textEndOf(encoded: string): number {
  return encoded.lastIndexOf('\n', encoded.lastIndexOf('\n') - 1)
}

/**
 * How often the stored form has a run of terms, weighted by field; runs may overlap.
 *
 * @param norm of the passage's length, see {@link FIELD_WEIGHTS}
 */
export function weighSequence(encoded: string, run: string, norm = 1): number {
  let weight = 0
  let titleEnd = 0
  let headingEnd = 0
  let textEnd = 0
  let referencesEnd = 0
  for (let at = encoded.indexOf(run); at !== -1; at = encoded.indexOf(run, at + 1)) {
    if (encoded.charCodeAt(at - 1) !== SPACE) continue
    if (headingEnd === 0) {
      titleEnd = encoded.indexOf('\n', encoded.indexOf('\n') + 1)
      headingEnd = encoded.indexOf('\n', titleEnd + 1)
      referencesEnd = encoded.lastIndexOf('\n')
      textEnd = textEndOf(encoded)
    }
    if (at > referencesEnd) weight += FIELD_WEIGHTS.label * norm
    else if (at > textEnd) weight += FIELD_WEIGHTS.reference
    else if (at > headingEnd) weight += FIELD_WEIGHTS.text
    else weight += at < titleEnd ? FIELD_WEIGHTS.title : FIELD_WEIGHTS.heading
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
 * count, or passages of documents with long titles would sink, nor do labels of topics and references.
 */
export function lengthOf(terms: FieldTerms): number {
  return Math.max(1, terms.heading.length + terms.text.length)
}

/**
 * How often each term occurs, weighted by field.
 *
 * @param norm of the passage's length, see {@link FIELD_WEIGHTS}
 */
export function frequenciesOf(terms: FieldTerms, norm = 1): Map<string, number> {
  const frequencies = new Map<string, number>()
  const count = (field: readonly string[], weight: number): void => {
    for (const term of field) frequencies.set(term, (frequencies.get(term) ?? 0) + weight)
  }
  for (const field of ['title', 'heading', 'text'] as const) count(terms[field], FIELD_WEIGHTS[field])
  count(terms.references ?? [], FIELD_WEIGHTS.reference)
  for (const label of terms.labels ?? []) count(label, FIELD_WEIGHTS.label * norm)
  return frequencies
}
