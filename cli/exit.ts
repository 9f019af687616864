/** Exit codes, and what people read when a command fails. */
import { EngineError } from '../engine/errors.ts'
import { IndexingError } from '../indexer/errors.ts'
import { LexiconError } from '../language/bridge/lexicon.ts'
import { KeyError } from '../server/access/errors.ts'
import { ProblemError } from '../server/problem.ts'
import { ConfigError } from './config.ts'

/** Exit codes of every command. */
export const EXIT = { done: 0, partly: 1, failed: 2, interrupted: 130 } as const

/**
 * Prints one clear line about an error and gives the exit code. Only errors that nobody foresaw show their stack: they
 * are faults of this program, and the stack is what a report needs.
 */
export function explain(error: unknown, signal: AbortSignal, stream: NodeJS.WritableStream): number {
  if (signal.aborted) {
    stream.write('bifora: interrupted; what was indexed before is still there.\n')
    return EXIT.interrupted
  }
  const isForeseen = [EngineError, IndexingError, ConfigError, ProblemError, LexiconError, KeyError].some(
    (kind) => error instanceof kind,
  )
  if (isForeseen) stream.write(`bifora: ${(error as Error).message}\n`)
  else
    stream.write(
      `bifora: this is a fault of the program, please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
  return EXIT.failed
}
