/** What two answers, or an answer and a document, have to do with each other. */
import type { SearchResponse } from './app.ts'

/** Whether documents of a language are asked for a word. */
export function isAskedOf(lang: string, word: string, { query }: SearchResponse): boolean {
  const { languages } = query.matching
  const own = languages.find((one) => one.lang === lang) ?? languages.find((one) => one.lang === 'und')
  return own?.unasked.includes(word) !== true
}

/** Whether a word has the same expansions in company as alone. */
export function hasSameExpansions(word: string, found: SearchResponse, alone: SearchResponse): boolean {
  const said = ({ expansions }: SearchResponse): string[] =>
    expansions
      .filter(({ from }) => from.split(' ').includes(word))
      .map(({ from, to, lang, weight }) => `${from} ${to} ${lang} ${weight}`)
      .sort()
  return said(found).join() === said(alone).join()
}
