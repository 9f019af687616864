/**
 * What counts as a match. Decided by the words of the query alone, never by filters: a filter can only narrow, and what
 * a facet counts is what choosing it gives. Decided for each language of documents on its own, so that plenty in one
 * does not silence the other.
 */
import { and, atLeast, documentHas, havingInDocument, isIn, not, or } from '../../../engine/filters.ts'
import { groupIdf, isFindable } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { documentShare, shareWorth } from '../../../ranking/together.ts'
import type { WordsNeeded } from '../request.ts'
import type { QueryGroup } from '../understanding/readings.ts'

/** One of the expressions that documents of a language may have to fulfill. */
export type Rung = {
  /** Share of the weight of the words asked for that a document must have: 1 is every word, 0 any word. */
  share: number
  /** On `tok` of documents; empty if all of them match. Made when it is asked for: most rungs are not. */
  expression: () => string
  /** How many documents of the language are estimated to fulfill it. */
  expected: number
  /** Whether having these groups, in the order of the query, is enough. */
  isMetBy: (groups: readonly boolean[]) => boolean
}

/** What may count as a match among the documents of one language. */
export type Ladder = {
  /** An analyzed language, or `und` for documents in any other. */
  lang: string
  /** Whether it is the ladder of documents in a language, given by its code. */
  covers: (lang: string) => boolean
  /** On documents: being in the language. */
  isInLanguage: string
  /** For each group, whether it is asked of these documents. */
  asked: readonly boolean[]
  /** Whether nothing connects the query to the language: only what its documents quote of others can match. */
  isForeign: boolean
  /** Strictest first. */
  rungs: Rung[]
}

/** The rung that documents of each language must reach. Languages without any match are missing. */
export type Match = { ladder: Ladder; rung: Rung }[]

/** Of so many words or fewer all are needed. */
const FEW_WORDS = 3
/** Most of the weight of a query. */
const MOST = 0.6
/** Shares of the weight that are tried where too few documents have more. */
const LOWER_SHARES = [0.8, MOST, 0.4, 0.2, 0.1]
/** A query of which fewer words occur anywhere asks for something that is not there. */
const MIN_KNOWN = 2
/**
 * Of more groups than this, the others count only where every word is asked for, and in ranking: expressions grow
 * with the number of combinations.
 */
const MAX_GROUPS = 8
/** Sums of the same numbers are equal but for rounding. */
const ROUNDING = 1e-9

/**
 * The ladders of a query, one for each language that documents may be in.
 *
 * @param groups one for each word; without any, every document matches
 * @param needed how many of the words the caller asks for
 */
export function laddersOf(
  groups: readonly QueryGroup[],
  needed: WordsNeeded,
  statistics: Statistics,
): Ladder[] {
  const analyzed = [...statistics.languages.keys()].filter((lang) => lang !== 'und')
  const other = analyzed.length === 0 ? '' : not(isIn('lang', analyzed))
  const conditions = [
    ...analyzed.map((lang) => ({
      lang,
      covers: (code: string) => code === lang,
      isInLanguage: isIn('lang', [lang]),
    })),
    // Documents in other languages have passages that are filed under it.
    ...(statistics.languages.has('und') || analyzed.length === 0
      ? [{ lang: 'und', covers: (code: string) => !analyzed.includes(code), isInLanguage: other }]
      : []),
  ]
  const isNowhere = groups.map((group) =>
    [...statistics.languages.keys()].every((lang) => !isFindable(group, lang, statistics)),
  )
  const known = isNowhere.filter((isUnknown) => !isUnknown).length
  // Who asks for a person that nobody mentions is not served by everyone of the same first name.
  const insists = needed === 'all' || known < MIN_KNOWN
  // One of them is asked for all: more would only outweigh what is known.
  const insistedOn = insists ? isNowhere.indexOf(true) : -1
  return conditions.map((condition) => {
    const { lang } = condition
    const connected = groups.map(
      (group, index) =>
        index === insistedOn ||
        (isNowhere[index] === false && (group.readings.has(lang) || isFindable(group, lang, statistics))),
    )
    const isForeign = groups.length > 0 && !connected.includes(true)
    const asked = connected.map((isConnected) => isForeign || isConnected)
    const words = groups.map((group, index) => ({
      index,
      group,
      worth: weightOf(group, lang, statistics),
      share: documentShare(group, lang, statistics),
    }))
    const documents = statistics.languages.get(lang)?.documents ?? 0
    const rungs = rungsOf(words, asked, needed, isForeign).map(({ expected, ...rung }) => ({
      ...rung,
      expected: documents * expected,
    }))
    return { ...condition, asked, isForeign, rungs }
  })
}

