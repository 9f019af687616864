/** The command `npm run bench`: parses, explains what went wrong, and ends the process with an exit code. */
import { CommanderError } from 'commander'
import { EXIT } from '../cli/exit.ts'
import { onStopSignal } from '../cli/signals.ts'
import { EngineError } from '../engine/errors.ts'
import { IndexingError } from '../indexer/errors.ts'
import { benchProgram } from './commands.ts'
import { BenchError } from './errors.ts'

const signal = onStopSignal()
const say = (line: string): boolean => process.stderr.write(`bench: ${line}\n`)

try {
  await benchProgram({ signal, say, binary: process.env.MEILI_BIN }).parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

function explain(error: unknown): number {
  if (signal.aborted) {
    say('interrupted; nothing stays behind.')
    return EXIT.interrupted
  }
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.failed
  const isForeseen = [BenchError, EngineError, IndexingError].some((kind) => error instanceof kind)
  say(
    isForeseen
      ? (error as Error).message
      : `this is a fault of the program. ${(error as Error).stack ?? error}`,
  )
  return EXIT.failed
}
