/** How a language writes dates and numbers. To make a formatter takes a hundred times as long as to use it: each is made once. */
import type { Language } from '../settings.tsx'

const LOCALES: Record<Language, string> = { it: 'it-IT', en: 'en-GB' }

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/** The formatter of dates with these options. */
export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, language, options, () => new Intl.DateTimeFormat(LOCALES[language], options))
}

/** The formatter of numbers with these options. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, language, options, () => new Intl.NumberFormat(LOCALES[language], options))
}

function kept<T>(formats: Map<string, T>, language: Language, options: object, make: () => T): T {
  const key = `${language} ${JSON.stringify(options)}`
  const before = formats.get(key)
  if (before !== undefined) return before
  const made = make()
  formats.set(key, made)
  return made
}
