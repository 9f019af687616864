/**
 * The bridge between languages: what a term says in another language, as far as lexicons know it. Lookups are by
 * terms, so that inflections meet; terms of several words are units.
 */
import { termsOfUnit } from '../analyzer.ts'
import { atOnce, type Steps } from '../slices.ts'
import {
  type Evidence,
  isTrusted,
  kindOf,
  type Statement,
  say,
  type Translation,
  weigh,
  worthOf,
} from './evidence.ts'
import type { Lexicon } from './lexicon.ts'

/** A run of terms that has translations. */
export type KnownUnit = {
  terms: readonly string[]
  /** Number of terms. */
  length: number
  /** As the lexicon writes it. */
  word: string
  /** Most likely first. */
  translations: Translation[]
  /** Other ways to say the same in the same language: acronyms and full forms, spellings, near names. */
  variants: Translation[]
}

/** Lookup of translations. */
export type Bridge = {
  /** Units of `terms` that begin at `index`, longest first. */
  unitsAt: (lang: string, terms: readonly string[], index: number) => KnownUnit[]
  /** Whether a single term of a language has a translation. */
  knows: (lang: string, term: string) => boolean
  /** Number of entries that can be used. */
  size: number
}

type Unit = {
  terms: string[]
  word: string
  byTarget: Map<string, Evidence>
  /** Made when there is one: an empty map takes more memory than most units. */
  variants?: Map<string, Evidence>
}
type Units = Map<string, Map<string, Unit>>

/** A bridge over lexicons; entries without terms on either side are passed over. */
export function createBridge(lexicons: readonly Lexicon[]): Bridge {
  return atOnce(bridgeOver(lexicons))
}

/** {@link createBridge}, entry by entry. */
export function* bridgeOver(lexicons: readonly Lexicon[]): Steps<Bridge> {
  const byLanguage = new Map<string, Units>()
  let size = 0
  for (const lexicon of lexicons) {
    const forwardRank = new Map<string, number>()
    const backwardRank = new Map<string, number>()
    const analyzed = new Map<string, string[]>()
    const termsOf = (text: string, lang: string): string[] => {
      const key = `${lang} ${text}`
      let terms = analyzed.get(key)
      if (terms === undefined) {
        terms = termsOfUnit(text, lang)
        analyzed.set(key, terms)
      }
      return terms
    }
    for (const entry of lexicon.entries) {
      yield
      const source = { lang: lexicon.from, word: entry.source, terms: termsOf(entry.source, lexicon.from) }
      const target = { lang: lexicon.to, word: entry.target, terms: termsOf(entry.target, lexicon.to) }
      if (source.terms.length === 0 || target.terms.length === 0 || !isTrusted(entry, lexicon)) continue
      // Spellings with one term are one word: nothing to add.
      if (source.lang === target.lang && source.terms.join(' ') === target.terms.join(' ')) continue
      size += 1
      const { evidence, times } = entry
      const said = {
        kind: kindOf(lexicon),
        via: lexicon.via,
        remark: {
          ...(evidence === undefined ? {} : { evidence }),
          ...(times === undefined ? {} : { times }),
        },
      }
      const forward = entry.forward ?? rankWeight(forwardRank, entry.source)
      const backward = entry.backward ?? rankWeight(backwardRank, entry.target)
      add(byLanguage, source, target, {
        ...said,
        source: source.word,
        word: target.word,
        worth: worthOf(forward, entry, lexicon),
      })
      add(byLanguage, target, source, {
        ...said,
        source: target.word,
        word: source.word,
        worth: worthOf(backward, entry, lexicon),
      })
    }
  }
  const finished = new Map<Unit, KnownUnit>()
  return {
    size,
    unitsAt: (lang, terms, index) => {
      const found: KnownUnit[] = []
      for (const unit of byLanguage
        .get(lang)
        ?.get(terms[index] ?? '')
        ?.values() ?? []) {
        if (unit.terms.every((term, offset) => terms[index + offset] === term)) {
          let known = finished.get(unit)
          if (known === undefined) {
            known = finish(unit)
            finished.set(unit, known)
          }
          found.push(known)
        }
      }
      return found.sort((a, b) => b.length - a.length)
    },
    knows: (lang, term) => byLanguage.get(lang)?.get(term)?.has(term) ?? false,
  }
}

/** How fast translations further down count less. Steeper ones (1 is 1, 1/2, 1/3 …) lose everyday words. */
const RANK_POWER = 0.5

/** The first translation of a word counts most: 1, .71, .58, .5 … */
function rankWeight(ranks: Map<string, number>, word: string): number {
  const rank = (ranks.get(word) ?? 0) + 1
  ranks.set(word, rank)
  return rank ** -RANK_POWER
}

type Side = { lang: string; word: string; terms: string[] }

function add(byLanguage: Map<string, Units>, source: Side, target: Side, statement: Statement): void {
  const units = byLanguage.get(source.lang) ?? new Map<string, Map<string, Unit>>()
  byLanguage.set(source.lang, units)
  const first = source.terms[0] ?? ''
  const beginning = units.get(first) ?? new Map<string, Unit>()
  units.set(first, beginning)
  const key = source.terms.join(' ')
  const unit: Unit = beginning.get(key) ?? { terms: source.terms, word: source.word, byTarget: new Map() }
  beginning.set(key, unit)
  const targetKey = `${target.lang} ${target.terms.join(' ')}`
  if (source.lang === target.lang) unit.variants ??= new Map()
  const targets = (source.lang === target.lang && unit.variants) || unit.byTarget
  const known = targets.get(targetKey) ?? { ...target, statements: [] }
  targets.set(targetKey, known)
  say(known.statements, statement)
}

function finish({ terms, word, byTarget, variants = new Map() }: Unit): KnownUnit {
  const weighed = (found: ReadonlyMap<string, Evidence>) =>
    weigh([...found.values()]).sort((a, b) => b.weight - a.weight)
  return { terms, length: terms.length, word, translations: weighed(byTarget), variants: weighed(variants) }
}
