/**
 * Names and values of front matter → Metadata, under the names that people and site generators use (Hugo, Jekyll,
 * Docusaurus, Zola, Quarto, Eleventy, Astro, Hexo, Microsoft and GitHub documentation). Values stay what the author
 * wrote: what a date or a language means is decided when the document is described.
 */
import { givenDate } from '../describe/date.ts'
import type { Metadata } from '../document.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { stripHtml } from './html.ts'

type TextField = 'id' | 'title' | 'description' | 'date' | 'updated' | 'lang' | 'source' | 'url'
type ListField = 'topics' | 'translations'

/** Names of each field in order of preference, in lower case and without `_`, `-`, `.` and spaces. */
const TEXT_NAMES: Readonly<Record<TextField, readonly string[]>> = {
  id: ['id'],
  title: ['title', 'titolo'],
  description: names(
    'description descrizione summary sommario riassunto excerpt estratto abstract intro introduzione lead teaser',
    'metadescription seodescription subtitle sottotitolo tagline',
  ),
  date: names(
    'date published publishedat publishdate publisheddate publishedon publisheddatetime publicationdate pubdate',
    'pubdatetime datepublished posted postedon postdate releasedate issued data datapubblicazione pubblicato',
    'pubblicatoil datadipubblicazione created createdat createdon createddate datecreated creationdate datacreazione',
  ),
  updated: names(
    'lastmod updated updatedat updateddate updatedon dateupdated lastupdated lastupdate lastupdatedat lastupdateddate',
    'lastupdatedate lastmodified lastmodifiedat lastmodifieddate modified modifiedat modifieddate datemodified modtime',
    'moddatetime revised revisiondate reviewed lastreviewed msdate aggiornato aggiornatoil dataaggiornamento',
    'ultimoaggiornamento ultimamodifica modificato',
  ),
  lang: ['lang', 'language', 'lingua', 'locale', 'langcode', 'languagecode'],
  source: ['source', 'publisher', 'fonte'],
  url: ['url', 'link', 'canonical', 'canonicalurl', 'permalink'],
}
const LIST_NAMES: Readonly<Record<ListField, readonly string[]>> = {
  topics: ['topics', 'temi'],
  translations: ['translations', 'translationof', 'traduzioni'],
}
/** All of these together. */
const TAG_NAMES = names(
  'tags tag keywords keyword categories category parolechiave etichette categorie categoria',
)
/** Maps that hold fields of the page: Hugo, Zola, Docusaurus. */
const INNER_MAPS = ['params', 'extra', 'taxonomies', 'seo', 'meta', 'hero']

function names(...lines: string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '))
}

const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(TEXT_NAMES).flat(),
  ...Object.values(LIST_NAMES).flat(),
  ...TAG_NAMES,
])

/** Whether a name is one of a field that is read. */
export function isKnownName(name: string): boolean {
  return KNOWN_NAMES.has(plainName(name))
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '')
}

type Values = ReadonlyMap<string, [name: string, value: unknown]>

/**
 * The fields that front matter gives. A value of the wrong type is left out with a warning; unknown names are passed
 * over.
 *
 * @param given strings, lists and maps of them; a name that is given twice counts with its first value that is any
 */
export function fieldsOf(given: ReadonlyMap<unknown, unknown>): { metadata: Metadata; warnings: string[] } {
  const warnings: string[] = []
  const values = valuesOf(given)
  const metadata: Metadata = {}
  const refuse = (name: string, value: unknown): void => {
    warnings.push(`front matter "${name}" ignored: ${show(value)} is not a text`)
  }
  for (const [field, fieldNames] of Object.entries(TEXT_NAMES) as [TextField, readonly string[]][]) {
    const text = textOf(field, fieldNames, values, refuse)
    if (text !== null) metadata[field] = text
  }
  for (const [field, fieldNames] of Object.entries(LIST_NAMES) as [ListField, readonly string[]][]) {
    for (const [name, value] of found(fieldNames, values)) {
      const list = toList(value)
      if (list === null) refuse(name, value)
      else metadata[field] ??= list
    }
  }
  const tags = found(TAG_NAMES, values).flatMap(([, value]) => toList(value) ?? [])
  if (tags.length > 0) metadata.tags = [...new Set(tags)]
  const address = addressOf(values.get('source')?.[1])
  if (metadata.url === undefined && address !== null) metadata.url = address
  return { metadata, warnings: [...new Set(warnings)] }
}

/** By plain names; fields of inner maps behind those of the page itself. */
function valuesOf(given: ReadonlyMap<unknown, unknown>): Values {
  const values = new Map<string, [string, unknown]>()
  const add = (map: ReadonlyMap<unknown, unknown>): void => {
    for (const [key, value] of map) {
      const name = String(key)
      const plain = plainName(name)
      if (isBlank(values.get(plain)?.[1] ?? '')) values.set(plain, [name, value])
    }
  }
  add(given)
  for (const inner of INNER_MAPS) {
    const map = values.get(inner)?.[1]
    if (map instanceof Map) add(map)
  }
  return values
}

function found(fieldNames: readonly string[], values: Values): [name: string, value: unknown][] {
  return fieldNames.flatMap((name) => {
    const one = values.get(name)
    return one === undefined || isBlank(one[1]) ? [] : [one]
  })
}

function textOf(
  field: TextField,
  fieldNames: readonly string[],
  values: Values,
  refuse: (name: string, value: unknown) => void,
): string | null {
  const texts: string[] = []
  for (const [name, value] of found(fieldNames, values)) {
    const text = toText(field, value)
    if (text === null) refuse(name, value)
    else if (text !== '') texts.push(text)
  }
  if (field === 'date') return texts.find((text) => givenDate(text) !== null) ?? texts[0] ?? null
  if (field === 'updated') return texts.find((text) => givenDate(text) !== null) ?? null
  // "url: /chi-siamo/", "permalink: pretty" say where a page stands in its site.
  if (field === 'url')
    return (
      texts.find((text) => /^https?:/i.test(text)) ?? texts.find((text) => !/^[./:]|^\w+$/.test(text)) ?? null
    )
  return texts[0] ?? null
}

function toText(field: TextField, value: unknown): string | null {
  if (value instanceof Map) {
    if (field === 'source') return toText(field, value.get('name') ?? value.get('url') ?? '')
    // "last_update: {date: …}" of Docusaurus.
    if (field === 'updated' && value.has('date')) return toText(field, value.get('date'))
    return field === 'updated' || field === 'description' ? '' : null
  }
  if (typeof value !== 'string') return field === 'updated' || field === 'description' ? '' : null
  if (field === 'date' || field === 'updated') return toDate(clean(value))
  if (field === 'title' || field === 'description') {
    return /^(?:true|false)$/i.test(value.trim()) ? '' : clean(stripHtml(value))
  }
  return clean(value)
}

/** A date in one number: `20240517`, seconds or milliseconds since 1970. Others as they stand. */
function toDate(text: string): string {
  const day = /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])$/.exec(text)
  if (day !== null) return day.slice(1).join('-')
  if (!/^[1-2]\d{9}(?:\d{3})?$/.test(text)) return text
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10)
}

function addressOf(source: unknown): string | null {
  const url = source instanceof Map ? source.get('url') : undefined
  return typeof url === 'string' ? clean(url) : null
}

function toList(value: unknown): string[] | null {
  const items = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(items) || !items.every((item) => typeof item === 'string')) return null
  return items.map((item) => clean(stripHtml(item))).filter((item) => item !== '')
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
