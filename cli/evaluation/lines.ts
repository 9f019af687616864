/** Reports and comparisons for people. Pure. */
import { type Comparison, lossIn } from './compare.ts'
import { MEASURES, type Measure, type Mode, type Report } from './report.ts'

const MODE_NAMES: Record<Mode, string> = { own: 'own language', other: 'other language', both: 'both' }
/** Losses that are named one by one. */
const MAX_LOSSES = 10

/** The means, a line for each field, mode and language. */
export function reportLines({ means, size }: Report): string[] {
  const rows = means.map((row) => [
    row.lang,
    row.field,
    MODE_NAMES[row.mode],
    String(row.queries),
    ...MEASURES.map((measure) => row[measure].toFixed(3)),
  ])
  const head = [
    'language',
    'field',
    'documents',
    'queries',
    ...MEASURES.map((measure) => nameOf(measure, size)),
  ]
  return tableLines(head, rows)
}

/** What changed since `before`: differences of the means, and what lost most. */
export function comparisonLines({ rows, losses, leftOut }: Comparison, before: Report): string[] {
  const head = [
    'language',
    'field',
    'documents',
    'queries',
    ...MEASURES.map((one) => nameOf(one, before.size)),
  ]
  const table = rows.map((row) => [
    row.lang,
    row.field,
    MODE_NAMES[row.mode],
    String(row.queries),
    ...MEASURES.map((measure) => signed(row.after[measure] - row.before[measure])),
  ])
  const lost = losses
    .slice(0, MAX_LOSSES)
    .map(({ id, mode, q, field, measure, before: was, after }) => [
      `  ${id}`,
      field,
      MODE_NAMES[mode],
      `${nameOf(measure, before.size)} ${was.toFixed(3)} → ${after.toFixed(3)}`,
      q,
    ])
  const more = losses.length > MAX_LOSSES ? ` (${MAX_LOSSES} of ${losses.length})` : ''
  return [
    `Difference from ${before.at}:`,
    ...tableLines(head, table),
    ...(leftOut === 0
      ? []
      : [`Not compared: ${leftOut} results that only one report has, or that are judged otherwise.`]),
    ...(lost.length === 0 ? ['No query lost.'] : [`Lost most${more}:`, ...aligned(lost, [])]),
  ]
}

/** The largest loss of a mean, for the line that says why a comparison fails. */
export function largestLossLine({ rows }: Comparison, { size }: Report, tolerance: number): string {
  const losses = rows.flatMap(({ lang, field, mode, before, after }) =>
    MEASURES.map((measure) => ({
      lang,
      field,
      mode,
      measure,
      loss: lossIn(measure, before[measure], after[measure]),
    })),
  )
  const worst = losses.reduce((a, b) => (b.loss > a.loss ? b : a))
  const where = `${worst.lang}, ${worst.field}, ${MODE_NAMES[worst.mode]}`
  return `Worse than before: ${nameOf(worst.measure, size)} lost ${worst.loss.toFixed(3)} (${where}); ${tolerance} is tolerated.`
}

function nameOf(measure: Measure, size: number): string {
  return { mrr: `MRR@${size}`, recall: `recall@${size}`, ndcg: `nDCG@${size}`, none: 'no results' }[measure]
}

function signed(difference: number): string {
  const text = difference.toFixed(3)
  return Number(text) === 0 ? '=' : difference > 0 ? `+${text}` : text
}

/** Columns from here on are numbers. */
const FIRST_NUMBER = 3

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return aligned([head, ...rows], head.map((_, column) => column).slice(FIRST_NUMBER))
}

/** Rows whose columns line up; those at `right` flush right. */
function aligned(rows: readonly (readonly string[])[], right: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return right.includes(column) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
