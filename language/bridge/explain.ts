/** What lexicons say of words or terms, in every language, and which of them say so. */
import { termsOfUnit } from '../analyzer.ts'
import { languages } from '../languages.ts'
import type { Bridge } from './bridge.ts'
import type { Translation } from './evidence.ts'
import type { Rejection } from './rejections.ts'

/** What is known of the words, read as words of one language. */
export type Explanation = {
  lang: string
  /** What analysis makes of the words. */
  terms: string[]
  /** Runs of terms that have translations, in the order of the words, longest first. */
  units: { word: string; terms: string[]; translations: KnownTranslation[] }[]
  /** Pairs of runs of the terms that are no translations, because somebody has said so; in the same order. */
  rejected: Rejection[]
}

/** A translation of the bridge, as JSON can hold it. */
export type KnownTranslation = Omit<Translation, 'sources'> & { sources: string[] }

/** Rejected pairs are looked up for each run of terms of up to this length. */
const MAX_RUN = 12

/** Explains words, read as words of each language in turn. */
export function explainWords(words: string, bridge: Bridge): Explanation[] {
  return [...languages.keys()].map((lang) => {
    const terms = termsOfUnit(words, lang)
    return {
      lang,
      terms,
      units: terms.flatMap((_, index) => unitsAt(bridge, lang, terms, index)),
      rejected: terms.flatMap((_, index) => rejectedAt(bridge, lang, terms, index)),
    }
  })
}

function unitsAt(
  bridge: Bridge,
  lang: string,
  terms: readonly string[],
  index: number,
): Explanation['units'] {
  return bridge.unitsAt(lang, terms, index).map(({ word, length, translations }) => ({
    word,
    terms: terms.slice(index, index + length),
    translations: translations.map(({ sources, ...translation }) => ({
      ...translation,
      sources: [...sources.keys()],
    })),
  }))
}

function rejectedAt(
  { rejections }: Bridge,
  lang: string,
  terms: readonly string[],
  index: number,
): Rejection[] {
  const longest = Math.min(MAX_RUN, terms.length - index)
  return Array.from({ length: longest }, (_, shorter) => longest - shorter).flatMap((length) =>
    rejections.of(lang, terms.slice(index, index + length)),
  )
}
