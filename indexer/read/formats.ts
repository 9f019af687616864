/** The table of formats: how each is named, recognized, limited and read. Here, and only here, is decided what reads what. */
import { extname } from 'node:path/posix'
import type { ReadDocument } from '../document.ts'
import { readAsciidoc } from './asciidoc.ts'
import type { ColumnMap } from './column-map.ts'
import type { Content } from './content.ts'
import { readDelimited } from './delimited.ts'
import { recognizesGzip } from './gunzip.ts'
import { readGzip } from './gzip.ts'
import { recognizesHtml } from './html/recognize.ts'
import { MAX_HTML_BYTES, readHtml } from './html-document.ts'
import { readJson, readJsonLines } from './json-rows.ts'
import { readMail } from './mail.ts'
import { readMailbox } from './mailbox.ts'
import { readManualPage, recognizesRoff } from './manual-page.ts'
import { readMarkdown } from './markdown.ts'
import { readPicture } from './ocr.ts'
import { OFFICE_FORMATS } from './office.ts'
import { readPdf } from './pdf.ts'
import { looksLikeProse } from './prose.ts'
import { recognizesMail, recognizesMailbox } from './recognize-mail.ts'
import { readRst } from './rst.ts'
import { MAX_SIGNED_BYTES, readSigned, recognizesSigned } from './signed.ts'
import { readTar, recognizesTar } from './tar.ts'
import { readPlainText } from './text.ts'
import { readZipArchive } from './zip-archive.ts'

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
  /** The option without which its files are passed over. */
  needs?: keyof ReadOptions
}

/** What the one who indexes has chosen about reading. */
export type ReadOptions = {
  /** Read text off pictures of it. Default: pictures are not read. */
  ocr?: {
    /** What the texts are written in, as Tesseract calls it: `ita`, `eng`; at least one. */
    languages: readonly string[]
  }
  /** Which column of a table (CSV, JSON) is what of a document. Default: told by their names and by what stands in them. */
  map?: ColumnMap
  /** Name of the format that a file is read as, whatever it begins with; what stands inside of it is told by itself. */
  as?: string
}

/** @throws {IndexingError} from `open` with a reason fit for a report, where a file cannot be read */
export type DocumentFormat = Common & {
  open: (content: Content, options: ReadOptions) => Promise<ReadDocument>
}

/** @throws {IndexingError} from `members` where the container itself cannot be read (further) */
export type ContainerFormat = Common & {
  members: (content: Content, options: ReadOptions) => AsyncIterable<Member>
}

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
  {
    name: 'restructuredtext',
    mediaTypes: ['text/x-rst', 'text/prs.fallenstein.rst'],
    extensions: ['.rst', '.rest'],
    maxBytes: 4 * MB,
    open: readRst,
  },
  {
    name: 'asciidoc',
    mediaTypes: ['text/asciidoc', 'text/x-asciidoc'],
    extensions: ['.adoc', '.asciidoc', '.asc'],
    maxBytes: 4 * MB,
    open: readAsciidoc,
  },
  {
    name: 'manual-page',
    mediaTypes: ['text/troff', 'application/x-troff-man', 'text/x-troff'],
    extensions: ['.man', '.mdoc', '.roff'],
    maxBytes: 4 * MB,
    recognizes: recognizesRoff,
    open: readManualPage,
  },
  {
    name: 'html',
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    extensions: ['.html', '.htm', '.xhtml', '.xht', '.shtml'],
    maxBytes: MAX_HTML_BYTES,
    recognizes: recognizesHtml,
    open: readHtml,
  },
  ...OFFICE_FORMATS,
  {
    name: 'mailbox',
    mediaTypes: ['application/mbox'],
    extensions: ['.mbox', '.mbx'],
    maxBytes: Number.POSITIVE_INFINITY,
    recognizes: recognizesMailbox,
    members: readMailbox,
  },
  {
    name: 'mail',
    mediaTypes: ['message/rfc822'],
    extensions: ['.eml'],
    maxBytes: 50 * MB,
    recognizes: recognizesMail,
    members: readMail,
  },
  {
    name: 'csv',
    mediaTypes: ['text/csv', 'text/tab-separated-values', 'application/csv'],
    extensions: ['.csv', '.tsv', '.tab'],
    maxBytes: Number.POSITIVE_INFINITY,
    members: readDelimited,
  },
  {
    name: 'json-lines',
    mediaTypes: ['application/x-ndjson', 'application/jsonl', 'application/json-lines'],
    extensions: ['.jsonl', '.ndjson'],
    maxBytes: Number.POSITIVE_INFINITY,
    members: readJsonLines,
  },
  {
    name: 'json',
    mediaTypes: ['application/json'],
    extensions: ['.json'],
    maxBytes: Number.POSITIVE_INFINITY,
    members: readJson,
  },
  {
    name: 'signed',
    mediaTypes: ['application/pkcs7-mime', 'application/x-pkcs7-mime'],
    extensions: ['.p7m'],
    maxBytes: MAX_SIGNED_BYTES,
    recognizes: recognizesSigned,
    members: (content) => readSigned(content),
  },
  {
    name: 'gzip',
    mediaTypes: ['application/gzip', 'application/x-gzip'],
    extensions: ['.gz', '.tgz'],
    maxBytes: Number.POSITIVE_INFINITY,
    recognizes: recognizesGzip,
    members: (content) => readGzip(content),
  },
  {
    name: 'tar',
    mediaTypes: ['application/x-tar'],
    extensions: ['.tar'],
    maxBytes: Number.POSITIVE_INFINITY,
    recognizes: recognizesTar,
    members: (content) => readTar(content),
  },
  {
    // Told by its name only: many formats of documents are zips, and have entries of their own.
    name: 'zip',
    mediaTypes: ['application/zip', 'application/x-zip-compressed'],
    extensions: ['.zip'],
    maxBytes: 256 * MB,
    members: (content) => readZipArchive(content),
  },
  {
    name: 'pdf',
    mediaTypes: ['application/pdf'],
    extensions: ['.pdf'],
    maxBytes: 100 * MB,
    recognizes: (opening) => /^\uFEFF?\s*%PDF-\d/.test(opening.subarray(0, 64).toString()),
    open: readPdf,
  },
  {
    name: 'image',
    mediaTypes: ['image/png', 'image/jpeg', 'image/tiff'],
    extensions: ['.png', '.jpg', '.jpeg', '.tif', '.tiff'],
    maxBytes: 50 * MB,
    needs: 'ocr',
    open: readPicture,
  },
]

