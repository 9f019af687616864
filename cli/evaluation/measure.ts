/** Judged queries asked one after another, and what each of them scores. Asks through a function that it is given. */
import type { SearchResponse } from '../../server/schemas/search.ts'
import { ConfigError } from '../config.ts'
import type { JudgedQuery } from './judgments.ts'
import { ndcg, recall, reciprocalRank } from './measures.ts'
import type { Mode, QueryResult } from './report.ts'

/** A question to ask: a query in one wording and mode, where something is relevant. */
export type Question = Pick<QueryResult, 'id' | 'lang' | 'field' | 'mode' | 'q' | 'relevant'> & {
  /** Languages to filter by; none: all documents. */
  filter: string[]
}

/** How to ask. */
export type MeasureOptions = {
  search: (params: URLSearchParams) => Promise<SearchResponse>
  /** Results that count, 1 to 100. */
  size: number
  signal: AbortSignal
  /** Called after each answer. */
  onAnswer?: (answered: number) => void
}

/** The questions of `queries`: each in its own language, in the others, and in all. */
export function questionsOf(queries: readonly JudgedQuery[]): Question[] {
  return queries.flatMap(({ id, lang, wordings, relevant }) => {
    const others = [...relevant.keys()].filter((code) => code !== lang)
    const scopes: [mode: Mode, langs: string[], filter: string[]][] = [
      ['own', [lang], [lang]],
      ['other', others, others],
      ['both', [...relevant.keys()], []],
    ]
    return [...wordings].flatMap(([field, q]) =>
      scopes
        .map(([mode, langs, filter]) => {
          const names = new Set(langs.flatMap((code) => [...(relevant.get(code) ?? [])]))
          return { id, lang, field, mode, q, relevant: [...names].sort(), filter }
        })
        .filter((question) => question.relevant.length > 0),
    )
  })
}

/**
 * Asks every question.
 *
 * @throws {ConfigError} naming the query that is refused, or if the index is replaced meanwhile
 */
export async function measure(
  questions: readonly Question[],
  { search, size, signal, onAnswer }: MeasureOptions,
): Promise<{ generation: string; results: QueryResult[] }> {
  const results: QueryResult[] = []
  let generation: string | undefined
  for (const { filter, ...question } of questions) {
    signal.throwIfAborted()
    const params = new URLSearchParams({ q: question.q, size: String(size) })
    if (filter.length > 0) params.set('lang', filter.join(','))
    const answer = await search(params).catch((error: unknown) => {
      if (!(error instanceof ConfigError)) throw error
      throw new ConfigError(`${error.message} (Query ${question.id}: ${question.q})`, { cause: error })
    })
    generation ??= answer.index.generation
    if (answer.index.generation !== generation) {
      throw new ConfigError('The index was replaced while it was measured. Measure again.')
    }
    results.push({ ...question, ...scoresOf(answer, new Set(question.relevant), size) })
    onAnswer?.(results.length)
  }
  return { generation: generation ?? '', results }
}

function scoresOf({ results }: SearchResponse, relevant: ReadonlySet<string>, size: number) {
  // A judgment may name a document by its id or by its path.
  const found = results.map(({ id, path }) => (relevant.has(id) ? id : path))
  return {
    found,
    mrr: reciprocalRank(found, relevant, size),
    recall: recall(found, relevant, size),
    ndcg: ndcg(found, relevant, size),
    none: found.length === 0 ? 1 : 0,
  }
}
