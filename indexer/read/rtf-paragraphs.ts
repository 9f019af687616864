/** The texts of an RTF → paragraphs, notes and rows of tables. */
import type { Piece } from './pieces.ts'
import type { RtfState } from './rtf-state.ts'
import { type Cell, createTable, type TableReader } from './table.ts'

/** Gathers what an RTF reader comes to. */
export type RtfParagraphs = {
  add: (text: string, state: RtfState) => void
  /** A group begins: what is set about paragraphs in it holds no longer when it ends. */
  open: () => void
  close: () => void
  /** A control word that sets or ends a paragraph, a cell or a row. */
  follow: (word: string, value: number | undefined) => void
  defineStyle: (name: string, words: ReadonlyMap<string, number>) => void
  beginNote: () => void
  endNote: () => void
  /** What has become certain since it was asked last. */
  taken: () => Piece[]
  end: () => Piece[]
}

type Text = { text: string; label: string; letters: number; bold: number; size: number }
type Properties = { style: number; outline: number | undefined; isCentered: boolean; isInTable: boolean }

const PLAIN: Properties = { style: 0, outline: undefined, isCentered: false, isInTable: false }
const HEADING = /^(?:heading|titolo|titre|überschrift|título|intestazione)\s?([1-9])$/i

/** A gatherer for one document. */
export function createRtfParagraphs(): RtfParagraphs {
  const styles = new Map<number, { level: Piece['level']; isContents: boolean; isBold: boolean }>()
  let certain: Piece[] = []
  let text = emptyText()
  let properties = PLAIN
  const behind: Piece[] = []
  const outside: Properties[] = []
  /** Texts around a note that has begun. */
  const around: Text[] = []
  let table: TableReader | undefined
  let [cells, cell, row]: [Piece[][], Piece[], RowShape] = [[], [], emptyRow()]

  const piece = (): Piece => {
    const style = styles.get(properties.style)
    const level = properties.outline ?? style?.level ?? 0
    // A small o is a bullet in a font of typewriters.
    const label = /[\p{L}\p{N}]/u.test(text.label) && text.label.trim() !== 'o' ? `${text.label.trim()} ` : ''
    const isItem = text.label !== '' && level === 0 && !/\p{L}{3}/u.test(label)
    return {
      text: style?.isContents === true ? '' : `${label}${text.text}`,
      level,
      isBold: text.letters > 0 && (text.bold >= text.letters || style?.isBold === true),
      isCentered: properties.isCentered,
      size: text.size / 2,
      ...(isItem ? { isPart: true } : {}),
    }
  }
  const endTable = (): void => {
    certain.push(...(table?.end() ?? []).map(toPiece))
    table = undefined
  }
  const endParagraph = (): void => {
    const ended = piece()
    if (around.length > 0) behind.push({ ...ended, level: 0, isPart: true })
    else if (properties.isInTable) cell.push(ended, ...behind.splice(0))
    else {
      endTable()
      certain.push(ended, ...behind.splice(0))
    }
    text = emptyText()
  }
  const endCell = (): void => {
    cell.push(piece(), ...behind.splice(0))
    cells.push(cell.filter((one) => one.text.trim() !== ''))
    ;[cell, text] = [[], emptyText()]
  }
  const endRow = (): void => {
    const isLayout = cells.length === 1 || cells.flat().some(({ level }) => level !== 0)
    if (isLayout) {
      endTable()
      certain.push(...cells.flat())
    } else {
      table ??= createTable()
      certain.push(...table.add({ cells: shaped(cells, row), isHeader: row.isHeader }).map(toPiece))
    }
    cells = []
  }

  return {
    add(added, state) {
      if (state.destination === 'list text') {
        text.label += added
        return
      }
      const letters = added.replace(/[^\p{L}\p{N}]/gu, '').length
      text.text += added
      text.letters += letters
      if (state.isBold) text.bold += letters
      if (letters > 0) text.size = Math.max(text.size, state.size)
    },
    open() {
      outside.push(properties)
    },
    close() {
      properties = outside.pop() ?? properties
    },
    follow(word, value) {
      if (word === 'par' || word === 'sect' || word === 'page') endParagraph()
      else if (word === 'pard') properties = PLAIN
      else if (word === 's') properties = { ...properties, style: value ?? 0 }
      else if (word === 'outlinelevel') {
        const level = value ?? 9
        properties = { ...properties, outline: level >= 9 ? 0 : Math.min(6, level + 1) }
      } else if (word === 'qc') properties = { ...properties, isCentered: true }
      else if (word === 'intbl') properties = { ...properties, isInTable: true }
      else if (word === 'cell') endCell()
      else if (word === 'nestcell' || word === 'nestrow') text.text += word === 'nestcell' ? '; ' : '\n'
      else if (word === 'row') endRow()
      else if (word === 'trowd') row = emptyRow()
      else followRow(word, row)
    },
    defineStyle(name, words) {
      const id = words.get('s') ?? 0
      const numbered = HEADING.exec(name)?.[1]
      const outline = words.get('outlinelevel')
      const isTitle = /^(?:title|titolo|titre|titel)$/i.test(name)
      const level = isTitle
        ? 'title'
        : Number(numbered ?? (outline === undefined || outline > 8 ? 0 : outline + 1))
      styles.set(id, {
        level: level === 'title' ? level : Math.min(6, level),
        isContents: /^(?:toc|contents|index|sommario|indice)\s?\d?$/i.test(name),
        isBold: words.get('b') === 1,
      })
    },
    beginNote() {
      around.push(text)
      ;[text, properties] = [emptyText(), PLAIN]
    },
    endNote() {
      if (text.text.trim() !== '') endParagraph()
      text = around.pop() ?? text
    },
    taken() {
      const pieces = certain
      if (pieces.length > 0) certain = []
      return pieces
    },
    end() {
      endParagraph()
      if (cells.length > 0) endRow()
      endTable()
      return certain
    },
  }
}

function emptyText(): Text {
  return { text: '', label: '', letters: 0, bold: 0, size: 0 }
}

function toPiece(text: string): Piece {
  return { text, level: 0, isPart: true }
}

/** What is said about the cells of a row before or behind them: how they are merged. */
type RowShape = { isHeader: boolean; merges: string[][]; current: string[] }

const MAX_CELLS = 1000

function emptyRow(): RowShape {
  return { isHeader: false, merges: [], current: [] }
}

function followRow(word: string, row: RowShape): void {
  if (word === 'trhdr') row.isHeader = true
  else if (/^cl(?:v)?m(?:gf|rg)$/.test(word)) row.current.push(word)
  else if (word === 'cellx' && row.merges.length < MAX_CELLS) {
    row.merges.push(row.current)
    row.current = []
  }
}

function shaped(cells: readonly Piece[][], { merges }: RowShape): Cell[] {
  const shapedCells: Cell[] = []
  cells.forEach((pieces, index) => {
    const merge = merges[index] ?? []
    const before = shapedCells.at(-1)
    if (merge.includes('clmrg') && before !== undefined) before.span = (before.span ?? 1) + 1
    else {
      shapedCells.push({
        text: pieces.map(({ text }) => text.trim()).join('\n'),
        continues: merge.includes('clvmrg'),
        isBold: pieces.length > 0 && pieces.every(({ isBold }) => isBold === true),
      })
    }
  })
  return shapedCells
}
