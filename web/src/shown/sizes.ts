/** Sizes and times as people read them. */
import type { Language } from '../settings.tsx'
import { numberFormat } from './formats.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in bytes, in the largest unit that leaves no less than one: 1,234,567 is 1.2 MB. */
export function writtenSize(bytes: number, language: Language): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return numberFormat(language, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 0 && value < 10 ? 1 : 0,
  } as object).format(value)
}

/** A time in milliseconds as seconds, with a decimal where they are few. */
export function writtenSeconds(ms: number, language: Language): string {
  return numberFormat(language, { maximumFractionDigits: ms < 10_000 ? 1 : 0 }).format(ms / 1000)
}
