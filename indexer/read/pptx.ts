/** PowerPoint presentations (Office Open XML) → a document: a heading and a page a slide. Hidden slides are left out. */
import type { ReadDocument } from '../document.ts'
import type { Content } from './content.ts'
import { metadataOf } from './docx.ts'
import { mainPartOf, openPackage, type Package, relationsOf, requirePart } from './package.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { type Places, placesIn, readShapes } from './pptx-shapes.ts'
import { toSlide } from './slide.ts'
import { attributeOf, childOf, childrenOf } from './xml.ts'

const KIND = 'PowerPoint presentation (.pptx)'

/**
 * Reads a presentation: of each slide its title, its texts in the order in which they stand on it, and its notes.
 *
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function readPptx(content: Content): Promise<ReadDocument> {
  const of = await openPackage(content, KIND)
  const path = (await mainPartOf(of)) ?? 'ppt/presentation.xml'
  requirePart(of, path, KIND)
  const opened = await openPieces(piecesOf(of, path))
  return { metadata: await metadataOf(of, opened.first), blocks: toBlocks(opened), warnings: of.warnings }
}

async function* piecesOf(of: Package, path: string): AsyncGenerator<Piece> {
  const root = childOf(await of.tree(path), 'presentation')
  const related = await relationsOf(of, path)
  const layouts = new Map<string, Places>()
  let page = 0
  for (const { attributes } of childrenOf(childOf(root, 'sldIdLst'), 'sldId')) {
    page += 1
    const id = attributeOf({ attributes }, 'r:id')
    const target = related.find((one) => one.id === id)?.target
    if (target === undefined) continue
    yield* await readSlide(of, target, page, layouts)
  }
}

async function readSlide(
  of: Package,
  path: string,
  page: number,
  layouts: Map<string, Places>,
): Promise<Piece[]> {
  const slide = childOf(await of.tree(path), 'sld')
  if (slide === undefined || /^(?:0|false)$/.test(attributeOf(slide, 'show') ?? '')) return []
  const related = await relationsOf(of, path)
  const target = (type: string): string | undefined => related.find((one) => one.type === type)?.target
  const layout = target('slideLayout') ?? ''
  const places =
    layouts.get(layout) ?? placesIn(childOf(await of.tree(layout), 'sldLayout', 'cSld', 'spTree'))
  layouts.set(layout, places)
  const diagrams = new Map<string, Piece[]>()
  for (const { id, type, target: data } of related) {
    if (type === 'diagramData')
      diagrams.set(id, readShapes(childOf(await of.tree(data), 'dataModel', 'ptLst')).texts)
  }
  const { title, texts } = readShapes(childOf(slide, 'cSld', 'spTree'), places, diagrams)
  const notesRoot = childOf(await of.tree(target('notesSlide') ?? ''), 'notes', 'cSld', 'spTree')
  const notes = readShapes(notesRoot).texts
  return toSlide({ page, title, texts, notes })
}
