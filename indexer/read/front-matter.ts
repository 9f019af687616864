/**
 * Front matter → Metadata: YAML, TOML or JSON at the top of a document. YAML that is not valid is read line by line.
 * Everything is a string: nothing in it can be executed or reinterpreted.
 */
import { parse as parseToml, TomlDate } from 'smol-toml'
import { isMap, parseDocument } from 'yaml'
import type { Metadata } from '../document.ts'
import { toSingleLine } from './characters.ts'
import { fieldsOf, isKnownName } from './front-matter-fields.ts'

/** Longer front matter is none that a person wrote. */
export const MAX_FRONT_MATTER_LENGTH = 64 * 1024

/** Ways of writing it. */
export type FrontMatterSyntax = 'YAML' | 'TOML' | 'JSON'

/** What front matter says, and what of it could not be used. */
export type ParsedFrontMatter = { metadata: Metadata; warnings: string[] }

/**
 * Reads front matter. Names are taken in Italian and English and in any case (`pubDate`, `publication_date`,
 * `Titolo`); unknown ones are passed over. What could not be used is told in a warning.
 *
 * @param source The text between the fences, without them; JSON with its braces.
 * @returns null if it is no front matter but text: no names with values
 */
export function parseFrontMatter(
  source: string,
  syntax: FrontMatterSyntax = 'YAML',
): ParsedFrontMatter | null {
  const ignored = (why: string): ParsedFrontMatter => ({
    metadata: {},
    warnings: [`front matter ignored: ${why}`],
  })
  if (source.length > MAX_FRONT_MATTER_LENGTH)
    return ignored(`longer than ${MAX_FRONT_MATTER_LENGTH / 1024} KB`)
  if (syntax === 'YAML') return parseYaml(source, ignored)
  try {
    const values = toStrings(syntax === 'TOML' ? parseToml(source) : JSON.parse(source), 0)
    return values instanceof Map && values.size > 0 ? fieldsOf(values) : null
  } catch (error) {
    if (!looksLikeNames(source, syntax)) return null
    const message =
      error instanceof Error ? toSingleLine(error.message.split('\n', 1)[0] ?? '') : String(error)
    const lines = linesOf(source, syntax)
    const read = fieldsOf(lines)
    return {
      ...read,
      warnings: [`front matter is not valid ${syntax} (${message}): read line by line`, ...read.warnings],
    }
  }
}

function parseYaml(yaml: string, ignored: (why: string) => ParsedFrontMatter): ParsedFrontMatter | null {
  try {
    // With the failsafe schema every scalar is a string: no dates, no numbers, nothing to evaluate.
    const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: true })
    const [error] = document.errors
    if (error === undefined) {
      if (document.contents === null) return { metadata: {}, warnings: [] }
      if (!isMap(document.contents)) return null
      const values: ReadonlyMap<unknown, unknown> = document.toJS({ mapAsMap: true, maxAliasCount: 100 })
      return isText(yaml, values) ? null : fieldsOf(values)
    }
    if (!looksLikeNames(yaml, 'YAML')) return null
    // Counted from the top of the file, where the fence is the first line.
    const line = (error.linePos?.[0].line ?? 0) + 1
    const why = toSingleLine(error.message).replace(/ at line .*/, '')
    const read = fieldsOf(linesOf(yaml, 'YAML'))
    const warning = `front matter is not valid YAML (line ${line}: ${why}): read line by line`
    return { ...read, warnings: [warning, ...read.warnings] }
  } catch (error) {
    return ignored(`not usable YAML (${error instanceof Error ? error.message : String(error)})`)
  }
}

/** A paragraph with a colon between two rules is a map in YAML: "Nota bene: il testo va avanti qui." */
function isText(yaml: string, values: ReadonlyMap<unknown, unknown>): boolean {
  const keys = [...values.keys()].map(String)
  if (keys.some(isKnownName)) return false
  if (/^\s*\n/.test(yaml) || keys.some((key) => !/^[\p{L}\p{N}_$@][\p{L}\p{N}_.:@$/-]*$/u.test(key)))
    return true
  return [...values.values()].every((value) => typeof value === 'string' && value.split(/\s+/).length > 6)
}

const NAME_LINE =
  /^(?<name>[\p{L}_$][\p{L}\p{N}_.$-]*(?: [\p{L}\p{N}_-]+){0,2})[ \t]*:(?:[ \t]+(?<value>.*)|)$/u
const TOML_LINE = /^(?<name>[\p{L}\p{N}_-]+)[ \t]*=[ \t]*(?<value>.*)$/u
const JSON_LINE = /^[ \t]*"(?<name>[^"]+)"[ \t]*:[ \t]*(?<value>.*?),?$/u
const LINES: Readonly<Record<FrontMatterSyntax, RegExp>> = {
  YAML: NAME_LINE,
  TOML: TOML_LINE,
  JSON: JSON_LINE,
}
const MIN_NAMED_SHARE = 0.6

/** Whether most lines give a name a value, and one of the names is known. */
function looksLikeNames(source: string, syntax: FrontMatterSyntax): boolean {
  const lines = source
    .split('\n')
    .filter(
      (line) => line.trim() !== '' && !/^(?:[ \t]|- |#|[{}[\]])/.test(syntax === 'JSON' ? line.trim() : line),
    )
  const names = lines.flatMap((line) => LINES[syntax].exec(line)?.groups?.name ?? [])
  return names.length >= MIN_NAMED_SHARE * lines.length && names.some(isKnownName)
}

/** The values that can be read of each name on its own; else what stands behind the name on its line. */
function linesOf(source: string, syntax: FrontMatterSyntax): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>()
  const lines = source.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const { name, value = '' } = LINES[syntax].exec(lines[at] as string)?.groups ?? {}
    if (name === undefined || values.has(name)) continue
    let end = at + 1
    while (end < lines.length && /^(?:[ \t]|- )/.test(lines[end] as string)) end += 1
    const whole = syntax === 'YAML' ? onlyValueOf(lines.slice(at, end).join('\n')) : undefined
    values.set(name, whole ?? value.trim().replace(/^(["'])(.*?)\1?$/, '$2'))
  }
  return values
}

/** The only value of a map in YAML; undefined if it is none. */
function onlyValueOf(yaml: string): unknown {
  const document = parseDocument(yaml, { schema: 'failsafe' })
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  const values: ReadonlyMap<unknown, unknown> = document.toJS({ mapAsMap: true, maxAliasCount: 0 })
  return [...values.values()][0]
}

const MAX_DEPTH = 20

/** Tables and objects as maps, all else as strings. */
function toStrings(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH || value === null || value === undefined) return ''
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => toStrings(item, depth + 1))
  if (typeof value !== 'object') return String(value)
  return new Map(Object.entries(value).map(([name, item]) => [name, toStrings(item, depth + 1)]))
}
