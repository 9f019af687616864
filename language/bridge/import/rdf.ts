/**
 * RDF as a stream of statements about literals and links: bytes of Turtle (N-Triples included) or RDF/XML in, one
 * statement at a time out, in bounded memory. Knows no vocabulary.
 */
import { pipeline, Readable } from 'node:stream'
import { StreamParser } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { LexiconError } from '../lexicon.ts'
import { createXmlFrame } from './xml-frame.ts'

/** How RDF is written. */
export type RdfFormat = 'turtle' | 'rdfxml'

/** A statement, as far as labels need it. */
export type Statement = {
  /** IRI, or `_:` and the label of a blank node. */
  subject: string
  /** IRI. */
  predicate: string
  /** Text of a literal, or a node as in `subject`. */
  object: string
  /** Language tag of a literal; empty for one without; absent if the object is a node. */
  language?: string
}

/** A parser holds back an unfinished statement; one longer than this, in characters, is none. */
const MAX_STATEMENT_LENGTH = 8 * 1024 * 1024
/** Relative IRIs need something to be relative to. */
const BASE_IRI = 'urn:thesaurus'

/**
 * The statements of a file, in its order.
 *
 * @param name how errors call the file
 * @throws {LexiconError} with the line where the text stops being RDF
 */
export async function* statementsOf(
  chunks: AsyncIterable<Uint8Array>,
  format: RdfFormat,
  name: string,
): AsyncGenerator<Statement> {
  let pendingLength = 0
  let sourceError: unknown
  const frame = format === 'rdfxml' ? createXmlFrame(name) : undefined
  async function* text(): AsyncGenerator<string> {
    try {
      for await (const piece of textOf(chunks, name)) {
        pendingLength += piece.length
        if (pendingLength > MAX_STATEMENT_LENGTH) {
          throw new LexiconError(
            `${name} has more than ${MAX_STATEMENT_LENGTH} characters without a statement, the most that is read.`,
          )
        }
        frame?.see(piece)
        yield piece
      }
      frame?.end()
    } catch (error) {
      sourceError = error
      throw error
    }
  }
  const parser =
    format === 'rdfxml'
      ? new RdfXmlParser({
          baseIRI: BASE_IRI,
          trackPosition: true,
          validateUri: false,
          allowDuplicateRdfIds: true,
        })
      : new StreamParser({ format: 'text/turtle', baseIRI: BASE_IRI })
  // Errors come out of the parser, which is read below.
  pipeline(Readable.from(text()), parser, () => {})
  try {
    for await (const quad of parser as AsyncIterable<ParsedQuad>) {
      pendingLength = 0
      yield {
        subject: nodeOf(quad.subject),
        predicate: quad.predicate.value,
        object: nodeOf(quad.object),
        ...(quad.object.termType === 'Literal' ? { language: quad.object.language ?? '' } : {}),
      }
    }
  } catch (error) {
    throw error === sourceError ? error : parseError(error, name)
  }
}

type ParsedTerm = { termType: string; value: string; language?: string }
type ParsedQuad = { subject: ParsedTerm; predicate: ParsedTerm; object: ParsedTerm }

function nodeOf({ termType, value }: ParsedTerm): string {
  return termType === 'BlankNode' ? `_:${value}` : value
}

async function* textOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new LexiconError(`${name} is not UTF-8, or was cut short. Convert it to UTF-8.`)
  }
}

/** The parsers name the line as `on line 3`, `Line 4 column 52: …` or `4:48: …`. */
function parseError(error: unknown, name: string): LexiconError {
  const message = error instanceof Error ? error.message : String(error)
  const line = Number(/\bline (\d+)/i.exec(message)?.[1] ?? /^(\d+):\d+:/.exec(message)?.[1] ?? 0)
  const what = message
    .replace(/^Line \d+ column \d+: |^\d+:\d+: /, '')
    .replace(/ on line \d+\.?$/, '')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
  const where = line > 0 ? `${name}, line ${line}` : name
  return new LexiconError(
    `${where}: ${what.replace(/\.$/, '')}. That cannot be read as RDF; repair the line.`,
    line,
  )
}
