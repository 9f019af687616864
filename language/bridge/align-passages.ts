/**
 * Which passages of two documents are translations of each other: those whose sentences are. The two documents need
 * not be cut at the same places. No I/O.
 */
import { type Aligned, type AlignOptions, alignSentences } from './align.ts'
import { bestPath, type Move, type Step } from './align-path.ts'

const MOVES: readonly Move[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 1],
  [1, 3],
  [1, 0],
  [0, 1],
]
/** A passage joins a group that is complete without it if this share of it is said there. */
const MIN_JOINED = 0.5
/** Two passages belong together if this share of the shorter one is said in the other. */
const MIN_SHARED = 0.1

// Italian and English share the sentence boundaries of Unicode (UAX #29): the locale changes nothing.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Aligns the passages of two documents that are translations of each other, given as their texts. Every passage is in
 * one group, in order, with its counterparts or alone.
 *
 * The score is the share of the group's text whose translation is in the group.
 */
export function alignPassages(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): Aligned[] {
  const [sources, targets] = [cut(source), cut(target)]
  const pairs = alignSentences(sources.sentences, targets.sentences, options)
  const { rows, lengths } = sharedText(pairs, sources, targets)
  const shared = (step: Step): number => sum(step.source, step.move[0], (i) => inRow(rows[i], step))
  const worth = (first: number, start: number, move: Move): number => {
    if (move[0] === 0 || move[1] === 0) return 0
    const sides = [
      Array.from({ length: move[0] }, (_, offset) => lengths.source[first + offset] ?? 0),
      Array.from({ length: move[1] }, (_, offset) => lengths.target[start + offset] ?? 0),
    ]
    const longest = sides.map((side) => Math.max(...side))
    const joined = sides.flat().reduce((all, length) => all + length, 0) - longest.reduce((a, b) => a + b, 0)
    // What is shared has been counted on both sides.
    return (
      shared({ source: first, target: start, move }) / 2 -
      MIN_JOINED * joined -
      MIN_SHARED * Math.min(...longest)
    )
  }
  const expected = expectedPlaces(rows, source.length)
  return bestPath({
    source: source.length,
    target: target.length,
    moves: MOVES,
    worth,
    expected: (at) => expected[at] ?? target.length,
  }).map((step) => {
    const { source: first, target: start, move } = step
    const text =
      sum(first, move[0], (at) => lengths.source[at] ?? 0) +
      sum(start, move[1], (at) => lengths.target[at] ?? 0)
    return {
      source: Array.from({ length: move[0] }, (_, offset) => first + offset),
      target: Array.from({ length: move[1] }, (_, offset) => start + offset),
      score: move[0] === 0 || move[1] === 0 ? 0 : Math.min(1, shared(step) / Math.max(1, text)),
    }
  })
}

type Sentences = { sentences: string[]; passageOf: number[] }

function cut(passages: readonly string[]): Sentences {
  const sentences: string[] = []
  const passageOf: number[] = []
  for (const [index, passage] of passages.entries()) {
    for (const { segment } of segmenter.segment(passage)) {
      sentences.push(segment)
      passageOf.push(index)
    }
  }
  return { sentences, passageOf }
}

/** Characters that passages share, by source and target passage, those of both sides added up. */
function sharedText(pairs: readonly Aligned[], source: Sentences, target: Sentences) {
  const rows: Map<number, number>[] = []
  const lengths = { source: [] as number[], target: [] as number[] }
  const lengthsIn = (places: readonly number[], { sentences, passageOf }: Sentences): Map<number, number> => {
    const byPassage = new Map<number, number>()
    for (const place of places) {
      const passage = passageOf[place] ?? 0
      byPassage.set(passage, (byPassage.get(passage) ?? 0) + (sentences[place]?.trim().length ?? 0))
    }
    return byPassage
  }
  const addTo = (list: number[], byPassage: ReadonlyMap<number, number>): void => {
    for (const [passage, length] of byPassage) list[passage] = (list[passage] ?? 0) + length
  }
  for (const pair of pairs) {
    const ofSource = lengthsIn(pair.source, source)
    const ofTarget = lengthsIn(pair.target, target)
    addTo(lengths.source, ofSource)
    addTo(lengths.target, ofTarget)
    const [allSource, allTarget] = [ofSource, ofTarget].map((of) =>
      [...of.values()].reduce((a, b) => a + b, 0),
    )
    for (const [i, lengthThere] of ofSource) {
      for (const [j, lengthHere] of ofTarget) {
        const row = rows[i] ?? new Map<number, number>()
        rows[i] = row
        const both =
          lengthThere * (lengthHere / (allTarget || 1)) + lengthHere * (lengthThere / (allSource || 1))
        row.set(j, (row.get(j) ?? 0) + pair.score * both)
      }
    }
  }
  return { rows, lengths }
}

function inRow(row: ReadonlyMap<number, number> | undefined, { target, move }: Step): number {
  return row === undefined ? 0 : sum(target, move[1], (j) => row.get(j) ?? 0)
}

function sum(first: number, count: number, value: (at: number) => number): number {
  let total = 0
  for (let at = first; at < first + count; at += 1) total += value(at)
  return total
}

/** Where the target is after each source passage: behind the last passage that shares text. */
function expectedPlaces(rows: readonly Map<number, number>[], sources: number): number[] {
  const places = [0]
  let place = 0
  for (let i = 0; i < sources; i += 1) {
    place = Math.max(place, ...[...(rows[i]?.keys() ?? [])].map((j) => j + 1))
    places.push(place)
  }
  return places
}
