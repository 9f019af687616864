/**
 * The best way to go through two sequences side by side: dynamic programming over groups of one to three elements of
 * each. What makes a group good is the caller's business.
 */

/** How many elements of each sequence a group has. */
export type Move = readonly [source: number, target: number]

/** A group: elements `source` to before `source + move[0]`, and likewise of the target. */
export type Step = { source: number; target: number; move: Move }

/** What to go through. */
export type PathProblem = {
  /** Lengths of the sequences. */
  source: number
  target: number
  /** Must hold `[1, 0]` and `[0, 1]`, so that every element can be reached. */
  moves: readonly Move[]
  /** What a group is worth; worths add up. */
  worth: (source: number, target: number, move: Move) => number
  /** Where in the target the path is expected to be after so many source elements, for long sequences. */
  expected: (source: number) => number
}

/** Up to here, in pairs of elements, every path is looked at. */
const MAX_COMPLETE = 40_000
/** Of longer sequences, paths up to so far from where they are expected: elements, and a share of the sequence. */
const MIN_MARGIN = 60
const MARGIN_SHARE = 0.03

/** The groups of greatest worth that together hold every element once, in order. Of equal ones the first move wins. */
export function bestPath(problem: PathProblem): Step[] {
  const { source, target, moves, worth } = problem
  const { lows, highs, rows } = bandOf(problem)
  const place = (i: number, j: number): number =>
    i < 0 || j < (lows[i] ?? 0) || j > (highs[i] ?? -1) ? -1 : (rows[i] ?? 0) + j - (lows[i] ?? 0)
  const best = new Float64Array(rows[source + 1] ?? 0).fill(Number.NEGATIVE_INFINITY)
  const taken = new Int8Array(best.length).fill(-1)
  best[0] = 0
  for (let i = 0; i <= source; i += 1) {
    for (let j = lows[i] ?? 0; j <= (highs[i] ?? 0); j += 1) {
      const here = place(i, j)
      for (const [index, move] of moves.entries()) {
        const before = place(i - move[0], j - move[1])
        if (before === -1 || best[before] === Number.NEGATIVE_INFINITY) continue
        const total = (best[before] ?? 0) + worth(i - move[0], j - move[1], move)
        if (total > (best[here] ?? 0)) {
          best[here] = total
          taken[here] = index
        }
      }
    }
  }
  return walkBack(source, target, (i, j) => moves[taken[place(i, j)] ?? -1])
}

/** The part of the table that is filled: from which target place to which, for each source place. */
function bandOf({ source, target, expected }: PathProblem) {
  const isComplete = source * target <= MAX_COMPLETE
  const margin = MIN_MARGIN + Math.ceil(MARGIN_SHARE * Math.max(source, target))
  const within = (place: number): number => Math.max(0, Math.min(target, place))
  const lows = new Int32Array(source + 1)
  const highs = new Int32Array(source + 1).fill(target)
  /** Where each row begins in one array of all. */
  const rows = new Float64Array(source + 2)
  if (!isComplete) {
    for (let at = 1; at <= source; at += 1) lows[at] = within(Math.floor(expected(at)) - margin)
    for (let at = 0; at < source; at += 1) {
      // Rows must meet, or no path leads on.
      highs[at] = Math.max(within(Math.ceil(expected(at)) + margin), lows[at + 1] ?? 0)
    }
  }
  for (let at = 0; at <= source; at += 1) {
    rows[at + 1] = (rows[at] ?? 0) + (highs[at] ?? 0) - (lows[at] ?? 0) + 1
  }
  return { lows, highs, rows }
}

function walkBack(
  source: number,
  target: number,
  moveAt: (i: number, j: number) => Move | undefined,
): Step[] {
  const steps: Step[] = []
  let [i, j] = [source, target]
  while (i > 0 || j > 0) {
    const move = moveAt(i, j)
    if (move === undefined)
      throw new RangeError('moves must hold [1, 0] and [0, 1], and expected must not fall')
    i -= move[0]
    j -= move[1]
    steps.push({ source: i, target: j, move })
  }
  return steps.reverse()
}
