/** OpenDocument presentations (.odp, .otp, .fodp) → a document: a heading and a page a slide. Hidden slides are left out. */
import type { ReadDocument } from '../document.ts'
import type { Content } from './content.ts'
import { type Odf, type OdfStyles, openOdf } from './odf.ts'
import { frameContent, readParts } from './odf-paragraph.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { toSlide } from './slide.ts'
import { attributeOf, childrenOf, walkXml, type XmlElement, xmlRules } from './xml.ts'

const RULES = xmlRules({
  whole: ['page'],
  skip: [
    'styles',
    'automatic-styles',
    'master-styles',
    'binary-data',
    'annotation',
    'forms',
    'meta',
    'settings',
  ],
})

/** Shapes whose upper edges are so close stand side by side, in centimetres. */
const ROW = 0.6
const CENTIMETRES: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, in: 2.54, pt: 0.0353 }

/**
 * Reads an OpenDocument presentation.
 *
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function readOdp(content: Content): Promise<ReadDocument> {
  const odf = await openOdf(content, 'OpenDocument presentation (.odp)')
  const opened = await openPieces(piecesOf(odf))
  return { metadata: odf.metadata(opened.first), blocks: toBlocks(opened), warnings: odf.warnings }
}

async function* piecesOf({ text, styles, warn }: Odf): AsyncGenerator<Piece> {
  let page = 0
  for await (const event of walkXml(text(), RULES, warn)) {
    if (event.at !== 'element') continue
    page += 1
    const isHidden = styles.of(attributeOf(event.element, 'draw:style-name')).isHidden === true
    if (!isHidden) yield* readPage(event.element, page, styles)
  }
}

function readPage(element: XmlElement, page: number, styles: OdfStyles): Piece[] {
  const shapes = element.children.flatMap((shape) => {
    if (typeof shape === 'string' || shape.name === 'notes') return []
    const kind = attributeOf(shape, 'presentation:class') ?? ''
    if (/^(?:page-number|date-time|footer|header)$/.test(kind)) return []
    const { attributes } = shape
    const isEmpty = attributes['presentation:placeholder'] === 'true'
    const pieces = isEmpty ? [] : readParts(frameContent(shape), styles).map(asText)
    return [{ kind, pieces, x: lengthOf(attributes['svg:x']), y: lengthOf(attributes['svg:y']) }]
  })
  const isTitle = ({ kind }: { kind: string }): boolean => kind === 'title'
  const others = shapes.filter((shape) => !isTitle(shape))
  const row = ({ y }: { y: number }): number => Math.round(y / ROW)
  others.sort((a, b) => row(a) - row(b) || a.x - b.x)
  return toSlide({
    page,
    title: shapes
      .filter(isTitle)
      .flatMap(({ pieces }) => pieces.map(({ text }) => text.trim()))
      .join(' '),
    texts: others.flatMap(({ pieces }) => pieces),
    notes: childrenOf(element, 'notes').flatMap((notes) => readParts(notes, styles)),
  })
}

/** What stands on a slide by itself may head it. */
function asText({ isPart: _, ...piece }: Piece): Piece {
  return piece
}

/** `2.54cm` in centimetres. */
function lengthOf(text = ''): number {
  const unit = text.replace(/^[\d.-]+/, '')
  return (Number.parseFloat(text) || 0) * (CENTIMETRES[unit] ?? 1)
}
