/** The log: readable lines on a terminal, JSON elsewhere, always on standard error. */
import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import { printable } from './output.ts'

/**
 * A logger that writes to standard error; keys never show.
 *
 * @param isOneOfSeveral whether lines on a terminal say which process wrote them; elsewhere they always do
 */
export function createLogger(level: string, { isOneOfSeveral = false } = {}): Logger {
  const redact = {
    paths: ['*.apiKey', '*.key', '*.masterKey', 'req.headers.authorization', 'req.headers["x-api-key"]'],
    censor: '[redacted]',
  }
  const stream = process.stderr.isTTY
    ? pretty({
        destination: 2,
        sync: true,
        ignore: isOneOfSeveral ? 'hostname,reqId' : 'pid,hostname,reqId',
        translateTime: 'HH:MM:ss',
      })
    : pino.destination({ dest: 2, sync: true })
  const hooks = process.stderr.isTTY ? { streamWrite: withoutControls } : {}
  return pino({ level, redact, hooks }, stream)
}

/**
 * A line of the log, JSON, with the control characters of its texts written out: as text, so that they stay harmless when
 * the line is made readable. Line breaks and tabs stay, stacks have them.
 */
export function withoutControls(line: string): string {
  return printable(line).replace(/\\(u[\da-f]{4}|.)/g, (sign, what: string) => {
    if (what === 'b' || what === 'f' || what === 'r') return `\\${sign}`
    const code = what.length === 5 ? Number.parseInt(what.slice(1), 16) : undefined
    return code !== undefined && printable(String.fromCharCode(code)) !== String.fromCharCode(code)
      ? `\\${sign}`
      : sign
  })
}
