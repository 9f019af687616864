/**
 * A found file → an opened document. Here, and only here, is decided which format is read by what.
 */
import type { FoundFile, ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import { cleanCharacters } from './characters.ts'
import { decodeText } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import { type Format, formatOf, unsupportedReason } from './formats.ts'
import { readMarkdown } from './markdown.ts'
import { readPlainText } from './text.ts'

/** Limits of reading. */
export type ReadOptions = {
  /** Longest Markdown file that is read. Default 4 MB: 20 s of lists and tables, less of prose. */
  maxMarkdownBytes?: number
}

const MAX_MARKDOWN_BYTES = 4 * 1024 * 1024

/**
 * Opens a document: decodes it, reads its front matter and gives its blocks as a stream.
 *
 * @throws {IndexingError} with a reason fit for a report: `EMPTY_FILE`, `BINARY_FILE`, `UNKNOWN_ENCODING`,
 *   `TOO_LARGE` (Markdown), `UNSUPPORTED_FORMAT`, `NO_PERMISSION`, `UNREADABLE`
 */
export async function readDocument(file: FoundFile, options: ReadOptions = {}): Promise<ReadDocument> {
  const format = formatOf(file.path)
  if (format === null) throw new IndexingError('UNSUPPORTED_FORMAT', unsupportedReason(file.path))
  if (format === 'markdown') requireParsable(file.sizeBytes, options.maxMarkdownBytes ?? MAX_MARKDOWN_BYTES)
  const encoding = await detectEncoding(file.absolutePath)
  const pieces = decodeText(file.absolutePath, encoding)
  return format === 'markdown' ? readMarkdown(pieces) : readPlainText(pieces)
}

/**
 * Opens a document whose text is in memory.
 *
 * @throws {IndexingError} `TOO_LARGE` (Markdown)
 */
export async function readText(
  text: string,
  format: Format,
  options: ReadOptions = {},
): Promise<ReadDocument> {
  if (format === 'markdown') requireParsable(text.length, options.maxMarkdownBytes ?? MAX_MARKDOWN_BYTES)
  const pieces = (async function* () {
    yield cleanCharacters(text)
  })()
  return format === 'markdown' ? readMarkdown(pieces) : readPlainText(pieces)
}

function requireParsable(sizeBytes: number, maxBytes: number): void {
  if (sizeBytes <= maxBytes) return
  const [size, limit] = [sizeBytes, maxBytes].map((bytes) => Number((bytes / 1024 ** 2).toFixed(1)))
  throw new IndexingError(
    'TOO_LARGE',
    `Markdown file of ${size} MB: the limit is ${limit} MB; split it or rename it to .txt`,
  )
}
