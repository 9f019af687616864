/**
 * What a group of alternatives is worth in a passage: BM25 as a probabilistic structured query. Frequencies of the
 * alternatives are added up by weight, as if they were one term (Darwish and Oard, "Probabilistic structured query
 * methods", SIGIR 2003). Planning and ranking share this file, so that what is fetched first is what ranks first.
 */
import type { Alternative, Group } from './query.ts'
import type { Statistics } from './statistics.ts'

/** Inverse document frequency over passages, never negative: ln(1 + (N − n + ½) / (n + ½)). */
export function idf(passages: number, passagesWithTerm: number): number {
  const matching = Math.min(passagesWithTerm, passages)
  return Math.log(1 + (passages - matching + 0.5) / (matching + 0.5))
}

/** The share of passages with all terms of a unit in which they follow each other: a guess, for want of a count. */
const UNIT_SHARE = 0.3

/** Passages that have an alternative; for units an estimate. */
export function passagesWith({ lang, terms }: Alternative, statistics: Statistics): number {
  const counts = terms.map((term) => statistics.term(lang, term)?.passages ?? 0)
  return terms.length === 1 ? (counts[0] ?? 0) : UNIT_SHARE * Math.min(...counts)
}

/** A group's idf in passages of one language; 0 if it has no alternative that occurs there. */
export function groupIdf(group: Group, lang: string, statistics: Statistics): number {
  const passages = statistics.languages.get(lang)?.passages ?? 0
  let matching = 0
  for (const alternative of group.alternatives) {
    if (alternative.lang === lang) {
      matching += alternative.weight * passagesWith(alternative, statistics)
    }
  }
  return matching === 0 ? 0 : idf(passages, matching)
}
