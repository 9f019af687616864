/** Dates as people write them. */
import type { Language } from '../settings.tsx'

const FORMS = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
} as const

/** A date as exact as it is given: YYYY, YYYY-MM or YYYY-MM-DD becomes 2024, May 2024, 6 May 2024. */
export function writtenDate(date: string, language: Language): string {
  const form = FORMS[date.length as keyof typeof FORMS]
  if (form === undefined) return date
  const locale = language === 'it' ? 'it-IT' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(new Date(date))
}

/** A number with the separators of the language. */
export function writtenNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    useGrouping: 'always',
  } as Intl.NumberFormatOptions).format(value)
}
