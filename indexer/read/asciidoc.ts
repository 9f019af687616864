/**
 * AsciiDoc → a document: titles (`== Title`, and the older ones with a line below), paragraphs, lists, tables, notes,
 * code. Nothing is included from other files, and nothing in it is executed.
 */
import type { Block, Metadata, ReadDocument } from '../document.ts'
import { wordsOfAsciidoc } from './asciidoc-inline.ts'
import { createBlockMaker } from './block-maker.ts'
import { cleanCharacters } from './characters.ts'
import type { Content } from './content.ts'
import { fieldsOf } from './front-matter-fields.ts'
import type { MarkdownText } from './markdown-text.ts'
import { ownWords } from './own-words.ts'
import { allLines } from './whole-text.ts'

const TITLE = /^(?<signs>={1,6}|#{1,6})\s+(?<text>\S.*?)(?:\s+\1)?\s*$/
const ATTRIBUTE = /^:(?<name>!?[\w][\w-]*!?):(?:\s+(?<value>.*)|)$/
/** Lines below older titles, outermost first. */
const UNDERLINES = ['=', '-', '~', '^', '+']
/** What stands between two such lines as it is. */
const CODE_FENCE = /^(?:-{4,}|\.{4,}|`{3,}\S*)\s*$/
const SILENT_FENCE = /^(?:\/{4,}|\+{4,})\s*$/
const FENCE = /^(?:={4,}|\*{4,}|_{4,}|--|~{4,}|"")\s*$/
const TABLE = /^[|,:!]={3,}\s*$/
/** Attributes of what follows, anchors, comments, conditions, includes, rules, the sign that a list goes on. */
const SILENT_LINE =
  /^(?:\[[^\]]*\]\s*$|\[\[.*\]\]\s*$|\/\/(?!\/)|(?:ifdef|ifndef|ifeval|endif|include|toc|video|audio|tag|end)::|'{3,}\s*$|<{3,}\s*$|\+\s*$|-{3}\s*$|\*{3}\s*$)/
const LIST_ITEM =
  /^\s*(?:[*-]{1,5}|\.{1,5}|\d{1,4}\.|[a-zA-Z]\.|<(?:\d{1,3}|\.)>|•)\s+(?:\[[ xX*]\]\s+)?(?=\S)/
const TERM = /^\s*(?<term>\S.{0,300}?)(?::{2,4}|;;)(?:\s+(?<text>.*)|)$/
const ADMONITION = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+/
const IMAGE = /^image::[^[]{0,500}\[(?<alt>[^\]]*)\]\s*$/

/**
 * Reads AsciiDoc. Title, date of revision and attributes of its header are its metadata.
 *
 * @throws {IndexingError} `EMPTY_FILE`, `BINARY_FILE` or `UNKNOWN_ENCODING`
 */
export async function readAsciidoc(content: Content): Promise<ReadDocument> {
  const { lines, metadata, warnings } = await allLines(content)
  const header = headerOf(lines)
  const fields = fieldsOf(header.fields)
  const found: Metadata = { ...fields.metadata, ...metadata }
  const blocks = toBlocks(header.rest, header.fields)
  return { metadata: found, blocks: ownWords(found, blocks), warnings: [...warnings, ...fields.warnings] }
}

const REVISION = /^(?:v?[\d.]+\w*\s*,\s*)?(?<date>[^:,]*\d{4}[^:,]*?)(?:\s*:.*)?$/

/** Attributes above the first blank line, author and revision below the title among them. */
function headerOf(lines: readonly string[]): { fields: Map<string, string>; rest: string[] } {
  const fields = new Map<string, string>()
  const rest: string[] = []
  let at = 0
  while (at < lines.length && (lines[at] as string).trim() === '') at += 1
  let isTitled = false
  let plain = 0
  for (; at < lines.length && (lines[at] as string).trim() !== ''; at += 1) {
    const line = lines[at] as string
    const { name, value = '' } = ATTRIBUTE.exec(line)?.groups ?? {}
    if (name !== undefined) fields.set(name.toLowerCase(), value)
    else if (/^=\s+\S/.test(line) && !isTitled) {
      isTitled = true
      rest.push(line, '')
    } else if (isTitled && plain < 2 && !SILENT_LINE.test(line)) {
      // The author, then the revision.
      plain += 1
      const date = REVISION.exec(line)?.groups?.date
      if (date !== undefined && !fields.has('date')) fields.set('date', date.trim())
    } else if (isTitled) rest.push(line)
    else break
  }
  const date = fields.get('revdate')
  if (date !== undefined) fields.set('date', date)
  return { fields, rest: [...rest, ...lines.slice(at)] }
}

async function* toBlocks(
  lines: readonly string[],
  header: ReadonlyMap<string, string>,
): AsyncGenerator<Block> {
  const make = createBlockMaker()
  for (const { text, level, isCode } of textsOfAsciidoc(lines, new Map(header)))
    yield* make(cleanCharacters(text), level, isCode ? { isCode } : {})
}

function* textsOfAsciidoc(
  lines: readonly string[],
  attributes: Map<string, string>,
): Generator<MarkdownText> {
  const words = (text: string): string => wordsOfAsciidoc(text, attributes)
  let paragraph: string[] = []
  let columns = 0
  /** Fences of blocks that the line stands in. */
  let open: string[] = []
  const flush = function* (): Generator<MarkdownText> {
    if (paragraph.length > 0) yield { text: words(paragraph.join('\n')), level: 0 }
    paragraph = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string
    const title = TITLE.exec(line)?.groups
    const below = lines[at + 1] ?? ''
    const isEnd = open.includes(below.trim())
    const underlined = paragraph.length === 0 && !isEnd ? underlineLevel(line, below) : null
    const attribute = ATTRIBUTE.exec(line)?.groups
    const image = IMAGE.exec(line)?.groups
    const term = TERM.exec(line)?.groups
    if (line.trim() === '') yield* flush()
    else if (underlined !== null) {
      yield { text: words(line.trim()), level: underlined }
      at += 1
    } else if (CODE_FENCE.test(line) || SILENT_FENCE.test(line)) {
      yield* flush()
      const end = endOf(lines, at, line.trim().replace(/^(`{3,}).*/, '$1'))
      const code = lines
        .slice(at + 1, end)
        .filter((one) => !/^\s*include::\S*\[.*\]\s*$/.test(one))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
      if (code !== '' && CODE_FENCE.test(line)) yield { text: code, level: 0, isCode: true }
      at = end
    } else if (TABLE.test(line)) {
      yield* flush()
      const end = endOf(lines, at, line.trim())
      for (const row of rowsOf(lines.slice(at + 1, end), columns))
        yield { text: row.map(words).join(' | '), level: 0 }
      columns = 0
      at = end
    } else if (FENCE.test(line)) {
      yield* flush()
      const fence = line.trim()
      open = open.includes(fence) ? open.filter((one) => one !== fence) : [...open, fence]
    } else if (title !== undefined && paragraph.length === 0) {
      yield { text: words(title.text ?? ''), level: (title.signs ?? '').length }
    } else if (image !== undefined) {
      yield* flush()
      const alt = (image.alt ?? '').split(',')[0] ?? ''
      if (!/^\w+=/.test(alt)) yield { text: words(alt.replace(/^"|"$/g, '')), level: 0 }
    } else if (attribute !== undefined && paragraph.length === 0) {
      attributes.set((attribute.name ?? '').toLowerCase(), attribute.value ?? '')
    } else if (SILENT_LINE.test(line)) {
      columns = columnsOf(line) ?? columns
      if (!line.startsWith('//')) yield* flush()
    } else if (paragraph.length === 0 && /^\.[^\s.]/.test(line))
      yield { text: words(line.slice(1)), level: 0 }
    else if (LIST_ITEM.test(line)) {
      yield* flush()
      paragraph.push(line.replace(LIST_ITEM, ''))
    } else if (term !== undefined && !/^\s*\w+::\S/.test(line)) {
      yield* flush()
      yield { text: words(term.term ?? ''), level: 0 }
      if (term.text !== undefined) paragraph.push(term.text)
    } else if (paragraph.length === 0 && /^\s/.test(line) && isLiteral(lines, at)) {
      let end = at
      while (end < lines.length && (lines[end] as string).trim() !== '') end += 1
      yield { text: lines.slice(at, end).join(' ').replace(/\s+/g, ' ').trim(), level: 0, isCode: true }
      at = end
    } else paragraph.push(paragraph.length === 0 ? line.replace(ADMONITION, '') : line)
  }
  yield* flush()
}

