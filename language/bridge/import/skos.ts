/** SKOS thesauri, such as EuroVoc, in Turtle or RDF/XML → pairs of labels. Streams; memory grows with labels only. */
import { createConcepts } from './concepts.ts'
import type { Imported } from './pairs.ts'
import { type RdfFormat, statementsOf } from './rdf.ts'

/** What to read of a thesaurus. */
export type SkosOptions = {
  format: RdfFormat
  /** ISO 639-1. */
  from: string
  to: string
  /** How errors call the thesaurus. */
  name: string
}

/**
 * The pairs of labels of a thesaurus; the evidence of each is the URI of its concept.
 *
 * @throws {LexiconError} if it is malformed, too large, or has no labels in both languages
 */
export async function readSkos(
  chunks: AsyncIterable<Uint8Array>,
  { format, from, to, name }: SkosOptions,
): Promise<Imported> {
  const concepts = createConcepts(from, to, name)
  for await (const statement of statementsOf(chunks, format, name)) concepts.add(statement)
  return concepts.imported()
}
