/**
 * Text → terms. Documents and queries pass through the same analyzer, so that what was written and what is
 * asked meet: words, elision, stop words, stem, accents. No I/O; knows no language by name.
 */
import { foldAccents } from './fold.ts'
import type { Language } from './language.ts'
import { languageFor } from './languages.ts'
import { hasApostrophe, piecesOf, type Word, wordsOf } from './words.ts'

/** Changes whenever the same text would give other terms: an index built with another version is rebuilt. */
export const ANALYZER_VERSION = 3

/** A term and the word it was made of. Offsets are UTF-16 code units into the analyzed text, `end` exclusive. */
export type Term = { term: string; word: string; start: number; end: number }

/**
 * The terms of a text, in order, stop words left out.
 *
 * `dell'Unione europea` → `union` (5–11), `europe` (12–19) in Italian. A stop word written as an acronym in
 * text that is not all capitals is kept: *AI*, *IT*, *US*, *WHO*.
 *
 * @param lang ISO 639-1; languages without an analyzer of their own are only folded.
 */
export function analyze(text: string, lang: string): Term[] {
  return collectTerms(text, lang, () => true)
}

/** Those of the terms that {@link analyze} gives which are wanted; found sooner, as few words are looked at. */
export function findTerms(text: string, lang: string, wanted: ReadonlySet<string>): Term[] {
  const { formInitials } = languageFor(lang)
  const initials = new Set(
    [...wanted]
      .flatMap((term) => [...term.slice(0, 1), ...formInitials(term)])
      .flatMap((initial) => [initial, initial.toUpperCase()]),
  )
  const mayGiveWanted = (word: string): boolean =>
    initials.has(word.charAt(0)) || word.charCodeAt(0) > LAST_ASCII || hasApostrophe(word)
  return collectTerms(text, lang, mayGiveWanted).filter(({ term }) => wanted.has(term))
}

/** Letters behind it may fold to others. */
const LAST_ASCII = 0x7f

function collectTerms(text: string, lang: string, isLookedAt: (word: string) => boolean): Term[] {
  const language = languageFor(lang)
  const words = wordsOf(text)
  const terms: Term[] = []
  const add = (word: Word, term: string): void => {
    terms.push({ term, word: word.text, start: word.start, end: word.end })
  }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word
    if (!isLookedAt(word.text)) continue
    const whole = contentTerm(language, word.text)
    const pieces = whole === '' || !hasApostrophe(word.text) ? [word] : contentPieces(language, word)
    for (const piece of pieces) {
      const term = piece === word ? whole : contentTerm(language, piece.text)
      if (term !== '') add(piece, term)
      else if (isAcronym(piece, words, index) || isName(language, piece, word))
        add(piece, termOf(piece.text, lang))
    }
  }
  return terms
}

/**
 * The term of a single word as it stands, stop word or not: *acqua* → `acqu` in Italian.
 *
 * For words that are known to matter: acronyms, entries of a lexicon, a query of stop words alone.
 */
export function termOf(word: string, lang: string): string {
  // Accents go after stemming: the Italian stemmer reads them. Points only stand in acronyms: U.E. is UE. Numbers have
  // no stem, but stemmers take their digits for letters.
  const plain = word.toLowerCase().normalize('NFKC').replaceAll('.', '')
  return foldAccents(/\d/.test(plain) ? plain : languageFor(lang).stem(plain))
}

/** Whether a single word, in any case and with any apostrophe, is a stop word of a language. */
export function isStopWord(word: string, lang: string): boolean {
  return analyze(word.toLowerCase(), lang).length === 0
}

/** Words of a language are far fewer than words of a text: remembering makes analysis some ten times faster. */
const MAX_REMEMBERED = 100_000
const remembered = new Map<Language, Map<string, string>>()

/** The term of a word, or an empty string for stop words. */
function contentTerm(language: Language, word: string): string {
  let terms = remembered.get(language)
  if (terms === undefined || terms.size >= MAX_REMEMBERED) {
    terms = new Map()
    remembered.set(language, terms)
  }
  let term = terms.get(word)
  if (term === undefined) {
    term = language.stopWords.has(plainForm(word)) ? '' : termOf(word, language.code)
    terms.set(word, term)
  }
  return term
}

function contentPieces(language: Language, word: Word): Word[] {
  const pieces = piecesOf(word)
  return pieces.filter((piece, index) => {
    const form = plainForm(piece.text)
    if (index < pieces.length - 1 && language.elisions.has(form)) return false
    return !(index > 0 && language.clitics.has(form))
  })
}

function isName({ namesAfterElision }: Language, piece: Word, word: Word): boolean {
  return piece.start > word.start && namesAfterElision.has(plainForm(piece.text))
}

function plainForm(word: string): string {
  return foldAccents(word.toLowerCase()).replace(/[’ʼ]/g, "'")
}

/** Whether a word is written as acronyms are: two to five capitals, or capitals with points. */
export function isAcronymLike(word: string): boolean {
  return ACRONYM.test(word)
}

const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u

/**
 * Whether the word at `index`, or the piece of it behind an apostrophe, is an acronym. Capitals among capitals (a
 * shouted headline) say nothing; capitals among ordinary words, or behind a small *dell'*, do.
 */
function isAcronym(piece: Word, words: Word[], index: number): boolean {
  if (!isAcronymLike(piece.text)) return false
  const neighbors = words.slice(Math.max(0, index - 2), index + 3)
  return words.length <= 3 || neighbors.some((neighbor) => neighbor.text !== neighbor.text.toUpperCase())
}
