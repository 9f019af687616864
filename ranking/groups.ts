/**
 * A query as ranking takes it: a group of alternatives for each word that matters, and how rare a group is. The
 * alternatives of a group count as one term whose frequency is the sum of theirs by weight: a probabilistic structured
 * query (Darwish and Oard, "Probabilistic structured query methods", SIGIR 2003).
 */
import { idf } from './bm25.ts'
import type { Statistics } from './statistics.ts'

/** One way to say what a word of the query says. */
export type Alternative = {
  /** Language whose terms these are, `und` for the neutral ones. */
  lang: string
  /** One term, or several that follow each other: a unit. */
  terms: readonly string[]
  /** How far it stands for the word: above 0, up to 1. */
  weight: number
  /** Id of the expansion that added it; absent for the word itself. */
  expansion?: string
  /** Whether it is too unlikely to find anything by itself, and only ranks what is found. */
  ranksOnly?: boolean
}

/** The alternatives of one word of the query. A passage has the word if it has any of them. */
export type Group = { alternatives: readonly Alternative[] }

/** The share of passages with all terms of a unit in which they follow each other: a guess, for want of a count. */
const UNIT_SHARE = 0.3

/** Passages that have an alternative; for units an estimate. */
export function passagesWith({ lang, terms }: Alternative, statistics: Statistics): number {
  const counts = terms.map((term) => statistics.term(lang, term)?.passages ?? 0)
  return terms.length === 1 ? (counts[0] ?? 0) : UNIT_SHARE * Math.min(...counts)
}

/** Whether passages of a language have an alternative of the group that finds by itself. */
export function isFindable({ alternatives }: Group, lang: string, statistics: Statistics): boolean {
  return alternatives.some(
    (one) => one.lang === lang && one.ranksOnly !== true && passagesWith(one, statistics) > 0,
  )
}

/**
 * Passages that a language borrows of the whole corpus: where it has few of its own, they say little of how rare a word
 * is. A word of the only page in a language is no more frequent than its translations are.
 */
const BORROWED_PASSAGES = 20

/** A group's idf in passages of one language; 0 if it has no alternative that occurs there. */
export function groupIdf(group: Group, lang: string, statistics: Statistics): number {
  let [matching, matchingAnywhere, anywhere] = [0, 0, 0]
  for (const alternative of group.alternatives) {
    const found = alternative.weight * passagesWith(alternative, statistics)
    matchingAnywhere += found
    if (alternative.lang === lang) matching += found
  }
  if (matching === 0) return 0
  for (const { passages } of statistics.languages.values()) anywhere += passages
  const passages = statistics.languages.get(lang)?.passages ?? 0
  const borrowed = (BORROWED_PASSAGES * matchingAnywhere) / Math.max(1, anywhere)
  return idf(passages + BORROWED_PASSAGES, matching + borrowed)
}

/**
 * What scores in passages of one language are multiplied with, so that a query that is wholly there weighs no more than
 * in its own language. A translation is often rarer than the words are: *pivot table* than *tabella* and *pivot*. That
 * says something about the translation, not about which document is meant.
 *
 * Only words that both languages have are compared: what just one has tells nothing of the others.
 *
 * @param own the languages that the query may be in
 * @returns above 0, up to 1; 1 in the query's own languages, and where they have none of its words
 */
export function evenness(
  groups: readonly Group[],
  lang: string,
  own: readonly string[],
  statistics: Statistics,
): number {
  if (own.includes(lang)) return 1
  let [here, there] = [0, 0]
  for (const group of groups) {
    const worth = groupIdf(group, lang, statistics)
    const ownWorth = Math.max(0, ...own.map((code) => groupIdf(group, code, statistics)))
    if (worth === 0 || ownWorth === 0) continue
    here += worth
    there += ownWorth
  }
  return here > there ? there / here : 1
}
