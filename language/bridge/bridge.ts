/**
 * The bridge between languages: what a term says in another language, as far as lexicons know it. Lookups are by
 * terms, so that inflections meet; terms of several words are units.
 */
import { createLargeMap, type LargeMap } from '../large-map.ts'
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
import { type Rejections, rejectionsIn } from './rejections.ts'
import { areSame, type Side, sidesIn } from './sides.ts'
import type { SingleWords } from './single-words.ts'

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
export type Bridge = SingleWords & {
  /** Units of `terms` that begin at `index`, longest first. */
  unitsAt: (lang: string, terms: readonly string[], index: number) => KnownUnit[]
  /** The single terms of each language that something is said of. */
  singleTerms: () => Map<string, string[]>
  /** The single words of a language that something is said of, as lexicons write them; some more than once. */
  words: (lang: string) => Iterable<string>
  /** Pairs that are no translations, because somebody has said so. */
  rejections: Rejections
  /** Number of entries that can be used. */
  size: number
}

/** What an entry says in one direction. There are some hundred thousand of them: what many have alike is one object. */
type Said = {
  from: Side
  to: Side
  worth: number
  about: Pick<Statement, 'kind' | 'via' | 'lexicons' | 'remark'>
}

/** All that is said of a run of terms. */
type Unit = { terms: readonly string[]; said: Said[] }

/** By language and first term. */
type Units = Map<string, LargeMap<Unit[]>>

/** A bridge over lexicons; entries without terms on either side are passed over. */
export function createBridge(lexicons: readonly Lexicon[]): Bridge {
  return atOnce(bridgeOver(lexicons))
}

/** {@link createBridge}, entry by entry. */
export function* bridgeOver(lexicons: readonly Lexicon[]): Steps<Bridge> {
  const units: Units = new Map()
  const rejections = rejectionsIn(lexicons)
  let size = 0
  for (const lexicon of lexicons) {
    if (lexicon.isRejecting === true) continue
    const forwardRank = createLargeMap<number>()
    const backwardRank = createLargeMap<number>()
    const sideOf = { [lexicon.from]: sidesIn(lexicon.from), [lexicon.to]: sidesIn(lexicon.to) }
    const named = lexicon.name === undefined ? [] : [lexicon.name]
    const usual = { kind: kindOf(lexicon), via: lexicon.via, lexicons: named, remark: {} }
    for (const entry of lexicon.entries) {
      yield
      const source = sideOf[lexicon.from]?.(entry.source)
      const target = sideOf[lexicon.to]?.(entry.target)
      if (source === undefined || target === undefined || !isTrusted(entry, lexicon)) continue
      // Spellings with one term are one word: nothing to add.
      if (source.lang === target.lang && areSame(source.terms, target.terms)) continue
      if (rejections.has(source, target)) continue
      size += 1
      const { evidence, times } = entry
      const remark = {
        ...(evidence === undefined ? {} : { evidence }),
        ...(times === undefined ? {} : { times }),
      }
      const about = evidence === undefined && times === undefined ? usual : { ...usual, remark }
      const forward = entry.forward ?? rankWeight(forwardRank, entry.source)
      const backward = entry.backward ?? rankWeight(backwardRank, entry.target)
      add(units, { from: source, to: target, worth: worthOf(forward, entry, lexicon), about })
      add(units, { from: target, to: source, worth: worthOf(backward, entry, lexicon), about })
    }
  }
  const finished = new Map<Unit, KnownUnit>()
  const finish = (unit: Unit): KnownUnit => {
    const known = finished.get(unit) ?? weighed(unit)
    finished.set(unit, known)
    return known
  }
  const unitsAt: Bridge['unitsAt'] = (lang, terms, index) =>
    unitsFrom(units, lang, terms[index] ?? '')
      .filter((unit) => unit.terms.every((term, offset) => terms[index + offset] === term))
      .map(finish)
      .sort((a, b) => b.length - a.length)
  return {
    size,
    rejections,
    unitsAt,
    equivalents: (lang, term, to) => [
      ...new Set(
        unitsAt(lang, [term], 0)
          .flatMap(({ translations }) => translations)
          .flatMap(({ lang, terms }) => (lang === to && terms.length === 1 ? terms : [])),
      ),
    ],
    singleTerms: () =>
      new Map(
        [...units].map(([lang, ofLanguage]) => {
          const begun = [...ofLanguage.values()].flat()
          return [lang, begun.flatMap(({ terms }) => (terms.length === 1 ? terms : []))]
        }),
      ),
    words: function* (lang) {
      for (const begun of units.get(lang)?.values() ?? []) {
        for (const { terms, said } of begun)
          if (terms.length === 1) for (const { from } of said) yield from.word
      }
    },
    knows: (lang, term) => unitsFrom(units, lang, term).some(({ terms }) => terms.length === 1),
  }
}

function unitsFrom(units: Units, lang: string, first: string): readonly Unit[] {
  return units.get(lang)?.get(first) ?? []
}

/** The first translation of a word counts most: 1, 1/2, 1/3 … Lists are long, and what stands far down is seldom meant. */
function rankWeight(ranks: LargeMap<number>, word: string): number {
  const rank = (ranks.get(word) ?? 0) + 1
  ranks.set(word, rank)
  return 1 / rank
}

function add(units: Units, said: Said): void {
  const { lang, terms } = said.from
  const ofLanguage = units.get(lang) ?? createLargeMap<Unit[]>()
  units.set(lang, ofLanguage)
  const [first = ''] = terms
  const beginning = ofLanguage.get(first) ?? []
  ofLanguage.set(first, beginning)
  const known = beginning.find((unit) => areSame(unit.terms, terms))
  if (known === undefined) beginning.push({ terms, said: [said] })
  else known.said.push(said)
}

/** A unit with what is said of it added up, translation by translation. */
function weighed({ terms, said }: Unit): KnownUnit {
  const translations = new Map<string, Evidence>()
  const variants = new Map<string, Evidence>()
  for (const { from, to, worth, about } of said) {
    const found = from.lang === to.lang ? variants : translations
    const key = `${to.lang} ${to.terms.join(' ')}`
    const known = found.get(key) ?? { ...to, statements: [] }
    found.set(key, known)
    say(known.statements, { ...about, source: from.word, word: to.word, worth })
  }
  const sorted = (found: ReadonlyMap<string, Evidence>) =>
    weigh([...found.values()]).sort((a, b) => b.weight - a.weight)
  return {
    terms,
    length: terms.length,
    word: said[0]?.from.word ?? '',
    translations: sorted(translations),
    variants: sorted(variants),
  }
}
