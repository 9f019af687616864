/** Which column of a table is what of a document: as somebody says it, or by the names columns usually have. */
import { IndexingError } from '../errors.ts'

/** What a column can be, in the order in which it is told to people. */
export const MAPPED_FIELDS = [
  'title',
  'text',
  'date',
  'updated',
  'id',
  'url',
  'lang',
  'source',
  'description',
  'tags',
  'topics',
  'translations',
] as const

/** What of a document a column can be. */
export type MappedField = (typeof MAPPED_FIELDS)[number]

/** The name of a column, or its number from 1, for each field that has one. */
export type ColumnMap = Readonly<Partial<Record<MappedField, string>>>

/** Names in order of preference, as `columnKey` writes them. */
export const USUAL_NAMES: Readonly<Record<MappedField, readonly string[]>> = {
  title:
    'title titolo headline oggetto subject name nome denominazione intestazione titoloatto domanda quesito question evento event'.split(
      ' ',
    ),
  text: 'text body testo contenuto content fulltext testocompleto corpo articlebody abstract descrizione description summary sommario riassunto risposta answer notes note'.split(
    ' ',
  ),
  date: 'date data published publishedat publicationdate pubdate datepublished datapubblicazione datadipubblicazione dataatto createdat created'.split(
    ' ',
  ),
  updated: 'updated updatedat modified lastmodified datemodified dataaggiornamento dataultimamodifica'.split(
    ' ',
  ),
  id: 'id code codice identifier identificativo uuid slug'.split(' '),
  url: 'url link href permalink canonical web sito'.split(' '),
  lang: 'lang language lingua locale'.split(' '),
  source: 'source publisher fonte editore ente amministrazione'.split(' '),
  description: [],
  tags: 'tags tag keywords keyword hashtags parolechiave etichette categories categorie category categoria'.split(
    ' ',
  ),
  topics: 'topics temi'.split(' '),
  translations: 'translations traduzioni translationof'.split(' '),
}

/** The name of a column as it is compared: lower case, without accents, spaces and signs. */
export function columnKey(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '')
}

/**
 * Reads a mapping, `title=headline,date=published,text=body`: field, equals sign, name of a column or its number. A name
 * with a comma stands in quotation marks.
 *
 * @throws {IndexingError} `UNREADABLE`, saying what is wrong and which fields there are
 */
export function parseColumnMap(text: string): ColumnMap {
  const map: Partial<Record<MappedField, string>> = {}
  const wrong = (what: string): IndexingError =>
    new IndexingError(
      'UNREADABLE',
      `${what}. Write field=column,field=column; the fields are ${MAPPED_FIELDS.join(', ')}; e.g. title=headline,text=body.`,
    )
  const parts = text.match(/(?:"[^"]*"|[^",])+/g) ?? []
  if (parts.length === 0) throw wrong('The mapping is empty')
  for (const part of parts) {
    const [, field = '', column = ''] = /^\s*([^=]*?)\s*=\s*"?(.*?)"?\s*$/.exec(part) ?? []
    if (!part.includes('=')) throw wrong(`"${part.trim()}" is no mapping: an equals sign is missing`)
    if (!isMappedField(field)) throw wrong(`"${field}" is no field of a document`)
    if (column === '') throw wrong(`No column is named for "${field}"`)
    if (map[field] !== undefined) throw wrong(`"${field}" is mapped twice`)
    map[field] = column
  }
  return map
}

/** A mapping as `parseColumnMap` reads it. */
export function writeColumnMap(map: ColumnMap): string {
  const fields = MAPPED_FIELDS.filter((field) => map[field] !== undefined)
  return fields
    .map((field) => [field, map[field] as string] as const)
    .map(([field, column]) => `${field}=${column.includes(',') ? `"${column}"` : column}`)
    .join(',')
}

function isMappedField(name: string): name is MappedField {
  return (MAPPED_FIELDS as readonly string[]).includes(name)
}
