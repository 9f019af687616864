/** The report of an evaluation: what is kept to compare with later. The schemas are its only definition. */
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { ConfigError } from '../config.ts'
import { mean } from './measures.ts'

/** Where a query is asked: in documents of its own language, of the others, or in all. */
export const MODES = ['own', 'other', 'both'] as const
/** One of these. */
export type Mode = (typeof MODES)[number]

/** What is measured of a query, or of many on average; each 0 to 1. */
export const MEASURES = ['mrr', 'recall', 'ndcg', 'none'] as const
/** One of these; `none` is the share of queries without any result: the less, the better. */
export type Measure = (typeof MEASURES)[number]
/** A value for each measure. */
export type Scores = Record<Measure, number>

/** Changes whenever a report would be read wrongly by an earlier version of this program. */
const FORMAT = 'bifora-evaluation/1'

const score = Type.Number({ minimum: 0, maximum: 1 })
const scores = { mrr: score, recall: score, ndcg: score, none: score }
const place = { field: Type.String(), lang: Type.String(), mode: Type.Enum(MODES) }

const QueryResult = Type.Object({
  id: Type.String(),
  ...place,
  q: Type.String(),
  relevant: Type.Array(Type.String()),
  found: Type.Array(Type.String()),
  ...scores,
})

const Report = Type.Object({
  format: Type.Literal(FORMAT),
  at: Type.String(),
  queries: Type.String(),
  size: Type.Integer({ minimum: 1 }),
  generation: Type.String(),
  means: Type.Array(Type.Object({ ...place, queries: Type.Integer(), ...scores })),
  results: Type.Array(QueryResult),
})

/** What one query scored in one wording and mode; `found` are the results in order, by path or as judged. */
export type QueryResult = Static<typeof QueryResult>
/** A report: `at` is ISO 8601, UTC; `queries` the file; `generation` the build of the index that answered. */
export type Report = Static<typeof Report>
/** The means of the queries of one language in one wording and mode. */
export type MeanRow = Report['means'][number]

/** A report of `results`. */
export function createReport(
  facts: Pick<Report, 'at' | 'queries' | 'size' | 'generation' | 'results'>,
): Report {
  const { results, ...rest } = facts
  return { format: FORMAT, ...rest, means: meansOf(results), results }
}

/**
 * Reads a report.
 *
 * @param name how errors call the file
 * @throws {ConfigError} if it is none
 */
export function parseReport(text: string, name: string): Report {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ConfigError(`${name} is no JSON (${(cause as Error).message}).`, { cause })
  }
  if (!Value.Check(Report, value)) {
    const [error] = Value.Errors(Report, value)
    const where = error === undefined ? '' : `: ${error.instancePath || 'it'} ${error.message}`
    throw new ConfigError(
      `${name} is no report of an evaluation${where}. Make one with: bifora evaluate --json`,
    )
  }
  return value
}

/** The means, by field as first met, then mode, then language. */
function meansOf(results: readonly QueryResult[]): MeanRow[] {
  const fields = [...new Set(results.map(({ field }) => field))]
  const langs = [...new Set(results.map(({ lang }) => lang))].sort()
  const places = fields.flatMap((field) =>
    MODES.flatMap((mode) => langs.map((lang) => ({ field, lang, mode }))),
  )
  return places.flatMap((place) => {
    const { field, lang, mode } = place
    const mine = results.filter((one) => one.field === field && one.lang === lang && one.mode === mode)
    return mine.length === 0 ? [] : [{ ...place, queries: mine.length, ...meanScores(mine) }]
  })
}

/** The mean of every measure. */
export function meanScores(results: readonly Scores[]): Scores {
  const of = (measure: Measure): number => mean(results.map((one) => one[measure]))
  return { mrr: of('mrr'), recall: of('recall'), ndcg: of('ndcg'), none: of('none') }
}
