/** What a bridge knows about single words, in the form that alignment asks for. */
import type { Bridge } from './bridge.ts'

/** Translations of a term by single terms of another language, each with its probability, 0 to 1. */
export type KnownWords = (term: string) => ReadonlyMap<string, number>

/** The translations of single terms of `from` by single terms of `to`. Remembers what was asked. */
export function knownWords(bridge: Bridge, from: string, to: string): KnownWords {
  const remembered = new Map<string, ReadonlyMap<string, number>>()
  return (term) => {
    let found = remembered.get(term)
    if (found === undefined) {
      found = lookUp(bridge, from, to, term)
      remembered.set(term, found)
    }
    return found
  }
}

function lookUp(bridge: Bridge, from: string, to: string, term: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { translations } of bridge.unitsAt(from, [term], 0)) {
    for (const { lang, terms, weight } of translations) {
      const [single] = terms
      if (lang === to && terms.length === 1 && single !== undefined) weights.set(single, weight)
    }
  }
  return weights
}
