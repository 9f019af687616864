/** The shapes of a slide → its texts, from top to bottom and from left to right. */
import type { Piece } from './pieces.ts'
import { type Cell, createTable } from './table.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './xml.ts'

/** Where the placeholders of a layout stand, by their kind and number. */
export type Places = ReadonlyMap<string, Place>

type Place = { x: number; y: number }

/** Title of the slide (empty if there is none), and its other texts. */
export type ReadShapes = { title: string; texts: Piece[] }

/** Placeholders that are the same on all slides. */
const FURNITURE: ReadonlySet<string> = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg'])
/** Shapes whose upper edges are so close stand side by side: a quarter of an inch. */
const ROW = 228_600

type Shape = { isTitle: boolean; place: Place; pieces: Piece[] }

/** The places of all placeholders in a layout. */
export function placesIn(tree: XmlElement | undefined): Places {
  const places = new Map<string, Place>()
  for (const shape of childrenOf(tree, 'sp')) {
    const place = placeOf(shape)
    const { type, index } = placeholderOf(shape) ?? {}
    if (place === undefined || type === undefined) continue
    places.set(`${type} ${index}`, place)
    if (!places.has(type)) places.set(type, place)
  }
  return places
}

/**
 * The texts of shapes, of those in groups too.
 *
 * @param places of placeholders that do not say themselves where they stand
 * @param diagrams texts of diagrams, by the id of the relation to them
 */
export function readShapes(
  tree: XmlElement | undefined,
  places: Places = new Map(),
  diagrams: ReadonlyMap<string, Piece[]> = new Map(),
): ReadShapes {
  const shapes = shapesIn(tree, places, diagrams)
  const title = shapes
    .filter(({ isTitle }) => isTitle)
    .flatMap(({ pieces }) => pieces.map(({ text }) => text.trim()))
  const others = shapes.filter(({ isTitle }) => !isTitle)
  const row = ({ place }: Shape): number => Math.round(place.y / ROW)
  others.sort((a, b) => row(a) - row(b) || a.place.x - b.place.x)
  return { title: title.join(' '), texts: others.flatMap(({ pieces }) => pieces) }
}

function shapesIn(
  tree: XmlElement | undefined,
  places: Places,
  diagrams: ReadonlyMap<string, Piece[]>,
): Shape[] {
  let last: Place = { x: 0, y: 0 }
  return (tree?.children ?? []).flatMap((child): Shape[] => {
    if (typeof child === 'string') return []
    if (child.name === 'AlternateContent') {
      const choice = shapesIn(childOf(child, 'Choice'), places, diagrams)
      return choice.some(({ pieces }) => pieces.length > 0)
        ? choice
        : shapesIn(childOf(child, 'Fallback'), places, diagrams)
    }
    const placeholder = placeholderOf(child)
    if (placeholder !== undefined && FURNITURE.has(placeholder.type)) return []
    const inherited =
      placeholder && (places.get(`${placeholder.type} ${placeholder.index}`) ?? places.get(placeholder.type))
    // What does not say where it stands follows what it stands behind.
    const place = placeOf(child) ?? inherited ?? last
    last = place
    const isTitle = /^(?:title|ctrTitle)$/.test(placeholder?.type ?? '')
    return [{ isTitle, place, pieces: piecesOf(child, places, diagrams) }]
  })
}

function piecesOf(shape: XmlElement, places: Places, diagrams: ReadonlyMap<string, Piece[]>): Piece[] {
  if (shape.name === 'grpSp') {
    const { title, texts } = readShapes(shape, places, diagrams)
    return title === '' ? texts : [{ text: title, level: 0 }, ...texts]
  }
  if (shape.name === 'graphicFrame') {
    const data = childOf(shape, 'graphic', 'graphicData')
    const table = childOf(data, 'tbl')
    const diagram = childOf(data, 'relIds')
    if (diagram !== undefined) return diagrams.get(attributeOf(diagram, 'r:dm') ?? '') ?? []
    return table === undefined ? [] : readTable(table)
  }
  // A point of a diagram, which has its text in `t`.
  const body = childOf(shape, 'txBody') ?? childOf(shape, 't')
  return childrenOf(body, 'p').map((paragraph) => {
    return { text: paragraphText(paragraph), level: 0, isBold: isAllBold(paragraph) }
  })
}

function paragraphText(paragraph: XmlElement): string {
  return paragraph.children
    .map((child) => {
      if (typeof child === 'string') return ''
      if (child.name === 'r') return textOf(childOf(child, 't'))
      if (child.name === 'br') return '\n'
      // Number of the slide, today's date: the rest is text.
      const isFurniture = /^(?:slidenum|datetime)/.test(attributeOf(child, 'type') ?? '')
      if (child.name === 'fld') return isFurniture ? '' : textOf(childOf(child, 't'))
      return child.name === 'm' || child.name === 'oMath' ? textOf(child) : ''
    })
    .join('')
}

function isAllBold(paragraph: XmlElement): boolean {
  const runs = childrenOf(paragraph, 'r').filter((run) => textOf(childOf(run, 't')).trim() !== '')
  return (
    runs.length > 0 &&
    runs.every((run) => attributeOf(childOf(run, 'rPr') ?? { attributes: {} }, 'b') === '1')
  )
}

function readTable(element: XmlElement): Piece[] {
  const table = createTable()
  const hasHeader = attributeOf(childOf(element, 'tblPr') ?? { attributes: {} }, 'firstRow') === '1'
  const rows = childrenOf(element, 'tr').flatMap((row, index) => {
    const cells = childrenOf(row, 'tc').flatMap((cell): Cell[] => {
      if (attributeOf(cell, 'hMerge') === '1') return []
      const paragraphs = childrenOf(childOf(cell, 'txBody'), 'p')
      return [
        {
          text: paragraphs.map(paragraphText).join('\n'),
          span: Math.max(1, Math.min(100, Number(attributeOf(cell, 'gridSpan') ?? 1) || 1)),
          continues: attributeOf(cell, 'vMerge') === '1',
          isBold: paragraphs.length > 0 && paragraphs.every(isAllBold),
        },
      ]
    })
    return table.add({ cells, isHeader: hasHeader && index === 0 })
  })
  return [...rows, ...table.end()].map((text) => ({ text, level: 0, isPart: true }))
}

function placeholderOf(shape: XmlElement): { type: string; index: string } | undefined {
  const non = shape.children.find((child) => typeof child !== 'string' && /^nv\w*Pr$/.test(child.name))
  const placeholder = typeof non === 'object' ? childOf(non, 'nvPr', 'ph') : undefined
  if (placeholder === undefined) return undefined
  return { type: attributeOf(placeholder, 'type') ?? 'body', index: attributeOf(placeholder, 'idx') ?? '' }
}

function placeOf(shape: XmlElement): Place | undefined {
  const transform =
    childOf(shape, 'spPr', 'xfrm') ?? childOf(shape, 'grpSpPr', 'xfrm') ?? childOf(shape, 'xfrm')
  const offset = childOf(transform, 'off')
  if (offset === undefined) return undefined
  const [x, y] = [Number(attributeOf(offset, 'x')), Number(attributeOf(offset, 'y'))]
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined
}