/** The expression for all documents that match. */
export function matchExpression(match: Match, ladders: readonly Ladder[]): string {
  const languagesOf = new Map<string, string[]>()
  for (const { ladder, rung } of match) {
    const expression = rung.expression()
    languagesOf.set(expression, [...(languagesOf.get(expression) ?? []), ladder.isInLanguage])
  }
  const [same = ''] = languagesOf.keys()
  // Said once for all languages where it is the same for all.
  if (match.length === ladders.length && languagesOf.size === 1) return same
  if (match.length === 0) return isIn('tok', [])
  return or([...languagesOf].map(([expression, languages]) => and([or(languages), expression])))
}

/** A word's weight is its idf. One that occurs nowhere weighs as much as the rarest word there could be. */
function weightOf(group: QueryGroup, lang: string, statistics: Statistics): number {
  const worth = groupIdf(group, lang, statistics)
  if (worth > 0) return worth
  const passages = statistics.languages.get(lang)?.passages ?? 0
  return Math.log(1 + 2 * Math.max(1, passages))
}

/** A word of the query in one language of documents: its place in the query, its weight, how many documents have it. */
type AskedWord = { index: number; group: QueryGroup; worth: number; share: number }

/** The rungs of one language, `expected` being a share of its documents. */
function rungsOf(
  words: readonly AskedWord[],
  asked: readonly boolean[],
  needed: WordsNeeded,
  isForeign: boolean,
): Rung[] {
  const all = words.filter(({ index }) => asked[index] === true)
  const every: Rung = {
    share: 1,
    expression: () => and(all.map(({ group }) => documentHas(group))),
    expected: shareWorth(all, totalWorth(all)),
    isMetBy: (has) => all.every(({ index }) => has[index] === true),
  }
  if (needed === 'any' && words.length > 1) {
    // Those that are not asked of the language too: a document may quote another one.
    const expression = () => or(words.map(({ group }) => documentHas(group)))
    return [{ share: 0, expression, expected: 1, isMetBy: (has) => has.includes(true) }]
  }
  if (needed === 'all' || all.length < 2) return [every]
  const heaviest = [...all].sort((a, b) => b.worth - a.worth).slice(0, MAX_GROUPS)
  const total = totalWorth(heaviest)
  const withShare = (share: number): Rung => ({
    share,
    expression: () =>
      atLeast(
        heaviest.map(({ group, worth }) => [{ worth, ...havingInDocument(group) }]),
        share * total,
      ),
    expected: shareWorth(heaviest, share * total),
    isMetBy: (has) =>
      totalWorth(heaviest.filter(({ index }) => has[index] === true)) >= share * total - ROUNDING,
  })
  const isFew = all.length <= FEW_WORDS
  if (needed === 'most') return [withShare(MOST)]
  if (isForeign) return isFew ? [every] : [withShare(MOST)]
  const sums = sumsOf(heaviest)
  const distinct = new Map<number | undefined, Rung>(isFew ? [[sums.at(-1), every]] : [])
  for (const share of LOWER_SHARES.filter((share) => isFew || share <= MOST)) {
    // Shares between which no words are worth anything ask for the same.
    const least = sums.find((worth) => worth >= share * total - ROUNDING)
    if (!distinct.has(least)) distinct.set(least, withShare(share))
  }
  return [...distinct.values()]
}

/** What some or all of the words are worth together, every combination, least first. */
function sumsOf(words: readonly { worth: number }[]): number[] {
  let sums = [0]
  for (const { worth } of words) sums = sums.flatMap((sum) => [sum, sum + worth])
  return sums.sort((a, b) => a - b)
}

function totalWorth(words: readonly { worth: number }[]): number {
  return words.reduce((total, { worth }) => total + worth, 0)
}
