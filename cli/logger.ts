/** The log: readable lines on a terminal, JSON elsewhere, always on standard error. */
import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

/** A logger that writes to standard error; keys never show. */
export function createLogger(level: string): Logger {
  const redact = {
    paths: ['*.apiKey', '*.key', '*.masterKey', 'req.headers.authorization', 'req.headers["x-api-key"]'],
    censor: '[redacted]',
  }
  const stream = process.stderr.isTTY
    ? pretty({ destination: 2, sync: true, ignore: 'pid,hostname,reqId', translateTime: 'HH:MM:ss' })
    : pino.destination({ dest: 2, sync: true })
  return pino({ level, redact }, stream)
}
