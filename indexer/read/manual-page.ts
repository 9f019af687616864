/**
 * Pages of manuals as they are written, in roff with the macros of man(7) or mdoc(7) → documents. Nothing is included from
 * other files, and nothing in them is executed.
 */
import { givenDate } from '../describe/date.ts'
import { languageCode } from '../describe/language.ts'
import type { Block, Metadata, ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import { createBlockMaker } from './block-maker.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import type { Content } from './content.ts'
import type { MarkdownText } from './markdown-text.ts'
import { type ManualHead, textsOfRoff } from './roff/page.ts'
import { allLines } from './whole-text.ts'

/** How pages begin: a comment, a title, a definition. */
const OPENING =
  /^(?:['.][ \t]*(?:\\["#].*)?|\\".*|\.(?:TH|Dd|Dt|Sh|SH|TL)[ \t]+\S.*|\.(?:de1?|ds|nr|rn|if|ie|ig|do|mso|als|tr|ad|nh|lf|pl|ll|hy)[ \t].*|\.so[ \t]+\S+[ \t]*)\r?$/
/** What a page consists of. Text, too, may speak of such a line, but does not begin with a request. */
const REQUEST = /^\.(?:TH|Dd|Dt|Sh|SH|TL|PP|LP|so|de1?|ds)[ \t\r\n]/m
const MARK = Buffer.from('\uFEFF')

/** Whether a file that begins so is a page in roff. */
export function recognizesRoff(opening: Buffer): boolean {
  const start = opening.subarray(0, 3).equals(MARK) ? 3 : 0
  let at = start
  while (at < opening.length && at < start + 64 && WHITE.has(opening[at] as number)) at += 1
  if (!FIRST.has(opening[at] as number)) return false
  const text = opening.toString('latin1', at)
  return OPENING.test(text.split('\n', 1)[0] as string) && REQUEST.test(text) && !text.includes('\0')
}

const WHITE = new Set(Buffer.from(' \t\r\n'))
const FIRST = new Set(Buffer.from(".'\\"))

/**
 * Reads a page. Its title is `ls(1) – list directory contents`, sections are headings, and its date is that of its last
 * change.
 *
 * @throws {IndexingError} `EMPTY_FILE`, also for a page that only names another one; `BINARY_FILE` or `UNKNOWN_ENCODING`
 */
export async function readManualPage(content: Content): Promise<ReadDocument> {
  const { lines, warnings } = await allLines(content)
  const { head, texts, other } = textsOfRoff(lines)
  if (texts.length === 0 && other !== undefined)
    throw new IndexingError('EMPTY_FILE', `only points to another page: ${other}`)
  const title = titleOf(head, texts)
  if (lines.slice(0, 20).some((line) => DOCBOOK.test(line))) head.dates = head.dates.map(monthFirst)
  return { metadata: metadataOf(title, head, content.path), blocks: toBlocks(title, texts), warnings }
}

async function* toBlocks(title: string | undefined, texts: readonly MarkdownText[]): AsyncGenerator<Block> {
  const make = createBlockMaker()
  if (title !== undefined) yield* make(title, 1)
  for (const { text, level, ...about } of texts) yield* make(text, level, about)
}

function metadataOf(title: string | undefined, head: ManualHead, path: string): Metadata {
  const updated = head.dates.map(readableDate).find((date) => givenDate(date) !== null)
  const lang = languageOfPath(path)
  return {
    ...(title === undefined ? {} : { title }),
    ...(updated === undefined ? {} : { updated }),
    ...(lang === undefined ? {} : { lang }),
  }
}

/** The stylesheets of DocBook write dates as in America. */
const DOCBOOK = /^\.\\" *Generator: DocBook/

function monthFirst(date: string): string {
  return date.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2')
}

/** `$Mdocdate: June 23 2021 $` → `June 23, 2021`. */
function readableDate(date: string): string {
  const plain = date.replace(/^\$\w+:?\s*(.*?)\s*\$$/, '$1')
  return plain.replace(/^(\p{L}+ \d{1,2}) (\d{4})$/u, '$1, $2')
}

/** The language whose folder a page stands in: `man/it/man1/ls.1.gz`. */
function languageOfPath(path: string): string | undefined {
  const folder = /(?:^|\/)([a-z]{2})(?:_[A-Z]{2})?(?:[.@][\w.-]+)?\/man[\dln]\w*\//.exec(path)?.[1]
  return (folder === undefined ? null : languageCode(folder)) ?? undefined
}

const NAME_LINE = /^(?<names>.{1,500}?)\s+(?:-{1,2}|[–—−‐])(?:\s+(?<what>\S.*))?$/u

/** `ls(1) – list directory contents`, of the title line and the first section. */
function titleOf({ name, section }: ManualHead, texts: readonly MarkdownText[]): string | undefined {
  if (name === undefined) return undefined
  const start = texts.findIndex(({ level }) => level > 0) + 1
  const own = texts.slice(start, start + 5)
  const end = own.findIndex(({ level }) => level > 0)
  const line = own
    .slice(0, end === -1 ? own.length : end)
    .map(({ text }) => NAME_LINE.exec(text)?.groups)
    .find((found) => found !== undefined)
  // The title line has often capitals only.
  const names = (line?.names ?? '').split(/\s*,\s*/)
  const same = names.find((one) => one.toLowerCase() === name.toLowerCase())
  const shown = same ?? name
  const page = section === undefined ? shown : `${shown}(${section})`
  return toSingleLine(cleanCharacters(line?.what === undefined ? page : `${page} – ${line.what}`))
}