/** An indented paragraph is shown as it stands, unless a list or a term is right above it. */
function isLiteral(lines: readonly string[], at: number): boolean {
  let above = at - 1
  while (above >= 0 && (lines[above] as string).trim() === '') above -= 1
  const line = lines[above] ?? ''
  return !TERM.test(line) && !LIST_ITEM.test(line) && !/^\s|^\+\s*$/.test(line)
}

function underlineLevel(text: string, below: string): number | null {
  const drawn = below.trimEnd()
  const level = UNDERLINES.indexOf(drawn[0] ?? '')
  if (level === -1 || drawn.length < 3 || drawn !== (drawn[0] as string).repeat(drawn.length)) return null
  const shown = text.trimEnd()
  if (
    /^\s|^[.[|*=-]/.test(shown) ||
    !/[\p{L}\p{N}]/u.test(shown) ||
    Math.abs(shown.length - drawn.length) > 3
  )
    return null
  return level + 1
}

/** The line that closes what a line opens; the last one if none does. */
function endOf(lines: readonly string[], start: number, fence: string): number {
  for (let at = start + 1; at < lines.length; at += 1) {
    if ((lines[at] as string).trim() === fence) return at
  }
  return lines.length
}

/** How many columns `[cols="1,2"]` or `[cols=2*]` gives a table. */
function columnsOf(line: string): number | null {
  const given = /\bcols=(?:"([^"]*)"|([^,\]\s]*))/.exec(line)
  const columns = given?.[1] ?? given?.[2]
  if (columns === undefined || columns === '') return null
  const counts = columns.split(/[,;]/).map((one) => Number(/^\s*(\d{1,2})\*/.exec(one)?.[1] ?? 1))
  return counts.reduce((sum, count) => sum + count, 0)
}

const CELL = /(?:^|\s)(?:\d{1,2}(?:\.\d{1,2})?[+*])?[<^>]?(?:\.[<^>])?[a-z]?\|/

function rowsOf(lines: readonly string[], given: number): string[][] {
  const cells: string[] = []
  let columns = given
  for (const line of lines) {
    if (line.trim() === '' || /^\/\//.test(line)) continue
    const [before = '', ...rest] = line.split(CELL)
    if (before.trim() !== '' && cells.length > 0) cells[cells.length - 1] = `${cells.at(-1)} ${before.trim()}`
    else if (before.trim() !== '') cells.push(before.trim())
    cells.push(...rest.map((cell) => cell.trim()))
    if (columns === 0 && cells.length > 0) columns = cells.length
  }
  const rows: string[][] = []
  for (let at = 0; at < cells.length; at += Math.max(1, columns)) {
    rows.push(cells.slice(at, at + Math.max(1, columns)).filter((cell) => cell !== ''))
  }
  return rows.filter((row) => row.length > 0)
}
