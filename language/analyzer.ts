/**
 * Text → terms. Documents and queries pass through the same analyzer, so that what was written and what is
 * asked meet: words, elision, stop words, stem, accents. No I/O; knows no language by name.
 */

import type { Word } from './compounds.ts'
import { isJoined } from './compounds.ts'
import type { Language } from './language.ts'
import { languageFor } from './languages.ts'
import { isAcronymLike, knownWord, plainForm, type Term, termAt, termOf } from './word-terms.ts'
import { piecesOf, wordsOf } from './words.ts'

export { isAcronymLike, type Term, termOf }

/** Changes whenever the same text would give other terms: an index built with another version is rebuilt. */
export const ANALYZER_VERSION = 9

/**
 * The terms of a text, in order, stop words left out.
 *
 * `dell'Unione europea` → `union` (5–11), `europe` (12–19) in Italian. A stop word written as an acronym in
 * text that is not all capitals is kept: *AI*, *IT*, *US*, *WHO*. A joined word is a term, and so are its parts behind
 * it, but for words of grammar: *state-of-the-art* → `stateoftheart`, `state`, `art`.
 *
 * @param lang ISO 639-1; languages without an analyzer of their own are only folded.
 */
export function analyze(text: string, lang: string): Term[] {
  return collectTerms(text, lang, () => true)
}

/** The terms of a text, each word once: joined words without their parts behind them. What a query asks for. */
export function analyzeWhole(text: string, lang: string): Term[] {
  return analyze(text, lang).filter(({ isPart }) => isPart !== true)
}

/**
 * The terms of a text, each word once: joined words as their parts, if these say the same. So *real-time data* and
 * *real time data* are one run of terms.
 */
export function analyzeParts(text: string, lang: string): Term[] {
  let isOpen = false
  return analyze(text, lang).filter(({ parts, isPart }) => {
    if (isPart !== true) isOpen = parts !== undefined
    return isPart === true ? isOpen : parts === undefined
  })
}

/**
 * The terms of an entry of a lexicon: of a single word, joined or not, the term; of several, the run that they are
 * found as.
 */
export function termsOfUnit(text: string, lang: string): string[] {
  const whole = analyzeWhole(text, lang)
  return (whole.length > 1 ? analyzeParts(text, lang) : whole).map(({ term }) => term)
}

/**
 * Finds those of the terms that {@link analyze} gives which are wanted; sooner than all, as few words are looked at.
 *
 * @param lang of the texts that it is given
 */
export function termFinder(lang: string, wanted: ReadonlySet<string>): (text: string) => Term[] {
  const { formInitials } = languageFor(lang)
  const initials = new Set(
    [...wanted]
      .flatMap((term) => [...term.slice(0, 1), ...formInitials(term)])
      .flatMap((initial) => [initial, initial.toUpperCase()]),
  )
  const mayGiveWanted = (word: string): boolean =>
    initials.has(word.charAt(0)) || word.charCodeAt(0) > LAST_ASCII || isJoined(word)
  return (text) => collectTerms(text, lang, mayGiveWanted).filter(({ term }) => wanted.has(term))
}

/** Letters behind it may fold to others. */
const LAST_ASCII = 0x7f

function collectTerms(text: string, lang: string, isLookedAt: (word: string) => boolean): Term[] {
  const language = languageFor(lang)
  const words = wordsOf(text)
  const terms: Term[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word
    if (!isLookedAt(word.text)) continue
    const known = knownWord(language, word.text)
    if (known.isJoined && known.term !== '') {
      for (const piece of contentPieces(language, word)) addPiece(terms, language, piece, word, words, index)
    } else if (known.term !== '') terms.push(termAt(word, known.term))
    else if (isAcronym(word, words, index)) terms.push(termAt(word, termOf(word.text, lang)))
  }
  return terms
}

/** Adds what stands between apostrophes: a word as it is, or a joined word with its parts behind it. */
function addPiece(
  terms: Term[],
  language: Language,
  piece: Word,
  word: Word,
  words: Word[],
  index: number,
): void {
  const { term, parts } = knownWord(language, piece.text)
  if (term === '') {
    const isKept = isAcronym(piece, words, index) || isName(language, piece, word)
    if (isKept) terms.push(termAt(piece, termOf(piece.text, language.code)))
    return
  }
  const whole = termAt(piece, term)
  terms.push(whole)
  if (parts === undefined) return
  if (parts.isSame) whole.parts = parts.words.map(({ term }) => term)
  for (const part of parts.words) {
    const [start, end] = [piece.start + part.start, piece.start + part.end]
    terms.push({ term: part.term, word: part.word, start, end, isPart: true })
  }
}

/** Whether a single word, in any case and with any apostrophe, is a stop word of a language. */
export function isStopWord(word: string, lang: string): boolean {
  return analyze(word.toLowerCase(), lang).length === 0
}

function contentPieces(language: Language, word: Word): Word[] {
  const pieces = piecesOf(word)
  if (pieces.length === 1) return pieces
  return pieces.filter((piece, index) => {
    const form = plainForm(piece.text)
    if (index < pieces.length - 1 && language.elisions.has(form)) return false
    return !(index > 0 && language.clitics.has(form))
  })
}

function isName({ namesAfterElision }: Language, piece: Word, word: Word): boolean {
  return piece.start > word.start && namesAfterElision.has(plainForm(piece.text))
}

/**
 * Whether the word at `index`, or the piece of it behind an apostrophe, is an acronym. Capitals among capitals (a
 * shouted headline) say nothing; capitals among ordinary words, or behind a small *dell'*, do.
 */
function isAcronym(piece: Word, words: Word[], index: number): boolean {
  if (!isAcronymLike(piece.text)) return false
  const neighbors = words.slice(Math.max(0, index - 2), index + 3)
  return words.length <= 3 || neighbors.some((neighbor) => neighbor.text !== neighbor.text.toUpperCase())
}
