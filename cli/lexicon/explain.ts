/** `bifora lexicon explain`: what the bridge knows of a word or term, in every language, and from where. */
import { termsOfUnit } from '../../language/analyzer.ts'
import { type Bridge, createBridge } from '../../language/bridge/bridge.ts'
import type { Translation } from '../../language/bridge/evidence.ts'
import type { Lexicon } from '../../language/bridge/lexicon.ts'
import { languages } from '../../language/languages.ts'

/** What is known of the words, read as words of one language. */
export type Explanation = {
  lang: string
  /** What analysis makes of the words. */
  terms: string[]
  /** Runs of terms that have translations, in the order of the words, longest first. */
  units: { word: string; terms: string[]; translations: KnownTranslation[] }[]
}

/** A translation of the bridge, as JSON can hold it. */
export type KnownTranslation = Omit<Translation, 'sources'> & { sources: string[] }

/** Explains words, read as words of each language in turn. */
export function explainWords(words: string, lexicons: readonly Lexicon[]): Explanation[] {
  const bridge = createBridge(lexicons)
  return [...languages.keys()].map((lang) => {
    const terms = termsOfUnit(words, lang)
    return { lang, terms, units: terms.flatMap((_, index) => unitsAt(bridge, lang, terms, index)) }
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

/** Explanations for people. */
export function explanationLines(words: string, explanations: readonly Explanation[]): string[] {
  return explanations.flatMap(({ lang, terms, units }) => {
    const name = languageName(lang)
    if (terms.length === 0) return [`${name}: "${words}" has no word that searches look for.`]
    if (units.length === 0) return [`${name}: nothing is known of "${words}" (${terms.join(' ')}).`]
    return [`${name}:`, ...units.flatMap(unitLines)]
  })
}

function unitLines({ word, terms, translations }: Explanation['units'][number]): string[] {
  const width = Math.max(...translations.map((translation) => translation.word.length))
  const allSources = new Set(translations.flatMap(({ sources }) => sources))
  const lines = translations.map(({ word: translation, weight, via, sources, evidence }) => {
    // Words with the same terms are one unit: style is for stile, to draft for stilare.
    const given = allSources.size > 1 ? `for ${sources.join(', ')}` : undefined
    const remarks = [via, given, evidence].filter((remark) => remark !== undefined).join(' · ')
    return `    ${weight.toFixed(2)}  ${translation.padEnd(width)}  ${remarks}`
  })
  return [`  ${word} (${terms.join(' ')})`, ...lines]
}

function languageName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
}
