/**
 * A chapter of a book in XHTML → pieces: what a publisher has marked as headings, paragraphs, items, tables and code.
 * Not for pages of the web, of which much is no text.
 */
import { Parser } from 'htmlparser2'
import { IndexingError } from '../errors.ts'
import type { Piece } from './pieces.ts'
import { type Cell, createTable, type TableReader } from './table.ts'

/** Left out with all that is in them. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...[
    'head',
    'script',
    'style',
    'svg',
    'nav',
    'template',
    'noscript',
    'audio',
    'video',
    'object',
    'iframe',
    'rt',
    'rp',
  ],
])
const INLINE: ReadonlySet<string> = new Set([
  ...[
    'a',
    'abbr',
    'acronym',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'font',
    'i',
  ],
  ...[
    'ins',
    'kbd',
    'label',
    'mark',
    'math',
    'q',
    'ruby',
    'rb',
    's',
    'samp',
    'small',
    'span',
    'strike',
    'strong',
  ],
  ...['sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'mi', 'mn', 'mo', 'mrow', 'img'],
])
const MAX_DEPTH = 256
const MAX_TEXT = 32_000_000

/** What a chapter has, and how its head calls it. */
export type Chapter = { title: string; pieces: Piece[] }

/**
 * Reads a chapter.
 *
 * @throws {IndexingError} `TOO_LARGE` if it is nested too deeply or too long
 */
export function readXhtml(html: string): Chapter {
  const pieces: Piece[] = []
  const rows: { table: TableReader; cells: Cell[]; cell: string | undefined; isHeader: boolean }[] = []
  let [text, title, length] = ['', '', 0]
  let [depth, unseenFrom, isInTitle, level, pre, items] = [0, 0, false, 0, 0, 0]
  const isAt = new Map<number, { level: number }>()

  const flush = (): void => {
    const table = rows.at(-1)
    if (table !== undefined) {
      if (table.cell !== undefined) table.cell += `${text}\n`
    } else if (/\S/.test(text)) {
      const about = {
        ...(pre > 0 ? { isCode: true as const } : {}),
        ...(items > 0 && level === 0 ? { isPart: true } : {}),
      }
      pieces.push({ text, level, ...about })
    }
    text = ''
  }
  const endCell = (): void => {
    const table = rows.at(-1)
    if (table?.cell === undefined) return
    flush()
    const last = table.cells.at(-1)
    if (last !== undefined) last.text = table.cell
    table.cell = undefined
  }
  const addRows = (texts: readonly string[]): void => {
    const outer = rows.at(-1)
    if (outer?.cell !== undefined) outer.cell += texts.join('\n')
    else pieces.push(...texts.map((row) => ({ text: row, level: 0, isPart: true })))
  }
  const endRow = (): void => {
    endCell()
    const table = rows.at(-1)
    if (table === undefined || table.cells.length === 0) return
    const { cells, isHeader } = table
    table.cells = []
    const isAllHeader = isHeader || cells.every(({ isBold }) => isBold === true)
    const made = table.table.add({ cells, isHeader: isAllHeader })
    rows.pop()
    addRows(made)
    rows.push(table)
  }
  const start = (name: string, attributes: Record<string, string>): void => {
    if (name === 'br') text += '\n'
    if (name === 'br' || INLINE.has(name)) return
    flush()
    if (/^h[1-6]$/.test(name)) {
      isAt.set(depth, { level })
      level = Number(name[1])
    } else if (name === 'pre') pre += 1
    else if (name === 'li' || name === 'dd') items += 1
    else if (name === 'table')
      rows.push({ table: createTable(), cells: [], cell: undefined, isHeader: false })
    const table = rows.at(-1)
    if (table === undefined) return
    if (name === 'thead') table.isHeader = true
    else if (name === 'tr') endRow()
    else if (name === 'td' || name === 'th') {
      endCell()
      const span = Math.max(1, Math.min(100, Number(attributes.colspan ?? 1) || 1))
      table.cells.push({ text: '', span, isBold: name === 'th' })
      table.cell = ''
    }
  }
  const end = (name: string): void => {
    if (name === 'br' || INLINE.has(name)) return
    if (name === 'td' || name === 'th') endCell()
    else flush()
    if (/^h[1-6]$/.test(name)) {
      level = isAt.get(depth)?.level ?? 0
      isAt.delete(depth)
    } else if (name === 'pre') pre = Math.max(0, pre - 1)
    else if (name === 'li' || name === 'dd') items = Math.max(0, items - 1)
    const table = rows.at(-1)
    if (table === undefined) return
    if (name === 'thead') {
      endRow()
      table.isHeader = false
    } else if (name === 'tr') endRow()
    else if (name === 'table') {
      endRow()
      rows.pop()
      addRows(table.table.end())
    }
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > MAX_DEPTH) throw new IndexingError('TOO_LARGE', `nested more than ${MAX_DEPTH} deep`)
        if (name === 'title') isInTitle = true
        const isHidden =
          attributes.hidden !== undefined || /pagebreak|toc/.test(attributes['epub:type'] ?? '')
        if (unseenFrom === 0 && (UNSEEN.has(name) || isHidden)) unseenFrom = depth
        if (unseenFrom === 0) start(name, attributes)
      },
      onclosetag(name) {
        if (name === 'title') isInTitle = false
        if (unseenFrom === 0) end(name)
        if (unseenFrom === depth) unseenFrom = 0
        depth -= 1
      },
      ontext(data) {
        length += data.length
        if (length > MAX_TEXT) throw new IndexingError('TOO_LARGE', 'a chapter that is too long: split it')
        if (isInTitle) title += data
        if (unseenFrom === 0) text += data
      },
    },
    // Not as XML, which knows five entities: publishers write `&eacute;` and leave tags open.
    { recognizeSelfClosing: true, recognizeCDATA: true, decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  flush()
  return { title, pieces }
}
