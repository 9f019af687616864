/** The few methods of a pino logger that this room writes to, so that tests and tools can pass their own. */

/** Structured fields first, then a plain sentence, as pino takes them. */
type Log = (fields: object, message: string) => void

/** A logger. */
export type Logger = { debug: Log; info: Log; warn: Log; error: Log }
