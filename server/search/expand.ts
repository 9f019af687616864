/**
 * The bridge in a search: adds to each group of the query what it says in the other languages of the corpus, and says
 * so. Translations come from lexicons; a word that they do not have is looked for as a cognate.
 */
import type { Alternative } from '../../engine/query.ts'
import type { Statistics } from '../../engine/statistics.ts'
import { passagesWith } from '../../engine/weights.ts'
import type { Bridge, KnownUnit, Translation } from '../../language/bridge/bridge.ts'
import type { Origin } from '../../language/bridge/lexicon.ts'
import { foldWord } from '../../language/fold.ts'
import type { Cognates } from './cognates.ts'
import type { QueryGroup, WordReading } from './readings.ts'
import type { Query } from './understand.ts'

/** A way to say a word, or several words, of the query in another language. */
export type Expansion = {
  /** Stable for the same query and lexicons: the parameter `without` takes it. */
  id: string
  /** The words of the query that it stands for. */
  from: string
  to: string
  lang: string
  weight: number
  via: Origin | 'cognate'
  evidence?: string
}

/** What connects the languages. */
export type Connections = { bridge: Bridge; cognates: Cognates }

/** Translations of one word that are used, likeliest first. */
const MAX_TRANSLATIONS = 5
/** Translations less likely than this, compared with the likeliest, are left out. */
const MIN_RATIO = 0.1
/** How much likelier a translation is that the lexicon gives for the very word, not for one with the same stem. */
const SAME_FORM_FACTOR = 4
/** A translation against the word itself, in the language of the query. */
const TRANSLATION_WEIGHT = 0.9
const COGNATE_WEIGHT = 0.5
/** The parts of a unit that is translated as a whole. */
const PART_WEIGHT = 0.3
/** A word that is written the same in the other language: surely it if nothing is known, else perhaps. */
const SAME_WORD_UNKNOWN = 0.9
const SAME_WORD_KNOWN = 0.2

/**
 * Adds the expansions of a query.
 *
 * @param without ids of expansions that are not wanted
 */
export function expand(
  query: Query,
  { bridge, cognates }: Connections,
  statistics: Statistics,
  without: ReadonlySet<string>,
): { groups: QueryGroup[]; expansions: Expansion[] } {
  const added: Alternative[][] = query.groups.map(() => [])
  const expansions = new Map<string, Expansion>()
  const add = (
    groups: readonly number[],
    to: Omit<Alternative, 'expansion'>,
    said: Omit<Expansion, 'id'>,
  ): void => {
    const key = `${said.from}\t${to.lang}\t${to.terms.join(' ')}`
    const expansion = expansions.get(key) ?? { id: `x${expansions.size + 1}`, ...said }
    expansions.set(key, expansion)
    if (without.has(expansion.id)) return
    for (const group of groups) added[group]?.push({ ...to, expansion: expansion.id })
  }

  for (const lang of new Set(query.groups.flatMap(({ readings }) => [...readings.keys()]))) {
    const readings = query.groups.map((group) => group.readings.get(lang))
    const places = readings.flatMap((reading, group) => placesOf(reading, group, lang, bridge))
    const terms = places.map(({ term }) => term)
    const isPart = terms.map(() => false)
    for (let at = 0; at < terms.length; at += 1) {
      if (terms[at] === '') continue
      // A part of a joined word does not say what the word says.
      const units = bridge.unitsAt(lang, terms, at).filter(({ length }) => isWhole(places, at, length))
      const longest = units.find(({ length }) => length > 1)
      for (const unit of [longest, units.find(({ length }) => length === 1)]) {
        if (unit === undefined) continue
        const covered = Array.from({ length: unit.length }, (_, offset) => at + offset)
        const groups = [...new Set(covered.map((place) => places[place]?.group ?? 0))]
        const from = groups.map((index) => query.groups[index]?.word).join(' ')
        const share =
          (readings[groups[0] ?? 0]?.weight ?? 0) * (unit === longest || !isPart[at] ? 1 : PART_WEIGHT)
        for (const { lang: to, terms, word, via, evidence, weight: likely } of usable(
          unit,
          from,
          statistics,
        )) {
          const weight = share * TRANSLATION_WEIGHT * likely
          const said = { from, to: word, lang: to, weight: rounded(weight), via }
          add(
            groups,
            { lang: to, terms, weight },
            { ...said, ...(evidence === undefined ? {} : { evidence }) },
          )
        }
        if (unit === longest) for (const index of covered) isPart[index] = true
      }
    }
    for (const [index, group] of query.groups.entries()) {
      const reading = readings[index]
      if ((added[index]?.length ?? 0) > 0 || reading === undefined) continue
      for (const { lang: to, term, word } of cognates(group.word, lang)) {
        if (foldWord(word) === foldWord(group.word)) continue
        const weight = reading.weight * COGNATE_WEIGHT
        const said = {
          from: group.word,
          to: word,
          lang: to,
          weight: rounded(weight),
          via: 'cognate' as const,
        }
        add([index], { lang: to, terms: [term], weight }, said)
      }
    }
  }
  const groups = query.groups.map((group, index) => merge(group, added[index] ?? []))
  return { groups, expansions: [...expansions.values()].filter(({ id }) => !without.has(id)) }
}

/** A term of the query in one language, and the group that it belongs to. */
type Place = { term: string; group: number }

/** The terms of a group: its own, or those of the parts of a joined word that no lexicon has as a whole. */
function placesOf(reading: WordReading | undefined, group: number, lang: string, bridge: Bridge): Place[] {
  const { term = '', parts } = reading ?? {}
  const isKnown = parts === undefined || bridge.unitsAt(lang, [term], 0).length > 0
  return (isKnown ? [term] : parts).map((one) => ({ term: one, group }))
}

/** Whether a run of places covers groups from end to end. */
function isWhole(places: readonly Place[], at: number, length: number): boolean {
  return (
    places[at - 1]?.group !== places[at]?.group &&
    places[at + length]?.group !== places[at + length - 1]?.group
  )
}

/** The translations of a unit whose terms the corpus has, as shares of the likeliest of them. */
function usable(unit: KnownUnit, from: string, statistics: Statistics): Translation[] {
  const form = foldWord(from)
  const present = unit.translations
    .filter((translation) => passagesWith(translation, statistics) > 0)
    .map((translation) => ({
      ...translation,
      weight: translation.weight * (translation.sources.has(form) ? SAME_FORM_FACTOR : 1),
    }))
    .sort((a, b) => b.weight - a.weight)
  const most = present[0]?.weight ?? 1
  return present
    .map((translation) => ({ ...translation, weight: translation.weight / most }))
    .filter(({ weight }) => weight >= MIN_RATIO)
    .slice(0, MAX_TRANSLATIONS)
}

/** A group with its translations. The same term twice counts once, with the larger weight. */
function merge(group: QueryGroup, added: readonly Alternative[]): QueryGroup {
  const byTerms = new Map<string, Alternative>()
  for (const own of group.alternatives) {
    const isTranslated = added.some(({ lang }) => lang === own.lang)
    const isReading = group.readings.has(own.lang)
    const weight = isReading ? own.weight : isTranslated ? SAME_WORD_KNOWN : SAME_WORD_UNKNOWN
    byTerms.set(`${own.lang} ${own.terms.join(' ')}`, { ...own, weight })
  }
  for (const alternative of added) {
    const key = `${alternative.lang} ${alternative.terms.join(' ')}`
    const known = byTerms.get(key)
    if (known === undefined || known.weight < alternative.weight) byTerms.set(key, alternative)
  }
  return { ...group, alternatives: [...byTerms.values()] }
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100
}
