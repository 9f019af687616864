/** Sketches → PDF: set in lines by the widths of letters, in one or two columns, with what stands at the edges of pages. */
import { makePdf, type PdfFont, type PdfItem } from '../../test/helpers/pdf.ts'
import type { Sketch, SketchPiece } from './sketch.ts'

const LEFT = 60
const RIGHT = 535
const TOP = 90
const BOTTOM = 760
const GAP = 24

type Face = { size: number; font: PdfFont; indent: number; before: number }

const FACES: Readonly<Record<Exclude<SketchPiece['kind'], 'row'>, Face>> = {
  title: { size: 18, font: 'Helvetica-Bold', indent: 0, before: 0 },
  heading: { size: 13, font: 'Helvetica-Bold', indent: 0, before: 10 },
  paragraph: { size: 10, font: 'Times-Roman', indent: 0, before: 5 },
  item: { size: 10, font: 'Times-Roman', indent: 14, before: 2 },
}

/**
 * A PDF. `:columns 2`; `:head` and `:foot` stand on each page, with `#` for its number; `:hyphens` parts long words at
 * ends of lines; `:scan` makes pages without text; `:info` is the title in its properties, `:created` a date there.
 */
export function pdfFile({ sections, properties }: Sketch): Buffer {
  const columns = Number(properties.columns ?? 1)
  const width = (RIGHT - LEFT - (columns - 1) * GAP) / columns
  const pages: PdfItem[][] = []
  for (const { pieces } of sections) {
    pages.push([])
    let [column, y, top] = [0, TOP, TOP]
    const advance = (by: number): void => {
      y += by
      if (y <= BOTTOM) return
      if (column + 1 < columns) column += 1
      else {
        pages.push([])
        ;[column, top] = [0, TOP]
      }
      y = top
    }
    for (const piece of pieces) {
      const { face, text } = setting(piece)
      const isWide = piece.kind === 'title'
      advance(face.before)
      for (const line of linesOf(text, face, isWide ? RIGHT - LEFT : width - face.indent, properties)) {
        const x = LEFT + face.indent + (isWide ? 0 : column * (width + GAP))
        pages.at(-1)?.push({ x, y, text: line, size: face.size, font: face.font })
        advance(face.size * 1.25)
      }
      if (isWide) top = y + face.size
      if (isWide) advance(face.size)
    }
  }
  const info: Record<string, string> = {}
  if (properties.info !== undefined) info.Title = properties.info
  if (properties.created !== undefined)
    info.CreationDate = `D:${properties.created.replace(/\D/g, '')}000000Z`
  const isScan = properties.scan !== undefined
  return makePdf({
    pages: pages.map((items, index) => (isScan ? scan() : [...items, ...edges(properties, index + 1)])),
    info,
  })
}

function setting(piece: SketchPiece): { face: Face; text: string } {
  if (piece.kind === 'row') return { face: FACES.paragraph, text: piece.cells.join('   ') }
  const face = FACES[piece.kind]
  if (piece.kind === 'heading' && piece.level > 1) return { face: { ...face, size: 11 }, text: piece.text }
  return { face, text: piece.kind === 'item' ? `• ${piece.text}` : piece.text }
}

function* linesOf(
  text: string,
  { size, font }: Face,
  width: number,
  { hyphens }: Sketch['properties'],
): Generator<string> {
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, size, font) <= width) {
      line = longer
      continue
    }
    const [, start = '', rest = ''] =
      /^(\p{Ll}{2,5}?[aeiou])([bcdfgmnprstv][aeiou]\p{Ll}{3,}.*)$/u.exec(word) ?? []
    if (hyphens !== undefined && start !== '' && widthOf(`${line} ${start}-`, size, font) <= width) {
      yield `${line} ${start}-`
      line = rest
    } else {
      if (line !== '') yield line
      line = word
    }
  }
  if (line !== '') yield line
}

function widthOf(text: string, size: number, font: PdfFont): number {
  let units = 0
  for (const sign of text)
    units += /[ijlt.,;:'’|!I ]/.test(sign)
      ? 0.28
      : /[mwMW@]/.test(sign)
        ? 0.8
        : /[A-Z]/.test(sign)
          ? 0.68
          : 0.49
  return units * size * (font === 'Helvetica-Bold' ? 1.15 : 1)
}

function edges({ head, foot }: Sketch['properties'], page: number): PdfItem[] {
  const items: PdfItem[] = []
  if (head !== undefined) items.push({ x: LEFT, y: 40, text: head.replace('#', String(page)), size: 8 })
  if (foot !== undefined) items.push({ x: LEFT, y: 810, text: foot.replace('#', String(page)), size: 8 })
  return items
}

function scan(): PdfItem[] {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
  return [{ x: 0, y: 842, width: 595, height: 842, jpeg, pixels: [8, 8] }]
}
