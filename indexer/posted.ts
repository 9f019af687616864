/**
 * What was sent over REST → the draft of a document. Which media types are read is decided here, and only here: a type
 * stands for the extension that files of its format have, and is read as they are.
 */
import type { Draft } from '../engine/drafts.ts'
import { API_PLACE } from '../engine/places.ts'
import { hashOfBytes, hashOfFile } from './content-hash.ts'
import { givenDate } from './describe/date.ts'
import { languageCode } from './describe/language.ts'
import { isWebAddress } from './describe/source.ts'
import type { Describing } from './describing.ts'
import type { Metadata } from './document.ts'
import { draftOne } from './drafting/drafting.ts'
import type { Source } from './drafting/source.ts'
import { IndexingError } from './errors.ts'
import { identified } from './file-draft.ts'
import { cleanCharacters, toSingleLine } from './read/characters.ts'
import { contentOfFile } from './read/content.ts'
import { detectEncoding } from './read/encoding.ts'
import { formatOfType } from './read/formats.ts'

/** What can be said about a document beside its text; absent is what the text says by itself. */
export type GivenDescription = Pick<
  Metadata,
  'title' | 'lang' | 'date' | 'source' | 'url' | 'topics' | 'tags'
>

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
 * @throws {IndexingError} `BINARY_FILE` or `UNKNOWN_ENCODING` of a text that is none, or `EMPTY_FILE` if there is nothing in it to be found
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
 * The draft of a document that was sent.
 *
 * @param warn called with a plain sentence about what is odd; of a long document when it has been read
 * @throws {IndexingError} if it cannot be read, or has no text
 */
export async function draftOfPosted(
  id: string,
  posted: Posted,
  describing: Describing,
  { warn, signal }: { warn: (warning: string) => void; signal: AbortSignal },
): Promise<Draft> {
  const source = await sourceOf(id, posted)
  const drafted = await draftOne(describing.drafting, source, signal)
  const draft = identified(drafted, id, describing)
  if (!Array.isArray(draft.passages))
    return { ...draft, passages: after(draft.passages, () => drafted.rest.warnings.forEach(warn)) }
  drafted.rest.warnings.forEach(warn)
  if (draft.passages.length === 0) throw new IndexingError('EMPTY_FILE', 'no text')
  return draft
}

async function* after<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  done: () => void,
): AsyncGenerator<Item> {
  yield* items
  done()
}

async function sourceOf(id: string, posted: Posted): Promise<Source> {
  const contentHash = await hashOf(posted)
  const about = { place: API_PLACE, contentHash }
  if ('file' in posted) {
    const { file, sizeBytes, mediaType } = posted
    const format = formatOfType(mediaType)?.name
    const content = { absolutePath: file, sizeBytes }
    return { ...about, path: id, content, ...(format === undefined ? {} : { format }) }
  }
  const { text, format, path, ...given } = posted.document
  return {
    ...about,
    path: plainPath(path) || id,
    content: { text },
    format: format === 'markdown' ? 'markdown' : 'text',
    given: cleaned(given),
  }
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
  if ('file' in posted) return hashOfBytes(`${posted.mediaType}\n${await hashOfFile(posted.file)}`)
  const { text, format = 'plain', ...given } = posted.document
  const values = Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))
  return hashOfBytes(JSON.stringify([format, values, text]))
}
