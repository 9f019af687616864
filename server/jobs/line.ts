/** One line of a stream of documents → the change that it stands for, or why it stands for none. */
import { draftOfPosted, type PostedDocument } from '../../indexer/posted.ts'
import type { NumberedLine } from '../ndjson.ts'
import { asProblem, ProblemError, problemPart } from '../problem.ts'
import type { LineResult, PostedLine } from '../schemas/writing.ts'
import type { Operation } from './carry-out.ts'
import type { Changing } from './changing.ts'
import { asReadingProblem } from './reading.ts'

/** A line with the change of a document that it stands for. */
export type Entry = { line: number; operation: Operation }

/**
 * The change that a line stands for; if it stands for none, the result that says why.
 *
 * @param check throws what is wrong with the document of a line
 */
export async function entryOf(
  found: NumberedLine,
  { describing }: Changing,
  { check, signal }: { check: (value: unknown) => PostedLine; signal: AbortSignal },
): Promise<{ entry?: Entry; result?: LineResult; size: number }> {
  const { line } = found
  let id: string | null = null
  try {
    const value = parse(found)
    const named = (value as { id?: unknown } | null)?.id
    if (typeof named === 'string') id = named.slice(0, 128)
    const { id: document, ...posted } = check(value)
    const draft = await draftOfPosted(document, { document: posted as PostedDocument }, describing, {
      warn: () => {},
      signal,
    })
    const operation: Operation = { kind: 'put', document, precondition: {}, draft }
    return { entry: { line, operation }, size: posted.text.length }
  } catch (error) {
    return { result: failure(line, id, asProblem(asReadingProblem(error))), size: 0 }
  }
}

function parse(found: NumberedLine): unknown {
  if ('fault' in found) {
    throw found.fault === 'too-long'
      ? new ProblemError(
          'too-large',
          `Line ${found.line} is longer than a line may be. Put the document by itself.`,
        )
      : new ProblemError('bad-request', `Line ${found.line} is not in UTF-8.`)
  }
  try {
    return JSON.parse(found.text)
  } catch (error) {
    const why = (error as SyntaxError).message
    throw new ProblemError('bad-request', `Line ${found.line} is no JSON: ${why}.`, undefined, {
      cause: error,
    })
  }
}

/** The result of a line whose document is not indexed. */
export function failure(line: number, id: string | null, { kind, message }: ProblemError): LineResult {
  return { line, id, status: 'failed', problem: problemPart({ kind, detail: message }) }
}
