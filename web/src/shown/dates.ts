/** Dates as people write them. */
import type { Language } from '../settings.tsx'
import { dateFormat, numberFormat } from './formats.ts'

const FORMS = {
  4: { year: 'numeric', timeZone: 'UTC' },
  7: { year: 'numeric', month: 'long', timeZone: 'UTC' },
  10: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
} as const

/** A date as exact as it is given: YYYY, YYYY-MM or YYYY-MM-DD becomes 2024, May 2024, 6 May 2024. */
export function writtenDate(date: string, language: Language): string {
  const form = FORMS[date.length as keyof typeof FORMS]
  return form === undefined ? date : dateFormat(language, form).format(new Date(date))
}

const GROUPED: Intl.NumberFormatOptions = { useGrouping: 'always' } as object

/** A number with the separators of the language. */
export function writtenNumber(value: number, language: Language): string {
  return numberFormat(language, GROUPED).format(value)
}
