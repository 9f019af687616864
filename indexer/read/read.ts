/** Content → opened documents: one of a document format, those inside of a container. */
import type { ReadDocument } from '../document.ts'
import { IndexingError, toIndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import {
  type Format,
  formatNamed,
  formatOf,
  formatOfPath,
  OPENING_BYTES,
  type ReadOptions,
  unsupportedReason,
} from './formats.ts'

/** A document that has been opened. */
export type Opened = {
  /** Of the content, with the path inside it where it is a container. */
  path: string
  /** Name of its format. */
  format: string
  /** What it was read from. */
  content: Content
} /** `isPart`: it is only a part of that content, such as a row of a table. */ & (
  | { read: ReadDocument; isPart: boolean }
  /** Why it could not be read, with a reason fit for a report. */
  | { failed: IndexingError }
)

/** Containers in containers are opened so deep: an archive of mails with attachments that are archives. */
const MAX_DEPTH = 4

/**
 * Opens content: gives one document, or those of a container as they are come to.
 *
 * @param as the format that it is read as; default, what it begins with or its name says
 * @throws {IndexingError} where the content itself cannot be read; what is inside it fails one by one
 */
export async function* openAll(
  content: Content,
  as?: Format,
  options: ReadOptions = {},
  depth = 0,
): AsyncGenerator<Opened> {
  const told = as ?? (options.as === undefined || depth > 0 ? undefined : formatNamed(options.as))
  const format = told ?? formatOf(content.path, await openingOf(content))
  if (format === undefined) throw new IndexingError('UNSUPPORTED_FORMAT', unsupportedReason(content.path))
  requireWithin(content, format)
  const { path } = content
  if ('open' in format) {
    yield { path, format: format.name, content, read: await format.open(content, options), isPart: false }
    return
  }
  let isEmpty = true
  for await (const member of format.members(content, options)) {
    isEmpty = false
    const below = member.path === '' ? path : `${path}/${member.path}`
    if ('content' in member) yield* openMember({ ...member.content, path: below }, options, depth + 1)
    else {
      const about = { path: below, format: format.name, content }
      yield 'read' in member
        ? { ...about, read: member.read, isPart: true }
        : { ...about, failed: new IndexingError('UNREADABLE', member.failed) }
    }
  }
  if (isEmpty) throw new IndexingError('EMPTY_FILE', `${format.name} file without a document in it`)
}

async function* openMember(content: Content, options: ReadOptions, depth: number): AsyncGenerator<Opened> {
  const failed = (error: IndexingError): Opened => {
    const format = formatOfPath(content.path)?.name ?? ''
    return { path: content.path, format, content, failed: error }
  }
  if (depth > MAX_DEPTH) {
    yield failed(new IndexingError('TOO_LARGE', `more than ${MAX_DEPTH} containers inside each other`))
    return
  }
  try {
    yield* openAll(content, undefined, options, depth)
  } catch (error) {
    yield failed(toIndexingError(error))
  }
}

/**
 * Opens content that is to be a single document.
 *
 * @throws {IndexingError} with a reason fit for a report: `EMPTY_FILE`, `BINARY_FILE`, `UNKNOWN_ENCODING`,
 *   `TOO_LARGE`, `UNSUPPORTED_FORMAT`, `NO_PERMISSION`, `UNREADABLE`
 */
export async function openDocument(
  content: Content,
  as?: Format,
  options: ReadOptions = {},
): Promise<{ format: string; read: ReadDocument }> {
  const format = as ?? formatOf(content.path, await openingOf(content))
  if (format === undefined) throw new IndexingError('UNSUPPORTED_FORMAT', unsupportedReason(content.path))
  if (!('open' in format)) {
    throw new IndexingError('UNSUPPORTED_FORMAT', `${format.name} holds more than one document`)
  }
  requireWithin(content, format)
  return { format: format.name, read: await format.open(content, options) }
}

/** The bytes that a content begins with. */
export async function openingOf(content: Content): Promise<Buffer> {
  for await (const piece of content.pieces()) return Buffer.from(piece.subarray(0, OPENING_BYTES))
  return Buffer.alloc(0)
}

function requireWithin({ sizeBytes }: Content, { name, maxBytes }: Format): void {
  if (sizeBytes <= maxBytes) return
  const [size, limit] = [sizeBytes, maxBytes].map((bytes) => Number((bytes / 1024 ** 2).toFixed(1)))
  const advice = name === 'markdown' ? 'split it or rename it to .txt' : 'split it'
  throw new IndexingError('TOO_LARGE', `${name} file of ${size} MB: the limit is ${limit} MB; ${advice}`)
}
