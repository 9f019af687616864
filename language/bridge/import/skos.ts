/** SKOS thesauri, such as EuroVoc, in Turtle or RDF/XML → pairs of labels. Streams; memory grows with labels only. */
import { type ConceptOptions, createConcepts } from './concepts.ts'
import type { Imported } from './pairs.ts'
import { type RdfFormat, statementsOf } from './rdf.ts'

/** What to read of a thesaurus, and how it is written. */
export type SkosOptions = ConceptOptions & { format: RdfFormat }

/**
 * The pairs of labels of a thesaurus; the evidence of each is the URI of its concept.
 *
 * @throws {LexiconError} if it is malformed, too large, or has no labels in both languages
 */
export async function readSkos(
  chunks: AsyncIterable<Uint8Array>,
  { format, ...options }: SkosOptions,
): Promise<Imported> {
  const concepts = createConcepts(options)
  for await (const statement of statementsOf(chunks, format, options.name)) concepts.add(statement)
  return concepts.imported()
}
