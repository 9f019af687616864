/**
 * The text of a query → what it asks for: its language, its groups of terms, phrases and exclusions.
 *
 * The language of a query is estimated, never trusted blindly: every word is read in every language of the corpus,
 * in its own with full weight, in the others as a name or loan word if it is written the same there.
 */

import { analyzeWhole, isStopWord } from '../../../language/analyzer.ts'
import { isJoined, partsOf } from '../../../language/compounds.ts'
import { guessLanguage, type LanguageGuess } from '../../../language/detect.ts'
import { foldWord } from '../../../language/fold.ts'
import { languages } from '../../../language/languages.ts'
import { MAX_WORD_LENGTH, piecesOf, wordsOf } from '../../../language/words.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { distinctSentences, type Sentence } from '../../sentence.ts'
import { parseQuery } from './parse.ts'
import { nowhereFound, type QueryGroup, readStopWords, readWords, shareOf } from './readings.ts'

/** A quoted phrase: words that must follow each other as they are written. */
export type Phrase = {
  text: string
  /** Its words as {@link phraseWords} gives them. */
  words: PhraseWords
  /** Groups of those of its words that are indexed. None if all are words of grammar in some language. */
  groups: QueryGroup[]
  /** What each language has in its index of the phrase; `und` for those without an analyzer. */
  terms: ReadonlyMap<string, readonly string[]>
}

/** What a query asks for. */
export type Query = {
  /** Languages that it may be in, with their probabilities, likeliest first. */
  languages: LanguageGuess[]
  /** Likeliest language and the probability of it; `source` says who said so. */
  lang: { value: string; source: 'given' | 'detected'; confidence: number }
  /** Its words outside of phrases and exclusions, as they stand. */
  plain: string
  /** Words outside of phrases, first occurrence of each. */
  groups: QueryGroup[]
  phrases: Phrase[]
  excludedGroups: QueryGroup[]
  excludedPhrases: Phrase[]
  /** Plain sentences about parts of the query that could not be used. */
  warnings: Sentence[]
}

const OVERLONG = new RegExp(`[\\p{L}\\p{N}]{${MAX_WORD_LENGTH + 1},}`, 'gu')
/** Below this the query is read in both languages alike. */
const SURE = 0.9

/**
 * Reads a query.
 *
 * @param q up to some hundred words; empty is fine and asks for nothing
 * @param given the language that the caller says it is in
 * @param knows whether a lexicon has a term: a word that the corpus does not have may still tell its language
 */
export function understand(
  q: string,
  given: string | undefined,
  statistics: Statistics,
  knows: (lang: string, term: string) => boolean,
): Query {
  const { parts, overlong, warnings } = parseQuery(q)
  const codes = [...new Set([...statistics.languages.keys(), ...languages.keys()])]
  const guesses = guessLanguage(
    parts
      .filter(({ isExcluded }) => !isExcluded)
      .flatMap(({ text }) => wordsOf(text).map(({ text }) => text)),
    [...languages.keys()],
    (word, code) => shareOf(word, code, { statistics, knows }),
  )
  const likeliest = guesses[0] ?? { lang: 'und', confidence: 0 }
  const lang =
    given === undefined
      ? { value: likeliest.lang, source: 'detected' as const, confidence: likeliest.confidence }
      : { value: given, source: 'given' as const, confidence: 1 }
  const likely = lang.confidence >= SURE ? [{ lang: lang.value, confidence: 1 }] : guesses.filter(isPossible)
  const reading = { likely, codes, statistics, knows }
  const read = (text: string): QueryGroup[] => readWords(text, reading)

  const words = parts.filter(({ kind, isExcluded }) => kind === 'words' && !isExcluded)
  const plain = words.map(({ text }) => text).join(' ')
  let groups = read(plain)
  if (groups.length === 0 && wordsOf(plain).length > 0) {
    groups = readStopWords(plain, reading)
    if (groups.length === 0) warnings.push(tooCommon(plain))
  }
  const excluded = parts
    .filter(({ kind, isExcluded }) => kind === 'words' && isExcluded)
    .map(({ text }) => ({ text, groups: read(text) }))
  const phrasesOf = (isExcluded: boolean): Phrase[] =>
    distinctPhrases(
      parts
        .filter((part) => part.kind === 'phrase' && part.isExcluded === isExcluded)
        .flatMap(({ text }) => readQuotation(text, read, warnings)),
    )
  const phrases = phrasesOf(false)
  // Whoever asks for nothing else does not ask for everything.
  const isAlone = overlong.length > 0 && groups.length === 0 && phrases.length === 0
  if (isAlone) groups = overlong.slice(0, 1).map((word) => nowhereFound(word, reading))
  warnings.push(...(isAlone ? overlong : overlongWords(q)).map((word) => tooLong(word, isAlone)))
  return {
    lang,
    languages: likely,
    plain,
    groups,
    phrases,
    excludedGroups: excluded
      .filter(({ groups }) => groups.length === 1)
      .flatMap(({ groups }) => groups.map(asOne)),
    // Several words behind one minus are excluded as they stand, not each of them.
    excludedPhrases: distinctPhrases([
      ...phrasesOf(true),
      ...excluded.filter(({ groups }) => groups.length > 1).map(({ text }) => readPhrase(text, read)),
    ]),
    warnings: distinctSentences(warnings),
  }
}

