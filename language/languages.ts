/** The languages that Bifora analyzes. To add one: write its file in `languages/` and name it here. */
import type { Language } from './language.ts'
import { english } from './languages/english.ts'
import { italian } from './languages/italian.ts'

/** Every analyzed language, by its code. Insertion order is the order in which answers name them. */
export const languages: ReadonlyMap<string, Language> = new Map(
  [italian, english].map((language) => [language.code, language]),
)

/** Text of any other language: words as they are, case and accents folded, nothing dropped. */
export const neutral: Language = {
  code: 'und',
  stopWords: new Set(),
  elisions: new Set(),
  namesAfterElision: new Set(),
  clitics: new Set(),
  stem: (word) => word,
  baseForms: (word) => [{ base: word, weight: 1 }],
  formInitials: () => '',
}

/** The language to analyze text of `code` (ISO 639-1) with: its own, else the neutral one. */
export function languageFor(code: string): Language {
  return languages.get(code) ?? neutral
}
