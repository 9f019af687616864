/** Judged queries: what somebody looks for, and which passages answer it. */
import { BenchError } from './errors.ts'
import { type Line, readJsonLines, textOf } from './jsonl.ts'

/** A query in several wordings, with what is relevant to it. */
export type JudgedQuery = {
  id: string
  lang: string
  /** Its wording by the name of the field: the full question, keywords and so on. */
  wordings: ReadonlyMap<string, string>
  /** Ids of the relevant passages, by their language. */
  relevant: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Reads a file of judged queries: `id`, `lang`, a text for each of `fields`, and `relevant`, which maps languages to
 * lists of passage ids.
 *
 * @throws {BenchError} naming the line that is not as it should be, or the file if it has no query
 */
export async function readJudgments(path: string, fields: readonly string[]): Promise<JudgedQuery[]> {
  const queries: JudgedQuery[] = []
  for await (const line of readJsonLines(path)) {
    queries.push({
      id: textOf(line, 'id'),
      lang: textOf(line, 'lang'),
      wordings: new Map(fields.map((field) => [field, textOf(line, field)])),
      relevant: relevantOf(line),
    })
  }
  if (queries.length === 0) throw new BenchError(`${path} has no queries.`)
  return queries
}

function relevantOf({ value, place }: Line): Map<string, Set<string>> {
  const byLanguage = Object.entries(value.relevant ?? {})
  const isList = (ids: unknown): ids is string[] =>
    Array.isArray(ids) && ids.every((id) => typeof id === 'string')
  if (byLanguage.length === 0 || !byLanguage.every(([, ids]) => isList(ids))) {
    throw new BenchError(`${place}: "relevant" must map languages to lists of ids, as in {"it": ["p1"]}.`)
  }
  return new Map(byLanguage.map(([lang, ids]) => [lang, new Set(ids as string[])]))
}
