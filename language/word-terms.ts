/** A word → its term, and the parts of a joined word. What is known of a word is remembered, as words come again. */

import type { Word } from './compounds.ts'
import { isAbbreviation, isJoined, joined, partsOf } from './compounds.ts'
import { foldAccents } from './fold.ts'
import type { Language } from './language.ts'
import { languageFor } from './languages.ts'
import { hasApostrophe, withPlainApostrophes } from './words.ts'

/** A term and the word it was made of. Offsets are UTF-16 code units into the analyzed text, `end` exclusive. */
export type Term = {
  term: string
  word: string
  start: number
  end: number
  /** Of a joined word, *Wi-Fi*: terms that say the same one after another. They follow it, as parts. */
  parts?: readonly string[]
  /** Whether it is a part of the joined word before it. */
  isPart?: true
}

/** The term of a word, where the word stands. */
export function termAt({ text, start, end }: Word, term: string): Term {
  return { term, word: text, start, end }
}

/**
 * The term of a single word as it stands, stop word or not: *acqua* → `acqu` in Italian, *Wi-Fi* → `wifi`.
 *
 * For words that are known to matter: acronyms, entries of a lexicon, a query of stop words alone.
 */
export function termOf(word: string, lang: string): string {
  // Accents go after stemming: the Italian stemmer reads them. Numbers have no stem, but stemmers take their digits
  // for letters; the sign before a name is none.
  const plain = joined(word.toLowerCase())
  const sign = SIGN.exec(plain)?.[0] ?? ''
  return foldAccents(UNSTEMMED.test(plain) ? plain : sign + languageFor(lang).stem(plain.slice(sign.length)))
}

const UNSTEMMED = /[\d&]/
const SIGN = /^[.@#]/

/** What is known of a word wherever it stands. */
export type KnownWord = {
  /** Empty for stop words. */
  term: string
  /** Whether it has signs inside, apostrophes among them. */
  isJoined: boolean
  /** Those of its parts that are no stop words; offsets from its own start. Absent if it has none. */
  parts?: { words: readonly Term[]; isSame: boolean }
}

/** Words of a language are far fewer than words of a text: remembering makes analysis some ten times faster. */
const MAX_REMEMBERED = 100_000
const remembered = new Map<Language, Map<string, KnownWord>>()

/** What is known of a word of a text. */
export function knownWord(language: Language, word: string): KnownWord {
  let words = remembered.get(language)
  if (words === undefined || words.size >= MAX_REMEMBERED) {
    words = new Map()
    remembered.set(language, words)
  }
  let known = words.get(word)
  if (known === undefined) {
    known = learnWord(language, word)
    words.set(word, known)
  }
  return known
}

function learnWord(language: Language, word: string): KnownWord {
  if (!isJoined(word)) return { term: contentTerm(language, word), isJoined: false }
  if (hasApostrophe(word)) return { term: contentTerm(language, word), isJoined: true }
  const { words, isSame } = partsOf({ text: word, start: 0, end: word.length })
  const isShouted = word === word.toUpperCase() && word !== word.toLowerCase()
  const parts = words.flatMap((part) => {
    const isKept = !isShouted && isAcronymLike(part.text)
    const term = isKept ? termOf(part.text, language.code) : contentTerm(language, part.text)
    return term === '' ? [] : [termAt(part, term)]
  })
  // *and/or* is grammar; *how-to* is a word.
  const isGrammar =
    isGrammarAbbreviation(word) || (word.includes('/') && words.length > 0 && parts.length === 0)
  if (isGrammar) return { term: '', isJoined: true }
  const term = termOf(word, language.code)
  if (parts.length === 0) return { term, isJoined: true }
  const isAlone = parts.length === 1 && !/^[@#]/.test(word)
  return { term, isJoined: true, parts: { words: parts, isSame: isSame && !isAlone } }
}

/** *e.g.*, *i.e.*, *a.k.a.*, *c.d.* (cosiddetto), *p.es.*, *u.s.* (ultimo scorso): with points only. */
const GRAMMAR_ABBREVIATIONS = new Set(['eg', 'ie', 'aka', 'cd', 'pes'])

function isGrammarAbbreviation(word: string): boolean {
  return isAbbreviation(word) && word === word.toLowerCase() && GRAMMAR_ABBREVIATIONS.has(joined(word))
}

/** The term of a word without signs, or an empty string for stop words. */
function contentTerm(language: Language, word: string): string {
  return language.stopWords.has(plainForm(word)) ? '' : termOf(word, language.code)
}

/** A word as lists of stop words have it. */
export function plainForm(word: string): string {
  return foldAccents(withPlainApostrophes(word).toLowerCase())
}

/** Whether a word is written as acronyms are: two to five capitals, or capitals with points. */
export function isAcronymLike(word: string): boolean {
  return ACRONYM.test(word)
}

const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u
