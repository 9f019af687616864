/** What can be wrong with keys, for those who run the service. Nothing of it goes over HTTP. */

/** Why a key could not be made, removed or looked up. */
export type KeyErrorCode = 'KEYS_BROKEN' | 'KEYS_UNUSABLE' | 'KEYS_LOCKED' | 'KEY_REFUSED' | 'KEY_UNKNOWN'

/** A failure of the file of keys, or a key that cannot be made. The message says what to do. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
  readonly code: KeyErrorCode

  constructor(code: KeyErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
