/**
 * Which translations of a unit a word asks for as it is written. A unit gathers all words with its terms: *comuni* has
 * the terms of *comune* and of *comunista*, but is a form of the first alone. So the base forms of the word choose.
 */
import { isAcronymLike } from '../analyzer.ts'
import { foldWord } from '../fold.ts'
import { languageFor } from '../languages.ts'
import type { KnownUnit, Translation } from './bridge.ts'

/** A translation and how likely it is, compared with the likeliest: above 0, up to 1. */
export type Choice = { translation: Translation; weight: number }

/** A translation of words that only share their stem with the word. */
const RELATED_WEIGHT = 0.2

/**
 * The translations of a unit, likeliest first, whatever a corpus has of them.
 *
 * @param words the words of the query that have the unit's terms
 * @param lang their language
 * @param isName whether they are written as a name in the middle of other words: then a rare inflection is no reading
 */
export function chooseTranslations(
  { translations, length }: KnownUnit,
  words: readonly string[],
  lang: string,
  isName: boolean,
): Choice[] {
  const [word = ''] = words
  const sources = new Set(translations.flatMap((translation) => [...translation.sources.keys()]))
  const shares = length > 1 ? undefined : sharesOf(word, [...sources], lang, isName)
  const likely = translations.map((translation) => ({
    translation,
    weight:
      shares === undefined
        ? translation.weight
        : [...translation.sources].reduce(
            (sum, [source, probability]) => sum + probability * (shares.get(source) ?? 0),
            0,
          ),
  }))
  const most = Math.max(0, ...likely.map(({ weight }) => weight))
  // None of the words is a base form of this one.
  if (most === 0)
    return relative(
      translations.map((translation) => ({ translation, weight: translation.weight })),
      RELATED_WEIGHT,
    )
  const sum = shares === undefined ? 1 : [...shares.values()].reduce((all, one) => all + one, 0)
  return relative(likely, Math.min(1, sum))
}

/** Weights as shares of the largest, which becomes `top`. */
function relative(choices: readonly Choice[], top: number): Choice[] {
  const most = Math.max(...choices.map(({ weight }) => weight))
  return choices
    .map(({ translation, weight }) => ({ translation, weight: (top * weight) / most }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

/** How likely each of some dictionary words is the one that a word is a form of; they add up to 1 but for names. */
function sharesOf(
  word: string,
  sources: readonly string[],
  lang: string,
  isName: boolean,
): ReadonlyMap<string, number> {
  const folded = foldWord(word)
  const acronyms = sources.filter((source) => isAcronymLike(source) && foldWord(source) === folded)
  const [acronym] = acronyms
  if (acronym !== undefined && isAcronymLike(word)) return new Map([[acronym, 1]])
  const weights = new Map(
    languageFor(lang)
      .baseForms(word.toLowerCase())
      .map(({ base, weight }) => [foldWord(base), weight]),
  )
  const shares = new Map<string, number>()
  for (const source of sources) {
    const weight = isAcronymLike(source) ? 0 : (weights.get(foldWord(source)) ?? 0)
    if (weight > 0) shares.set(source, weight)
  }
  if (shares.size === 0 && acronym !== undefined) return new Map([[acronym, 1]])
  const sum = [...shares.values()].reduce((all, one) => all + one, 0)
  const scale = isName ? Math.max(1, sum) : sum
  return new Map([...shares].map(([source, weight]) => [source, weight / scale]))
}
