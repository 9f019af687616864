/**
 * Which passages of two documents are translations of each other: those whose sentences are. The two documents need
 * not be cut at the same places. No I/O.
 */
import { type Aligned, type AlignOptions, alignSentences } from './align.ts'
import { bestPath, type Move } from './align-path.ts'
import { type SharedText, sharedText } from './shared-text.ts'

/** Of equal ones the first is taken: a passage without text stands alone. */
const MOVES: readonly Move[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 1],
  [1, 3],
]
/** A passage joins a group that would do without it if more than this share of it is said there. */
const MIN_JOINED = 0.5
/** Passages belong together if more than this share of the shorter one is said in the other. */
const MIN_SHARED = 0.1

// Italian and English share the sentence boundaries of Unicode (UAX #29): the locale changes nothing.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Aligns the passages of two documents that are translations of each other, given as their texts. Every passage is in
 * one group, in order: with its counterparts, up to three, or alone.
 *
 * The score is the share of the group's text that the group says in both languages, as far as that is sure.
 */
export function alignPassages(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): Aligned[] {
  const [left, right] = [cut(source), cut(target)]
  const pairs = alignSentences(left.sentences, right.sentences, options)
  const shared = sharedText(pairs, left, right)
  const steps = bestPath({
    source: source.length,
    target: target.length,
    moves: MOVES,
    worth: (first, start, move) => worthOf(run(first, move[0]), run(start, move[1]), shared),
    expected: shared.expected,
  })
  return steps.map(({ source: first, target: start, move }) => {
    const group = { source: run(first, move[0]), target: run(start, move[1]) }
    return { ...group, score: scoreOf(group.source, group.target, shared) }
  })
}

/** What a group is worth, in characters. */
function worthOf(source: readonly number[], target: readonly number[], shared: SharedText): number {
  if (source.length === 0 || target.length === 0) return 0
  const lengths = [source.map(shared.sourceLength), target.map(shared.targetLength)] as const
  const longest = lengths.map((ofSide) => Math.max(...ofSide))
  const joined = total(lengths.flat()) - total(longest)
  // Shared text has been counted on both sides, what is joined on one.
  return shared.between(source, target) / 2 - MIN_JOINED * joined - MIN_SHARED * Math.min(...longest)
}

function scoreOf(source: readonly number[], target: readonly number[], shared: SharedText): number {
  const text = total(source.map(shared.sourceLength)) + total(target.map(shared.targetLength))
  return text === 0 ? 0 : Math.min(1, shared.between(source, target) / text)
}

function cut(passages: readonly string[]): { sentences: string[]; passageOf: number[] } {
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

function run(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, offset) => first + offset)
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
