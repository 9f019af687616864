/** Judged queries: what somebody looks for, and which documents answer it. Text in, queries out; no I/O. */
import { ConfigError } from '../config.ts'

/** A query with what is relevant to it. */
export type JudgedQuery = {
  id: string
  /** ISO 639-1. */
  lang: string
  /** Its wordings by the name of their property. */
  wordings: ReadonlyMap<string, string>
  /** Ids or paths of the documents that answer it, by their language. */
  relevant: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Reads one JSON object a line: `id`, `lang`, a wording in each of `fields`, and `relevant`, which maps languages to
 * lists of document ids or paths. Other properties are passed over, and blank lines.
 *
 * @param name how errors call the file
 * @throws {ConfigError} on the first line that is no such object, with its number, or if there is none
 */
export function parseJudgments(text: string, fields: readonly string[], name: string): JudgedQuery[] {
  const queries = new Map<string, JudgedQuery>()
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const place = `${name}, line ${index + 1}`
    const value = parseObject(line, place)
    const id = textOf(value, 'id', place)
    if (queries.has(id)) throw new ConfigError(`${place}: "${id}" is the id of an earlier query too.`)
    queries.set(id, {
      id,
      lang: textOf(value, 'lang', place),
      wordings: new Map(fields.map((field) => [field, wordingOf(value, field, place)])),
      relevant: relevantOf(value, place),
    })
  }
  if (queries.size === 0) throw new ConfigError(`${name} has no queries.`)
  return [...queries.values()]
}

type Properties = Record<string, unknown>

function parseObject(line: string, place: string): Properties {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new ConfigError(`${place}: this is no JSON (${(cause as Error).message}).`, { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${place}: a JSON object is wanted, as in {"id": "q01", …}.`)
  }
  return value as Properties
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function textOf(value: Properties, property: string, place: string): string {
  const found = value[property]
  if (!isText(found)) throw new ConfigError(`${place}: "${property}" must be a text that is not empty.`)
  return found
}

function wordingOf(value: Properties, field: string, place: string): string {
  const found = value[field]
  if (isText(found)) return found
  const others = Object.keys(value).filter((name) => !['id', 'lang'].includes(name) && isText(value[name]))
  const hint = others.length > 0 ? ` This line has texts in: ${others.join(', ')}; choose with --fields.` : ''
  throw new ConfigError(`${place}: "${field}" must be a text that is not empty.${hint}`)
}

function relevantOf({ relevant }: Properties, place: string): Map<string, Set<string>> {
  const byLanguage = typeof relevant === 'object' && relevant !== null ? Object.entries(relevant) : []
  const isList = (names: unknown): boolean => Array.isArray(names) && names.every(isText)
  if (byLanguage.length === 0 || !byLanguage.every(([, names]) => isList(names))) {
    throw new ConfigError(
      `${place}: "relevant" must map languages to lists of document ids or paths, as in {"it": ["it/chip.md"], "en": []}.`,
    )
  }
  return new Map(byLanguage.map(([lang, names]) => [lang, new Set(names as string[])]))
}
