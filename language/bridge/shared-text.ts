/** How much text passages of two documents have in common, once their sentences are aligned. Pure. */
import type { Aligned } from './align.ts'

/** The sentences of a document and the passage each is in. */
export type CutDocument = { sentences: readonly string[]; passageOf: readonly number[] }

/** Lengths in characters, by the places of passages. */
export type SharedText = {
  sourceLength: (passage: number) => number
  targetLength: (passage: number) => number
  /** Text that both groups of passages say: that of the source and that of the target added up. */
  between: (source: readonly number[], target: readonly number[]) => number
  /** Where in the target one is after so many source passages. Never falls. */
  expected: (passages: number) => number
}

/** Adds up what aligned sentences say about the passages they are in. Unsure ones count less. */
export function sharedText(pairs: readonly Aligned[], source: CutDocument, target: CutDocument): SharedText {
  const rows = new Map<number, Map<number, number>>()
  for (const pair of pairs) {
    const left = lengthsByPassage(pair.source, source)
    const right = lengthsByPassage(pair.target, target)
    const [allLeft, allRight] = [sum(left.values()), sum(right.values())]
    for (const [i, ofLeft] of left) {
      const row = rows.get(i) ?? new Map<number, number>()
      rows.set(i, row)
      for (const [j, ofRight] of right) {
        const both = ofLeft * (ofRight / (allRight || 1)) + ofRight * (ofLeft / (allLeft || 1))
        row.set(j, (row.get(j) ?? 0) + pair.score * both)
      }
    }
  }
  const lengths = [source, target].map((side) => lengthsByPassage([...side.sentences.keys()], side))
  const places = placesAfter(rows, source)
  return {
    sourceLength: (passage) => lengths[0]?.get(passage) ?? 0,
    targetLength: (passage) => lengths[1]?.get(passage) ?? 0,
    between: (sources, targets) => sum(sources.map((i) => sum(targets.map((j) => rows.get(i)?.get(j) ?? 0)))),
    expected: (passages) => places[passages] ?? places.at(-1) ?? 0,
  }
}

function lengthsByPassage(
  places: readonly number[],
  { sentences, passageOf }: CutDocument,
): Map<number, number> {
  const lengths = new Map<number, number>()
  for (const place of places) {
    const passage = passageOf[place] ?? 0
    lengths.set(passage, (lengths.get(passage) ?? 0) + (sentences[place]?.trim().length ?? 0))
  }
  return lengths
}

/** Behind the last target passage that has text in common with the source so far. */
function placesAfter(rows: ReadonlyMap<number, ReadonlyMap<number, number>>, source: CutDocument): number[] {
  const places = [0]
  let place = 0
  for (let passage = 0; passage <= (source.passageOf.at(-1) ?? 0); passage += 1) {
    for (const target of rows.get(passage)?.keys() ?? []) place = Math.max(place, target + 1)
    places.push(place)
  }
  return places
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
