/**
 * The text of a query → what it asks for: its language, its groups of terms, phrases and exclusions.
 *
 * The language of a query is estimated, never trusted blindly: every word is read in every language of the corpus,
 * in its own with full weight, in the others as a name or loan word if it is written the same there.
 */

import { isStopWord, termOf } from '../../../language/analyzer.ts'
import { guessLanguage, type LanguageGuess } from '../../../language/detect.ts'
import { foldWord } from '../../../language/fold.ts'
import { languages } from '../../../language/languages.ts'
import { wordsOf } from '../../../language/words.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { parseQuery, type QueryPart } from './parse.ts'
import { type QueryGroup, readStopWords, readWords } from './readings.ts'

/** A quoted phrase: words that must follow each other as they are written. */
export type Phrase = {
  text: string
  /** Its words, case and accents folded. */
  words: string[]
  /** Groups of those of its words that are indexed. */
  groups: QueryGroup[]
}

/** What a query asks for. */
export type Query = {
  /** Languages that it may be in, with their probabilities, likeliest first. */
  languages: LanguageGuess[]
  /** Likeliest language and the probability of it; `source` says who said so. */
  lang: { value: string; source: 'given' | 'detected'; confidence: number }
  /** Words outside of phrases, first occurrence of each. */
  groups: QueryGroup[]
  phrases: Phrase[]
  excludedGroups: QueryGroup[]
  excludedPhrases: Phrase[]
  /** Plain sentences about parts of the query that could not be used. */
  warnings: string[]
}

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
  const parts = parseQuery(q)
  const codes = [...new Set([...statistics.languages.keys(), ...languages.keys()])]
  const guesses = guessLanguage(
    parts
      .filter(({ isExcluded }) => !isExcluded)
      .flatMap(({ text }) => wordsOf(text).map(({ text }) => text)),
    [...languages.keys()],
    (word, code) => shareOf(word, code, statistics, knows),
  )
  const likeliest = guesses[0] ?? { lang: 'und', confidence: 0 }
  const lang =
    given === undefined
      ? { value: likeliest.lang, source: 'detected' as const, confidence: likeliest.confidence }
      : { value: given, source: 'given' as const, confidence: 1 }
  const likely = lang.confidence >= SURE ? [{ lang: lang.value, confidence: 1 }] : guesses.filter(isPossible)
  const reading = { likely, codes, statistics, knows }
  const read = (text: string): QueryGroup[] => readWords(text, reading)

  const warnings: string[] = []
  const words = parts.filter(({ kind, isExcluded }) => kind === 'words' && !isExcluded)
  const plain = words.map(({ text }) => text).join(' ')
  let groups = read(plain)
  if (groups.length === 0 && wordsOf(plain).length > 0) {
    groups = readStopWords(plain, reading)
    if (groups.length === 0) warnings.push(`"${plain}" has only words that are too common to be searched.`)
  }
  const phrasesOf = (isExcluded: boolean): Phrase[] =>
    parts
      .filter((part) => part.kind === 'phrase' && part.isExcluded === isExcluded)
      .map((part) => readPhrase(part, read, warnings))
      .filter((phrase) => phrase.groups.length > 0)
  return {
    lang,
    languages: likely,
    groups,
    phrases: phrasesOf(false),
    excludedGroups: parts
      .filter(({ kind, isExcluded }) => kind === 'words' && isExcluded)
      .flatMap(({ text }) => read(text)),
    excludedPhrases: phrasesOf(true),
    warnings,
  }
}

function readPhrase(part: QueryPart, read: (text: string) => QueryGroup[], warnings: string[]): Phrase {
  const all = read(part.text)
  // A word of grammar in either language is not indexed there. The whole phrase is compared in the text anyway.
  const indexed = all.filter(({ word }) => [...languages.keys()].every((code) => !isStopWord(word, code)))
  const groups = indexed.length > 0 ? indexed : all
  if (groups.length === 0)
    warnings.push(`The phrase "${part.text}" has only words that are too common to be searched.`)
  return { text: part.text, words: phraseWords(part.text), groups }
}

/** The words of a text as phrases compare them: case and accents folded, apostrophes separating. */
export function phraseWords(text: string): string[] {
  return wordsOf(text).flatMap(({ text }) => foldWord(text).split(/['’ʼ]/))
}

function isPossible({ confidence }: LanguageGuess): boolean {
  return confidence >= 1 - SURE
}

/** What a word counts that only a lexicon has: as if one passage of two thousand had it. */
const LEXICON_SHARE = 5e-4

function shareOf(
  word: string,
  code: string,
  statistics: Statistics,
  knows: (lang: string, term: string) => boolean,
): number {
  const term = termOf(word, code)
  const found = statistics.term(code, term)
  if (found === undefined || !found.forms.includes(foldWord(word)))
    return knows(code, term) ? LEXICON_SHARE : 0
  return found.passages / (statistics.languages.get(code)?.passages ?? 1)
}
