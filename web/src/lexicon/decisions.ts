/** Pairs of words that people decide about: which there are to decide, and how a decision is undone. Pure. */
import type { LexiconPair, LexiconResponse, TermsResponse } from '@bifora/client'

/** An Italian and an English word or term. */
export type Pair = Pick<LexiconPair, 'it' | 'en'>

/** The pair of a word and its translation; undefined where both are of one language, such as other spellings. */
export function pairOf(from: string, fromLang: string, to: string, toLang: string): Pair | undefined {
  if (fromLang === 'it' && toLang === 'en') return { it: from, en: to }
  if (fromLang === 'en' && toLang === 'it') return { it: to, en: from }
  return undefined
}

/** What undoes a change of decisions: pairs to be taken back, then those to be decided as they were. */
export function undoOf(
  before: readonly LexiconPair[],
  after: readonly LexiconPair[],
): { takeBack: LexiconPair[]; decide: LexiconPair[] } {
  const key = ({ it, en, rejected }: LexiconPair): string => JSON.stringify([it, en, rejected])
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))]
  return {
    takeBack: after.filter((pair) => !had.has(key(pair))),
    decide: before.filter((pair) => !has.has(key(pair))),
  }
}

type Reading = TermsResponse['languages'][number]
type Translation = LexiconResponse['languages'][number]['translations'][number]

/**
 * Whether the words are words of a language. Searches also find words that are meant in the other language: of those,
 * what is looked for besides tells nothing.
 *
 * @param isOther whether they are words of the other language
 */
export function isKnown(
  { words, expansions }: Reading,
  translations: readonly Translation[],
  isOther: boolean,
): boolean {
  return (
    translations.length > 0 ||
    words.some(({ documents, known }) => documents > 0 || known) ||
    (expansions.length > 0 && !isOther)
  )
}

/** What lexicons know and a search does not use: documents do not have it, others are likelier, or it was rejected. */
export function unused(translations: readonly Translation[], { expansions }: Reading): Translation[] {
  const used = new Set(expansions.map(({ to, lang }) => `${lang} ${to}`.toLowerCase()))
  return translations.filter(({ to, lang, rejected }) => rejected || !used.has(`${lang} ${to}`.toLowerCase()))
}

/** What a search for a word finds, and what it looks for besides. */
export type Measure = { q: string; lang: string; found: number; expansions: readonly string[] }

/** What came to be looked for between two measures, and what no longer is. */
export function difference(before: Measure, after: Measure): { added: string[]; gone: string[] } {
  return {
    added: after.expansions.filter((one) => !before.expansions.includes(one)),
    gone: before.expansions.filter((one) => !after.expansions.includes(one)),
  }
}
