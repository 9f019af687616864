/** `bifora lexicon explain`: what the bridge knows of a word or term, for people. */
import type { Explanation } from '../../language/bridge/explain.ts'

/** Explanations of words as lines. */
export function explanationLines(words: string, explanations: readonly Explanation[]): string[] {
  return explanations.flatMap(({ lang, terms, units, rejected }) => {
    const name = languageName(lang)
    if (terms.length === 0) return [`${name}: "${words}" has no word that searches look for.`]
    const no = rejected.map(({ from, to }) => `    no translation of ${from.word}: ${to.word}`)
    if (units.length === 0) return [`${name}: nothing is known of "${words}" (${terms.join(' ')}).`, ...no]
    return [`${name}:`, ...units.flatMap(unitLines), ...no]
  })
}

function unitLines({ word, terms, translations }: Explanation['units'][number]): string[] {
  const width = Math.max(0, ...translations.map((translation) => translation.word.length))
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
