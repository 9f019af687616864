/**
 * What was sent over REST → the draft of a document. Which media types are read is decided here, and only here: a type
 * stands for the extension that files of its format have, and is read as they are.
 */
import type { Draft } from '../engine/drafts.ts'
import { API_PLACE } from '../engine/places.ts'
import { givenDate } from './describe/date.ts'
import { languageCode } from './describe/language.ts'
import { isWebAddress } from './describe/source.ts'
import type { Metadata, ReadDocument } from './document.ts'
import { type Describing, draftOf, hashOfFile, hashOfText, materialized } from './draft.ts'
import { IndexingError } from './errors.ts'
import { cleanCharacters, toSingleLine } from './read/characters.ts'
import { contentOfFile, contentOfText } from './read/content.ts'
import { detectEncoding } from './read/encoding.ts'
import { formatOfPath, formatOfType } from './read/formats.ts'
import { openDocument } from './read/read.ts'

/** What can be said about a document beside its text; absent is what the text says by itself. */
export type GivenDescription = Pick<Metadata, 'title' | 'lang' | 'date' | 'source' | 'url' | 'topics'>

/** A document as it is sent in JSON. */
export type PostedDocument = GivenDescription & {
  text: string
  /** Default `plain`. */
  format?: 'plain' | 'markdown'
  /** Ids or paths of documents that are translations of this one. */
  translations?: string[]
  /** Default: its id. */
  path?: string
}

/** What was sent: a document in JSON, or a file as it is. */
export type Posted = { document: PostedDocument } | { file: string; sizeBytes: number; mediaType: string }

/** What an id may be. */
export const DOCUMENT_ID = /^[A-Za-z0-9_-]{1,128}$/

/** Larger files are read while they are stored, so that they never stand in memory. */
const MAX_EAGER_BYTES = 2 * 1024 * 1024

/** What is wrong with a value that was given. */
export type Unusable = { parameter: keyof GivenDescription; detail: string; allowed?: string[] }

/** The values of a description that cannot be used; in front matter they would be passed over. */
export function unusableValues(
  { lang, date, url, topics = [] }: { [Name in keyof GivenDescription]: GivenDescription[Name] | null },
  { matcher }: Pick<Describing, 'matcher'>,
): Unusable[] {
  const wrong: Unusable[] = []
  const add = (parameter: Unusable['parameter'], detail: string, allowed?: string[]): void => {
    wrong.push({ parameter, detail, ...(allowed === undefined ? {} : { allowed }) })
  }
  if (typeof lang === 'string' && languageCode(lang) === null)
    add('lang', `lang is "${shown(lang)}", which is no language. Use a code such as "it".`)
  if (typeof date === 'string' && date !== '' && givenDate(date) === null)
    add('date', `date is "${shown(date)}", which is no date. Use YYYY-MM-DD, YYYY-MM or YYYY.`)
  if (typeof url === 'string' && url !== '' && !isWebAddress(url))
    add('url', `url is "${shown(url)}", but must begin with http:// or https://.`)
  const unknown = (topics ?? []).filter((id) => !matcher.ids.has(id))
  if (unknown.length > 0) {
    const detail = `There is no topic ${unknown.map((id) => `"${shown(id)}"`).join(', ')}. /v1/topics lists them.`
    add('topics', detail, [...matcher.ids])
  }
  return wrong
}

function shown(value: string): string {
  return value.length > 64 ? `${value.slice(0, 64)}…` : value
}

/**
 * Makes sure that what was sent can be read, as far as that is known without reading it.
 *
 * @throws {IndexingError} as {@link openDocument} does, or `EMPTY_FILE` if there is nothing in it to be found
 */
export async function requireReadable(posted: Posted): Promise<void> {
  if ('file' in posted) {
    if (!posted.mediaType.startsWith('text/')) return
    await detectEncoding(
      contentOfFile({ absolutePath: posted.file, path: 'sent', sizeBytes: posted.sizeBytes }),
    )
    return
  }
  if (!/[\p{L}\p{N}]/u.test(posted.document.text)) throw new IndexingError('EMPTY_FILE', 'no text')
}

/**
 * The draft of a document that was sent. Small ones are read as a whole.
 *
 * @param warn called with a plain sentence about what is odd
 * @throws {IndexingError} if it cannot be read, or has no text
 */
export async function draftOfPosted(
  id: string,
  posted: Posted,
  describing: Describing,
  warn: (warning: string) => void,
): Promise<Draft> {
  const path = ('document' in posted && plainPath(posted.document.path)) || id
  const contentHash = await hashOf(posted)
  const { format, read } = await open(posted)
  const draft = await draftOf({ id, place: API_PLACE, path, contentHash, format, read, warn }, describing)
  const sizeBytes = 'file' in posted ? posted.sizeBytes : posted.document.text.length
  if (sizeBytes > MAX_EAGER_BYTES) return draft
  const whole = await materialized(draft)
  if (Array.isArray(whole.passages) && whole.passages.length === 0) {
    throw new IndexingError('EMPTY_FILE', 'no text')
  }
  return whole
}

async function open(posted: Posted): Promise<{ format: string; read: ReadDocument }> {
  if ('file' in posted) {
    const { file, sizeBytes, mediaType } = posted
    return openDocument(
      contentOfFile({ absolutePath: file, path: 'sent', sizeBytes }),
      formatOfType(mediaType),
    )
  }
  const { text, format, path: _path, ...given } = posted.document
  const path = format === 'markdown' ? 'sent.md' : 'sent.txt'
  const { read, format: name } = await openDocument(contentOfText(path, text), formatOfPath(path))
  return { format: name, read: { ...read, metadata: { ...read.metadata, ...cleaned(given) } } }
}

/** Values that were given, free of what no reader sees; those that are empty then are left out. */
export function cleaned<Given extends object>(given: Given): Partial<Given> {
  const clean = (value: string): string => toSingleLine(cleanCharacters(value))
  const found: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    if (Array.isArray(value)) found[name] = value.map((one) => clean(String(one))).filter((one) => one !== '')
    else if (typeof value !== 'string') found[name] = value
    else if (clean(value) !== '') found[name] = clean(value)
  }
  return found as Partial<Given>
}

/** A path as those of files are: relative, without empty parts. */
function plainPath(path: string | undefined): string {
  const parts = toSingleLine(cleanCharacters(path ?? '')).split('/')
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/')
}

/** The same document has the same hash, however it was sent in JSON. */
async function hashOf(posted: Posted): Promise<string> {
  if ('file' in posted) return hashOfText(`${posted.mediaType}\n${await hashOfFile(posted.file)}`)
  const { text, format = 'plain', ...given } = posted.document
  const values = Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))
  return hashOfText(JSON.stringify([format, values, text]))
}
