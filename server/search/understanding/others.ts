/** What else says the same as words of a query, in their language and in the other ones. */

import { isAcronymLike } from '../../../language/analyzer.ts'
import type { Bridge, KnownUnit } from '../../../language/bridge/bridge.ts'
import { chooseTranslations, isKnownAcronym } from '../../../language/bridge/choose.ts'
import type { Translation } from '../../../language/bridge/evidence.ts'
import { passagesWith } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'

/** Another way to say something, not yet looked for in the corpus. */
export type Other = { translation: Translation; weight: number }

/** Translations of one word that are used, likeliest first. */
const MAX_TRANSLATIONS = 8
/** Translations less likely than this, compared with the likeliest, are left out. */
const MIN_RATIO = 0.1
/** A translation against the word itself, in the language of the query. */
const TRANSLATION_WEIGHT = 0.9
/** A variant against the word itself. */
const VARIANT_WEIGHT = 0.8
/** What is left of it where an acronym is written small and is another word then: *via*, *usa*. */
const SMALL_ACRONYM_WEIGHT = 0.2

/**
 * What else says the same as a unit and occurs in the corpus: variants, and the likeliest translations of the words
 * and of their variants. Weights do not depend on what the corpus has.
 */
export function othersOf(
  unit: KnownUnit,
  words: readonly string[],
  lang: string,
  isName: boolean,
  bridge: Bridge,
  statistics: Statistics,
): Other[] {
  const isPresent = ({ translation }: Other): boolean => passagesWith(translation, statistics) > 0
  const scaled = (choices: readonly Other[], factor: number): Other[] =>
    choices
      .filter(({ weight }) => weight >= MIN_RATIO)
      .map(({ translation, weight }) => ({ translation, weight: weight * factor }))
  const isOther = ({ terms }: Translation): boolean => terms.join(' ') !== unit.terms.join(' ')
  const word = words[0] ?? ''
  const isAcronym = isKnownAcronym(word, [...unit.translations, ...unit.variants])
  const own = chooseTranslations(
    unit.translations.filter(({ sources }) => !isAcronym || sources.has(word)),
    words,
    lang,
    isName,
  )
  const isOrdinary = own.some(({ translation }) => !isForAcronyms(translation))
  const variantWeight = (variant: Translation): number =>
    VARIANT_WEIGHT * (isOrdinary && !isAcronym && isForAcronyms(variant) ? SMALL_ACRONYM_WEIGHT : 1)
  const variants = chooseTranslations(unit.variants, words, lang, isName)
    .filter(({ translation, weight }) => weight >= VARIANT_WEIGHT && isOther(translation))
    .map(({ translation }) => ({ translation, weight: variantWeight(translation) }))
  const ofVariants = variants.flatMap(({ translation: { terms, word }, weight }) => {
    const translations = bridge
      .unitsAt(lang, terms, 0)
      .filter(({ length }) => length === terms.length)
      .flatMap((known) => chooseTranslations(known.translations, [word], lang))
      .filter(({ translation }) => !bridge.rejections.has({ lang, terms: unit.terms }, translation))
    return scaled(translations, TRANSLATION_WEIGHT * weight)
  })
  const translations = [...scaled(own, TRANSLATION_WEIGHT), ...ofVariants]
  return [
    ...variants.filter(isPresent),
    ...distinct(translations).filter(isPresent).slice(0, MAX_TRANSLATIONS),
  ]
}

/** Whether only acronyms are translated so. */
function isForAcronyms({ sources }: Translation): boolean {
  return [...sources.keys()].every(isAcronymLike)
}

/** Each translation once, with its largest weight, likeliest first. */
function distinct(others: readonly Other[]): Other[] {
  const byTerms = new Map<string, Other>()
  for (const other of [...others].sort((a, b) => b.weight - a.weight)) {
    const key = `${other.translation.lang} ${other.translation.terms.join(' ')}`
    if (!byTerms.has(key)) byTerms.set(key, other)
  }
  return [...byTerms.values()]
}
