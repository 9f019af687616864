/**
 * The YAML between two `---` lines at the top of a document → Metadata. Values stay the strings the author
 * wrote: what a date or a language means is decided when the document is described.
 */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Metadata } from '../document.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'

type TextField = 'id' | 'title' | 'date' | 'lang' | 'source' | 'url'
type ListField = 'topics' | 'translations'

/** Names of each field in order of preference, in lower case and without `_`, `-` and spaces. */
const TEXT_NAMES: Readonly<Record<TextField, readonly string[]>> = {
  id: ['id'],
  title: ['title', 'titolo'],
  date: ['date', 'published', 'publishedat', 'publicationdate', 'pubdate', 'datepublished', 'data'],
  lang: ['lang', 'language', 'lingua'],
  source: ['source', 'publisher', 'fonte'],
  url: ['url', 'link', 'canonical', 'permalink'],
}
const LIST_NAMES: Readonly<Record<ListField, readonly string[]>> = {
  topics: ['topics', 'temi'],
  translations: ['translations', 'translationof', 'traduzioni'],
}

/** Longer front matter is none that a person wrote. */
export const MAX_FRONT_MATTER_LENGTH = 64 * 1024

/** What front matter says, and what of it could not be used. */
export type ParsedFrontMatter = { metadata: Metadata; warnings: string[] }

/**
 * Reads front matter. Names are taken in Italian and English and in any case (`pubDate`, `publication_date`,
 * `Titolo`); unknown ones are passed over, `tags` among them: they are not the topics of this installation.
 * A value of the wrong type, or YAML that is no map, is left out with a warning.
 *
 * @param yaml The text between the fences, without them.
 */
export function parseFrontMatter(yaml: string): ParsedFrontMatter {
  const ignored = (why: string): ParsedFrontMatter => ({
    metadata: {},
    warnings: [`front matter ignored: ${why}`],
  })
  if (yaml.length > MAX_FRONT_MATTER_LENGTH)
    return ignored(`longer than ${MAX_FRONT_MATTER_LENGTH / 1024} KB`)
  try {
    // With the failsafe schema every scalar is a string: no dates, no numbers, nothing to evaluate.
    const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: true })
    const error = document.errors[0]
    if (error !== undefined) {
      // Counted from the top of the file, where the fence is the first line.
      const line = (error.linePos?.[0].line ?? 0) + 1
      return ignored(
        `not valid YAML (line ${line}: ${toSingleLine(error.message).replace(/ at line .*/, '')})`,
      )
    }
    if (document.contents === null) return { metadata: {}, warnings: [] }
    if (!isMap(document.contents)) {
      const what = isSeq(document.contents)
        ? 'a list'
        : isScalar(document.contents)
          ? 'a text'
          : 'something else'
      return ignored(`it should be "name: value" lines and is ${what}`)
    }
    return collect(document.toJS({ mapAsMap: true, maxAliasCount: 100 }))
  } catch (error) {
    return ignored(`not usable YAML (${error instanceof Error ? error.message : String(error)})`)
  }
}

function collect(values: ReadonlyMap<unknown, unknown>): ParsedFrontMatter {
  const warnings: string[] = []
  const byName = new Map<string, [name: string, value: unknown]>()
  for (const [name, value] of values) {
    byName.set(
      String(name)
        .toLowerCase()
        .replace(/[\s_-]/g, ''),
      [String(name), value],
    )
  }
  const metadata: Metadata = {}
  const first = <Value>(
    names: readonly string[],
    convert: (value: unknown) => Value | null,
  ): Value | null => {
    for (const key of names) {
      const [name, value] = byName.get(key) ?? []
      if (name === undefined || isBlank(value)) continue
      const converted = convert(value)
      if (converted !== null) return converted
      warnings.push(`front matter "${name}" ignored: ${show(value)} is not a text`)
    }
    return null
  }

  for (const [field, names] of Object.entries(TEXT_NAMES) as [TextField, readonly string[]][]) {
    const text = first(names, field === 'source' ? toPublisher : toText)
    if (text !== null) metadata[field] = text
  }
  for (const [field, names] of Object.entries(LIST_NAMES) as [ListField, readonly string[]][]) {
    const list = first(names, toList)
    if (list !== null) metadata[field] = list
  }
  const address = addressOf(byName.get('source')?.[1])
  if (metadata.url === undefined && address !== null) metadata.url = address
  return { metadata, warnings: [...new Set(warnings)] }
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? clean(value) : null
}

/** `source: {name, url}` as well as `source: name`. */
function toPublisher(value: unknown): string | null {
  return value instanceof Map ? toText(value.get('name') ?? value.get('url')) : toText(value)
}

function addressOf(source: unknown): string | null {
  return source instanceof Map ? toText(source.get('url')) : null
}

function toList(value: unknown): string[] | null {
  const items = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(items) || !items.every((item) => typeof item === 'string')) return null
  return items.map(clean).filter((item) => item !== '')
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && /^(?:|~|null)$/i.test(value.trim())
}

function clean(text: string): string {
  return toSingleLine(cleanCharacters(text))
}

function show(value: unknown): string {
  const text = JSON.stringify(value, (_key, item) => (item instanceof Map ? Object.fromEntries(item) : item))
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
