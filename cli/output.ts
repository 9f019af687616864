/** Standard output and standard error when nobody reads them any more. */
import { EXIT } from './exit.ts'

/**
 * Takes a reader that has gone (`bifora search chip | head -1`) for one that has read enough: the command goes on to
 * its end, and a service goes on serving. Any other failure to write ends the process.
 */
export function tolerateClosedOutputs(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      if (stream === process.stdout)
        process.stderr.write(`bifora: the output cannot be written (${error.message}).\n`)
      process.exit(EXIT.failed)
    })
  }
}
