/** Two reports → what changed between them. Pure. Only results that both have, judged alike, are compared. */
import {
  MEASURES,
  type MeanRow,
  type Measure,
  meanScores,
  type QueryResult,
  type Report,
  type Scores,
} from './report.ts'

/** Means of the same queries in both reports. */
export type ComparedRow = Pick<MeanRow, 'field' | 'lang' | 'mode' | 'queries'> & {
  before: Scores
  after: Scores
}

/** A result that got worse, in the measure that lost most. */
export type Loss = Pick<QueryResult, 'id' | 'field' | 'mode' | 'q'> & {
  measure: Measure
  before: number
  after: number
}

/** What changed. */
export type Comparison = {
  rows: ComparedRow[]
  /** Largest loss first. */
  losses: Loss[]
  /** Results of either report that the other does not have, or judges otherwise. */
  leftOut: number
}

/** Compares `after` with `before`. */
export function compareReports(before: Report, after: Report): Comparison {
  const earlier = new Map(before.results.map((result) => [keyOf(result), result]))
  const pairs = after.results.flatMap((result) => {
    const match = earlier.get(keyOf(result))
    return match === undefined ? [] : [{ before: match, after: result }]
  })
  const rows = after.means.flatMap(({ field, lang, mode }): ComparedRow[] => {
    const mine = pairs.filter(
      ({ after }) => after.field === field && after.lang === lang && after.mode === mode,
    )
    if (mine.length === 0) return []
    const means = {
      before: meanScores(mine.map(({ before }) => before)),
      after: meanScores(mine.map(({ after }) => after)),
    }
    return [{ field, lang, mode, queries: mine.length, ...means }]
  })
  const losses = pairs.flatMap(({ before, after }) => lossOf(before, after))
  return {
    rows,
    losses: losses.sort(
      (a, b) => lossIn(b.measure, b.before, b.after) - lossIn(a.measure, a.before, a.after),
    ),
    leftOut: before.results.length + after.results.length - 2 * pairs.length,
  }
}

/** How much worse a value of a measure became; negative if it became better. */
export function lossIn(measure: Measure, before: number, after: number): number {
  return measure === 'none' ? after - before : before - after
}

/** Means that a sum in another order would give, too, are equal. */
const ROUNDING = 1e-9

/** Whether any mean became worse by more than `tolerance`. */
export function hasLost({ rows }: Pick<Comparison, 'rows'>, tolerance: number): boolean {
  return rows.some(({ before, after }) =>
    MEASURES.some((measure) => lossIn(measure, before[measure], after[measure]) > tolerance + ROUNDING),
  )
}

/** Results are comparable if the same was asked and the same is right. */
function keyOf({ id, lang, field, mode, q, relevant }: QueryResult): string {
  return JSON.stringify([id, lang, field, mode, q, [...relevant].sort()])
}

function lossOf(before: QueryResult, after: QueryResult): Loss[] {
  const { id, field, mode, q } = after
  const [worst] = MEASURES.map((measure) => ({
    measure,
    before: before[measure],
    after: after[measure],
  })).sort((a, b) => lossIn(b.measure, b.before, b.after) - lossIn(a.measure, a.before, a.after))
  if (worst === undefined || lossIn(worst.measure, worst.before, worst.after) <= ROUNDING) return []
  return [{ id, field, mode, q, ...worst }]
}
