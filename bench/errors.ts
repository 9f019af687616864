/** The one error class of this room: something about the arguments or the input that whoever runs it can put right. */

/** A foreseen failure: its message is all that people need. */
export class BenchError extends Error {
  override readonly name = 'BenchError'
}
