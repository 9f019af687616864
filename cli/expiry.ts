/** When a key is to end, as people write it. */
import { ConfigError } from './config.ts'

const HOUR_MS = 60 * 60 * 1000
const UNITS_MS: Readonly<Record<string, number>> = { h: HOUR_MS, d: 24 * HOUR_MS, y: 365 * 24 * HOUR_MS }
const LONGEST_MS = 100 * 365 * 24 * HOUR_MS

/**
 * The moment that `30d`, `12h`, `1y` or a day such as `2027-01-31` stands for; a day counts to its end, UTC.
 *
 * @throws {ConfigError} if it is none of these, past, or more than 100 years away
 */
export function readExpiry(value: string, now: Date): Date {
  const end = momentOf(value, now.getTime())
  if (end === undefined) {
    throw new ConfigError(
      `--expires is "${value}", but must be a time such as 30d or 12h, or a day such as 2027-01-31.`,
    )
  }
  if (end <= now.getTime()) {
    throw new ConfigError(`--expires is "${value}", which is past. Give a later day, or leave it away.`)
  }
  if (end - now.getTime() > LONGEST_MS) {
    throw new ConfigError(
      `--expires is "${value}", which is more than 100 years away. Leave it away for a key that does not expire.`,
    )
  }
  return new Date(end)
}

function momentOf(value: string, nowMs: number): number | undefined {
  const [, count, unit = ''] = /^(\d{1,9})([hdy])$/.exec(value) ?? []
  if (count !== undefined) return nowMs + Number(count) * (UNITS_MS[unit] ?? 0)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const startMs = Date.parse(`${value}T00:00:00Z`)
  // Some engines take the 30th of February for the 2nd of March.
  if (Number.isNaN(startMs) || new Date(startMs).toISOString().slice(0, 10) !== value) return undefined
  return startMs + 24 * HOUR_MS
}
