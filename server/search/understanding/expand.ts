/**
 * The bridge in a search: adds to each group of the query what it says in the other languages of the corpus and what
 * else says the same in its own, and says so. Translations come from lexicons; a word that they do not have is looked
 * for as a cognate.
 */
import { createHash } from 'node:crypto'
import type { Bridge } from '../../../language/bridge/bridge.ts'
import type { Origin } from '../../../language/bridge/lexicon.ts'
import { foldWord } from '../../../language/fold.ts'
import type { Alternative } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { Cognates } from './cognates.ts'
import { othersOf } from './others.ts'
import type { QueryGroup, WordReading } from './readings.ts'

/** Another way to say a word, or several words, of the query. */
export type Expansion = {
  /** Made of what it says, so it is the same in every answer: the parameter `without` takes it. */
  id: string
  /** The words of the query that it stands for. */
  from: string
  to: string
  lang: string
  weight: number
  via: Origin | 'cognate' | 'reference' | 'spelling'
  evidence?: string
}

/** What connects the languages. */
export type Connections = { bridge: Bridge; cognates: Cognates }

/** An alternative that counts less ranks what is found, but finds nothing by itself. */
const MIN_FINDING_WEIGHT = 0.2
const COGNATE_WEIGHT = 0.5
/** The parts of a unit that is translated as a whole. */
const PART_WEIGHT = 0.3
/** A word that is written the same in the other language: surely it if nothing is known, else perhaps. */
const SAME_WORD_UNKNOWN = 0.9
const SAME_WORD_KNOWN = 0.2

/**
 * Adds the expansions of a query.
 *
 * @param asked its words in order
 * @param without ids of expansions that are not wanted
 */
export function expand(
  asked: readonly QueryGroup[],
  { bridge, cognates }: Connections,
  statistics: Statistics,
  without: ReadonlySet<string>,
): { groups: QueryGroup[]; expansions: Expansion[] } {
  const added: Alternative[][] = asked.map(() => [])
  const expansions = new Map<string, Expansion>()
  const add = (
    groups: readonly number[],
    to: Omit<Alternative, 'expansion'>,
    said: Omit<Expansion, 'id' | 'weight'>,
  ): void => {
    const key = `${foldWord(said.from)}\t${to.lang}\t${to.terms.join(' ')}`
    const weight = Math.round(to.weight * 100) / 100
    const expansion = expansions.get(key) ?? { id: idOf(key), ...said, weight }
    expansions.set(key, expansion)
    if (without.has(expansion.id)) return
    const isWeak = to.weight < MIN_FINDING_WEIGHT
    const alternative = { ...to, expansion: expansion.id, ...(isWeak ? { ranksOnly: true } : {}) }
    for (const group of groups) added[group]?.push(alternative)
  }

  for (const lang of new Set(asked.flatMap(({ readings }) => [...readings.keys()]))) {
    const readings = asked.map((group) => group.readings.get(lang))
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
        const words = groups.map((index) => asked[index]?.word ?? '')
        const reading = readings[groups[0] ?? 0]
        const share = (reading?.weight ?? 0) * (unit === longest || !isPart[at] ? 1 : PART_WEIGHT)
        const isName = groups.every((index) => isWrittenAsName(asked, index))
        for (const { translation, weight } of othersOf(unit, words, lang, isName, bridge, statistics)) {
          const { lang: to, terms, word, via, evidence } = translation
          add(
            groups,
            { lang: to, terms, weight: share * weight },
            {
              from: words.join(' '),
              to: word,
              lang: to,
              via,
              ...(evidence === undefined ? {} : { evidence }),
            },
          )
        }
        if (unit === longest) for (const index of covered) isPart[index] = true
      }
    }
    for (const [index, group] of asked.entries()) {
      const reading = readings[index]
      if (reading === undefined || added[index]?.some((one) => one.lang !== lang)) continue
      const own = { lang, terms: [reading.term] }
      for (const { lang: to, term, word } of cognates(group.word, lang)) {
        if (foldWord(word) === foldWord(group.word)) continue
        if (bridge.rejections.has(own, { lang: to, terms: [term] })) continue
        const alternative = { lang: to, terms: [term], weight: reading.weight * COGNATE_WEIGHT }
        add([index], alternative, { from: group.word, to: word, lang: to, via: 'cognate' })
      }
    }
  }
  const groups = asked.map((group, index) => merge(group, added[index] ?? []))
  return { groups, expansions: [...expansions.values()].filter(({ id }) => !without.has(id)) }
}

/** The id of an expansion, from what it says. */
export function idOf(key: string): string {
  return `x${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
}

/** A term of the query in one language, and the group that it belongs to. */
type Place = { term: string; group: number }

/** The terms of a group: its own, or those of the parts of a joined word that no lexicon has as a whole. */
function placesOf(reading: WordReading | undefined, group: number, lang: string, bridge: Bridge): Place[] {
  const { term = '', parts } = reading ?? {}
  const isKnown = parts === undefined || bridge.unitsAt(lang, [term], 0).length > 0
  return (isKnown ? [term] : parts).map((one) => ({ term: one, group }))
}

/** Whether so many places cover groups from end to end. */
function isWhole(places: readonly Place[], at: number, length: number): boolean {
  return (
    places[at - 1]?.group !== places[at]?.group &&
    places[at + length]?.group !== places[at + length - 1]?.group
  )
}

/** Whether a word has a capital in a query that writes other words small, and is not its first. */
function isWrittenAsName(groups: readonly QueryGroup[], index: number): boolean {
  const isCapital = ({ word }: QueryGroup): boolean => /^\p{Lu}/u.test(word)
  const group = groups[index]
  return index > 0 && group !== undefined && isCapital(group) && !groups.every(isCapital)
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
