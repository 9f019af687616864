/** The table of formats: how each is named, recognized, limited and read. Here, and only here, is decided what reads what. */
import { extname } from 'node:path/posix'
import type { ReadDocument } from '../document.ts'
import type { Content } from './content.ts'
import { readMarkdown } from './markdown.ts'
import { readPlainText } from './text.ts'

/** One format. A document format gives one document, a container documents that stand inside it. */
export type Format = DocumentFormat | ContainerFormat

type Common = {
  /** Short name, as people see it: `markdown`. */
  name: string
  /** The first one stands for the format; all in lower case, without parameters. */
  mediaTypes: readonly string[]
  /** In lower case, with the point; the first one stands for the format. */
  extensions: readonly string[]
  /** Larger files are not read. */
  maxBytes: number
  /** Whether a file that begins with these (up to 4,096) bytes is of this format, whatever it is called. */
  recognizes?: (opening: Buffer) => boolean
}

/** @throws {IndexingError} from `open` with a reason fit for a report, where a file cannot be read */
export type DocumentFormat = Common & { open: (content: Content) => Promise<ReadDocument> }

/** @throws {IndexingError} from `members` where the container itself cannot be read (further) */
export type ContainerFormat = Common & { members: (content: Content) => AsyncIterable<Member> }

/** What stands in a container. Its path is relative to the container, without `..`; empty for the container's own text. */
export type Member = { path: string } & (
  | { content: Content }
  | { read: ReadDocument }
  /** A plain reason why it is not read. */
  | { failed: string }
)

/** Bytes at the beginning of a file that formats are recognized by. */
export const OPENING_BYTES = 4096

const MB = 1024 ** 2

const FORMATS: readonly Format[] = [
  {
    name: 'text',
    mediaTypes: ['text/plain'],
    extensions: ['.txt', '.text'],
    maxBytes: Number.POSITIVE_INFINITY,
    open: readPlainText,
  },
  {
    name: 'markdown',
    mediaTypes: ['text/markdown', 'text/x-markdown'],
    extensions: ['.md', '.markdown', '.mdx', '.qmd', '.rmd', '.mkd', '.mdown'],
    maxBytes: 4 * MB,
    open: readMarkdown,
  },
]

/** The format that a name's extension stands for. */
export function formatOfPath(path: string): Format | undefined {
  const extension = extname(path).toLowerCase()
  return FORMATS.find(({ extensions }) => extensions.includes(extension))
}

/** The format of a media type, whatever its parameters. */
export function formatOfType(mediaType: string): Format | undefined {
  const plain = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return FORMATS.find(({ mediaTypes }) => mediaTypes.includes(plain))
}

/** The format of a file: by what it begins with, or else by its name. */
export function formatOf(path: string, opening: Buffer): Format | undefined {
  return FORMATS.find(({ recognizes }) => recognizes?.(opening) === true) ?? formatOfPath(path)
}

/** All extensions that are read, in the order of the table. */
export const READABLE_EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions)

/** All media types that are read, in the order of the table. */
export const READABLE_TYPES: readonly string[] = FORMATS.flatMap(({ mediaTypes }) => mediaTypes)

/** Why a file of another format is passed over, e.g. `unsupported format .exe`. */
export function unsupportedReason(path: string): string {
  const extension = extname(path)
  return extension === '' ? 'file without an extension' : `unsupported format ${extension}`
}
