/** What goes wrong with an embedder. */

/**
 * `away`: it is not there, not in time, or has a fault of its own. `busy`: it asks to come again later. `denied`: it does
 * not take the key, or has no such model. `refused`: it does not take these texts. `nonsense`: what it answers is no
 * vectors.
 */
export type EmbedderErrorCode = 'away' | 'busy' | 'denied' | 'refused' | 'nonsense'

/** An embedder that has given no vectors. Says nothing of its address, its key, or what it was asked. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError'
  readonly code: EmbedderErrorCode
  /** How long it asks to be left alone, in milliseconds; undefined if it does not say. */
  readonly retryAfterMs: number | undefined

  constructor(
    code: EmbedderErrorCode,
    message: string,
    options?: { cause?: unknown; retryAfterMs?: number | undefined },
  ) {
    super(message, options)
    this.code = code
    this.retryAfterMs = options?.retryAfterMs
  }
}