/** The format of this name. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name)
}

/** The names of all formats. */
export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name)

const MARKUP_AS_TEXT = /[^/.]\.(?:md|markdown|mdx|rst|adoc|asciidoc)\.txt$/i

/** The format that a name's extension stands for. */
export function formatOfPath(path: string): Format | undefined {
  // Generators put the sources of their pages beside them as "page.rst.txt", so that browsers show them.
  const name = MARKUP_AS_TEXT.test(path) ? path.slice(0, -'.txt'.length) : path
  const extension = extname(name).toLowerCase()
  return FORMATS.find(({ extensions }) => extensions.includes(extension))
}

/** The format of a media type, whatever its parameters. */
export function formatOfType(mediaType: string): Format | undefined {
  const plain = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return FORMATS.find(({ mediaTypes }) => mediaTypes.includes(plain))
}

/** The format of a file that says what it is: by what it begins with, or else by its name. */
export function formatTold(path: string, opening: Buffer): Format | undefined {
  return FORMATS.find(({ recognizes }) => recognizes?.(opening) === true) ?? formatOfPath(path)
}

/** The format of a file: {@link formatTold}, or else plain text if it reads like prose. */
export function formatOf(path: string, opening: Buffer): Format | undefined {
  return formatTold(path, opening) ?? (looksLikeProse(path, opening) ? formatNamed('text') : undefined)
}

/**
 * All media types of single documents that are read without being asked for, in the order of the table; a mail is one,
 * for its own text.
 */
export const READABLE_TYPES: readonly string[] = FORMATS.filter(
  (format) => ('open' in format && format.needs === undefined) || format.name === 'mail',
).flatMap(({ mediaTypes }) => mediaTypes)

/** Archives of other kinds, by extension. */
const PACKERS: Readonly<Record<string, string>> = {
  '.bz2': 'bzip2',
  '.tbz2': 'bzip2',
  '.xz': 'xz',
  '.txz': 'xz',
  '.zst': 'Zstandard',
  '.7z': '7-Zip',
  '.rar': 'RAR',
  '.z': 'compress',
}

/** Why a file of another format is passed over, e.g. `unsupported format .exe`. */
export function unsupportedReason(path: string): string {
  const extension = extname(path)
  const packer = PACKERS[extension.toLowerCase()]
  if (packer !== undefined)
    return `packed with ${packer}, which is not read: unpack it, or pack it as .zip or .tar.gz`
  if (extension === '') return 'file without an extension that is no prose'
  // Anything may stand behind a point: a sentence is no format.
  return /^\.[\w+~-]{1,16}$/.test(extension) ? `unsupported format ${extension}` : 'unsupported format'
}
