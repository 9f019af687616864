/**
 * What a bridge says of single words: all that recognizing translations of documents asks, in a form that is read back in
 * a tenth of the time that the bridge takes to be made.
 */
import type { Bridge } from './bridge.ts'

/** Lookup of single words by terms. A bridge is one. */
export type SingleWords = {
  /** Whether a term of a language has a translation. */
  knows: (lang: string, term: string) => boolean
  /** The single terms of another language that say the same as a term, most likely first. */
  equivalents: (lang: string, term: string, to: string) => readonly string[]
}

/** By language: its terms, and by other language what those have there. Lists are texts: that is read fastest. */
type Stored = Record<string, { terms: string; in: Record<string, Record<string, string>> }>

/** What no term has in it. */
const BETWEEN = '\t'

/** What a bridge says of single words, as a text. {@link parseSingleWords} gives back the same. */
export function formatSingleWords(bridge: Bridge): string {
  const stored: Stored = {}
  const terms = bridge.singleTerms()
  for (const [lang, ofLanguage] of terms) {
    const own = { terms: ofLanguage.join(BETWEEN), in: {} as Record<string, Record<string, string>> }
    for (const to of terms.keys()) {
      if (to === lang) continue
      const found = ofLanguage.map((term) => [term, bridge.equivalents(lang, term, to)] as const)
      own.in[to] = Object.fromEntries(
        found.flatMap(([term, others]) => (others.length === 0 ? [] : [[term, others.join(BETWEEN)]])),
      )
    }
    stored[lang] = own
  }
  return JSON.stringify(stored)
}

/**
 * Single words as they were written by {@link formatSingleWords}.
 *
 * @throws {SyntaxError} if it is something else
 */
export function parseSingleWords(text: string): SingleWords {
  const stored = new Map(
    Object.entries(JSON.parse(text) as Stored).map(([lang, { terms, in: others }]) => [
      lang,
      { terms: new Set(terms.split(BETWEEN)), in: others },
    ]),
  )
  return {
    knows: (lang, term) => stored.get(lang)?.terms.has(term) === true,
    equivalents: (lang, term, to) => {
      const found = stored.get(lang)?.in[to]
      return found !== undefined && Object.hasOwn(found, term) ? (found[term] ?? '').split(BETWEEN) : []
    },
  }
}

/** The same as `build` gives, which is called at most once, and not at all where nothing is asked. */
export function lateSingleWords(build: () => SingleWords): SingleWords {
  let built: SingleWords | undefined
  const words = (): SingleWords => {
    built ??= build()
    return built
  }
  return {
    knows: (...asked) => words().knows(...asked),
    equivalents: (...asked) => words().equivalents(...asked),
  }
}
