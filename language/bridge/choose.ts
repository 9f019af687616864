/**
 * Which translations of a unit a word asks for as it is written. A unit gathers all words with its terms: *cavi* has
 * the term of *cavo*, the cable, and of *cavare*, to pull out, but is above all a form of the first. So the base forms
 * of the word choose.
 */
import { isAcronymLike } from '../analyzer.ts'
import { foldWord } from '../fold.ts'
import { languageFor } from '../languages.ts'
import type { Translation } from './evidence.ts'

/** A translation and how likely it is, compared with the likeliest: above 0, up to 1. */
export type Choice = { translation: Translation; weight: number }

/** The best translation of words that only share their stem with the word. */
const RELATED_WEIGHT = 0.2
/** Words of lexicons that were learned are forms, too: how sure it must be that two forms belong to one word. */
const MIN_SAME_WORD = 0.5

/**
 * The translations that words ask for, likeliest first, whatever a corpus has of them.
 *
 * @param translations of one unit
 * @param words the words of the query that have the unit's terms
 * @param lang their language
 * @param isName whether they are written as a name in the middle of other words: then a rare inflection is no reading
 */
export function chooseTranslations(
  translations: readonly Translation[],
  words: readonly string[],
  lang: string,
  isName = false,
): Choice[] {
  const [word = '', ...more] = words
  const sources = [...new Set(translations.flatMap(({ sources }) => [...sources.keys()]))]
  const isUnit = more.length > 0 || sources.every((source) => /\s/.test(source))
  const readings = isUnit ? new Map(sources.map((source) => [source, 1])) : readingsOf(word, sources, lang)
  const likely = translations.map((translation) => ({
    translation,
    weight: sum([...translation.sources].map(([source, worth]) => worth * (readings.get(source) ?? 0))),
  }))
  if (likely.some(({ weight }) => weight > 0))
    return relative(likely, isName ? Math.max(...readings.values()) : 1)
  // None of the words is a base form of this one.
  const related = translations.map((translation) => ({ translation, weight: translation.weight }))
  return relative(related, RELATED_WEIGHT)
}

/** Weights as shares of the largest, which becomes `top`. */
function relative(choices: readonly Choice[], top: number): Choice[] {
  const most = Math.max(...choices.map(({ weight }) => weight))
  return choices
    .map(({ translation, weight }) => ({ translation, weight: (top * weight) / most }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

/** How likely a word is a form of each of some words of lexicons, compared with the likeliest; of the others not. */
function readingsOf(word: string, sources: readonly string[], lang: string): ReadonlyMap<string, number> {
  const folded = foldWord(word)
  const acronym = sources.find((source) => isAcronymLike(source) && foldWord(source) === folded)
  if (acronym !== undefined && isAcronymLike(word)) return new Map([[acronym, 1]])
  const bases = basesOf(word, lang)
  const readings = new Map<string, number>()
  for (const source of sources) {
    const weight = isAcronymLike(source) ? 0 : (bases.get(foldWord(source)) ?? sameWord(bases, source, lang))
    if (weight > 0) readings.set(source, weight)
  }
  return readings.size === 0 && acronym !== undefined ? new Map([[acronym, 1]]) : readings
}

function sameWord(bases: ReadonlyMap<string, number>, source: string, lang: string): number {
  const common = [...basesOf(source, lang)].map(([base, weight]) => weight * (bases.get(base) ?? 0))
  const likeliest = Math.max(0, ...common)
  return likeliest >= MIN_SAME_WORD ? likeliest : 0
}

function basesOf(word: string, lang: string): ReadonlyMap<string, number> {
  const bases = new Map<string, number>()
  for (const { base, weight } of languageFor(lang).baseForms(word.toLowerCase())) {
    bases.set(foldWord(base), Math.max(weight, bases.get(foldWord(base)) ?? 0))
  }
  return bases
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