/** Words that are longer than any that is indexed, as most of a key or an encoded file is. */
function overlongWords(q: string): string[] {
  return q.match(OVERLONG) ?? []
}

/** @param isAlone whether nothing else is asked for */
function tooLong(word: string, isAlone: boolean): Sentence {
  const shown = `${word.slice(0, 20)}…`
  if (isAlone) {
    return {
      en: `"${shown}" is longer than ${MAX_WORD_LENGTH} characters: no document is found by so long a word.`,
      it: `"${shown}" ha più di ${MAX_WORD_LENGTH} caratteri: con una parola così lunga non si trova nessun documento.`,
    }
  }
  return {
    en: `"${shown}" is longer than ${MAX_WORD_LENGTH} characters and is not searched.`,
    it: `"${shown}" ha più di ${MAX_WORD_LENGTH} caratteri e non viene cercata.`,
  }
}

function tooCommon(text: string): Sentence {
  return {
    en: `"${text}" has only words that are too common to be searched.`,
    it: `"${text}" ha solo parole troppo comuni per essere cercate.`,
  }
}

/** The first of those that say the same, case and accents aside: each costs a look at its passages. */
function distinctPhrases(phrases: readonly Phrase[]): Phrase[] {
  const byWords = new Map<string, Phrase>()
  for (const phrase of phrases) {
    const key = `${phrase.words.wholes.join(' ')}\t${phrase.words.parts.join(' ')}`
    if (!byWords.has(key)) byWords.set(key, phrase)
  }
  return [...byWords.values()]
}

/** A joined word without its parts: what is excluded is the whole. */
function asOne(group: QueryGroup): QueryGroup {
  return { ...group, alternatives: group.alternatives.filter(({ terms }) => terms.length === 1) }
}

/** A quoted phrase. A single word of grammar is none. */
function readQuotation(text: string, read: (text: string) => QueryGroup[], warnings: Sentence[]): Phrase[] {
  const phrase = readPhrase(text, read)
  if (phrase.groups.length > 0 || phrase.words.wholes.length > 1) return [phrase]
  const groups = read(text)
  if (groups.length === 0 && wordsOf(text).length > 0) warnings.push(tooCommon(text))
  return groups.length === 0 ? [] : [{ ...phrase, groups }]
}

function readPhrase(text: string, read: (text: string) => QueryGroup[]): Phrase {
  // A word of grammar in either language is not indexed there. The whole phrase is compared in the text anyway.
  const groups = read(text).filter(({ word }) =>
    [...languages.keys()].every((code) => !isStopWord(word, code)),
  )
  const terms = [...languages.keys(), 'und'].map(
    (code) => [code, analyzeWhole(text, code).map(({ term }) => term)] as const,
  )
  return { text, words: phraseWords(text), groups, terms: new Map(terms) }
}

/**
 * The words of a text as phrases compare them: case and accents folded, apostrophes separating. Joined words as wholes
 * and as their parts: *Wi-Fi* is found as *wifi* and as *wi fi*.
 */
export type PhraseWords = { wholes: string[]; parts: string[] }

/** The words of a text for comparing it with a phrase. */
export function phraseWords(text: string): PhraseWords {
  const wholes: string[] = []
  const parts: string[] = []
  for (const word of wordsOf(text)) {
    for (const piece of piecesOf(word)) {
      const whole = foldWord(piece.text)
      const { words, isSame } = isJoined(piece.text) ? partsOf(piece) : ALONE
      wholes.push(whole)
      if (isSame) parts.push(...words.map(({ text }) => foldWord(text)))
      else parts.push(whole)
    }
  }
  return { wholes, parts }
}

const ALONE = { words: [], isSame: false }

function isPossible({ confidence }: LanguageGuess): boolean {
  return confidence >= 1 - SURE
}
