/** What speaks for two documents being translations of each other. Decides nothing. Pure. */
import type { Postings } from './postings.ts'
import { MAX_TERMS, SAMPLE_SIZE, type Sample, type Signature } from './signature.ts'
import type { TermNumbers } from './term-numbers.ts'

/** What the words of two documents show. */
export type WordEvidence = {
  /** Share of the terms of one that have an equivalent among those of the other, 0 to 1; the smaller of both ways. */
  share: number
  /** How many that are. */
  count: number
  /** How far their first mentions come in the same order: 1 the same, 0 as by chance, -1 the reverse. */
  order: number
}

/** What their numbers or their names show. */
export type MarkEvidence = {
  /** Share of those of one that the other has, rare ones weighing more, 0 to 1; the smaller of both ways. */
  share: number
  /** The larger of both ways. */
  contained: number
  /** How many there are in the document that has fewer. */
  count: number
}

/** Compares the terms of other documents with those of `document`. */
export function createWordComparison(document: Signature, termNumbers: TermNumbers) {
  const equivalentsOf = termNumbers.equivalentsIn(document.lang)
  const places = new Map<number, number>()
  for (const [place, id] of document.terms.entries()) places.set(id, place)
  return (other: Signature): WordEvidence => {
    const met = new Set<number>()
    const inOrder: number[] = []
    for (const [index, id] of other.terms.entries()) {
      let first = Number.POSITIVE_INFINITY
      for (const equivalent of equivalentsOf(id)) {
        const place = places.get(equivalent)
        if (place === undefined) continue
        met.add(place)
        first = Math.min(first, place)
      }
      if (first < Number.POSITIVE_INFINITY && index < comparable(other)) inOrder.push(first)
    }
    const own = [...met].filter((place) => place < comparable(document)).length
    return {
      share: Math.min(own / comparable(document), inOrder.length / comparable(other)) || 0,
      count: Math.min(own, inOrder.length),
      order: concordance(inOrder),
    }
  }
}

/** Of a text that goes on behind its signature, what equals its last terms may be behind the other signature. */
function comparable({ terms }: Signature): number {
  return terms.length < MAX_TERMS ? terms.length : Math.floor(terms.length * 0.75)
}

/** Kendall's rank correlation: pairs in ascending order less pairs in descending order, of all pairs. */
function concordance(places: readonly number[]): number {
  let sum = 0
  for (const [index, place] of places.entries()) {
    for (let before = 0; before < index; before += 1) sum += Math.sign(place - (places[before] ?? 0))
  }
  return sum / Math.max(1, (places.length * (places.length - 1)) / 2)
}

/**
 * Compares samples of marks; `weigh` says how much a mark counts, 0 for not at all.
 *
 * @param size how many marks a sample has that may not be the whole set
 */
export function compareMarks(
  a: Sample,
  b: Sample,
  weigh: (mark: number) => number,
  size = SAMPLE_SIZE,
): MarkEvidence {
  // Behind the last hash of a full sample nothing is known of its set.
  const end = Math.min(endOf(a, size), endOf(b, size))
  const weights = [a, b].map((sample) => {
    const known = [...sample].filter((mark) => mark <= end)
    return new Map(known.map((mark) => [mark, weigh(mark)] as const).filter(([, weight]) => weight > 0))
  })
  const [ofA = new Map<number, number>(), ofB = ofA] = weights
  const shared = sum([...ofA].filter(([mark]) => ofB.has(mark)).map(([, weight]) => weight))
  const [fewer = 0, more = 0] = [sum(ofA.values()), sum(ofB.values())].sort((one, other) => one - other)
  return {
    share: more === 0 ? 0 : shared / more,
    contained: fewer === 0 ? 0 : shared / fewer,
    count: Math.min(ofA.size, ofB.size),
  }
}

function endOf(sample: Sample, size: number): number {
  return sample.length < size ? Number.POSITIVE_INFINITY : (sample.at(-1) ?? 0)
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** Days between the publications of two documents; `null` where one is undated. */
export function daysApart({ days: a }: Signature, { days: b }: Signature): number | null {
  if (a === null || b === null) return null
  return Math.max(0, a.first - b.last, b.first - a.last)
}

/** How much marks count: the log of how rare they are. */
export function createWeights(postings: Pick<Postings, 'frequency' | 'isIn'>, documents: number) {
  const weightOf = (mark: number): number => Math.log(1 + documents / Math.max(1, postings.frequency(mark)))
  return {
    /** Of a mark. */
    weightOf,
    /** Of a mark that documents in both languages have: nothing if one of them writes the name in its own way. */
    weightIfShared: (mark: number, a: string, b: string): number =>
      postings.isIn(mark, a) && postings.isIn(mark, b) ? weightOf(mark) : 0,
  }
}
