/** Word documents (Office Open XML) → a document: headings by their styles, rows of tables, notes, lists with numbers. */
import type { Metadata, ReadDocument } from '../document.ts'
import type { Content } from './content.ts'
import { readNumbering } from './docx-numbering.ts'
import { readParagraph, type WordContext } from './docx-paragraph.ts'
import { readStyles } from './docx-styles.ts'
import { createWordTables } from './docx-tables.ts'
import { mainPartOf, openPackage, type Package, relationsOf, requirePart } from './package.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { isTitleOf, readProperties } from './properties.ts'
import { attributeOf, walkXml, type XmlElement, xmlRules } from './xml.ts'
import type { ZipEntry } from './zip.ts'

const KIND = 'Word document (.docx)'

const RULES = xmlRules({
  whole: ['p', 'tr'],
  mark: ['tbl'],
  skip: ['binData', 'sectPr', 'tblPr', 'tblGrid'],
})

/**
 * Reads a Word document. Left out are headers and footers, comments, deleted and hidden text, and tables of contents.
 *
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function readDocx(content: Content): Promise<ReadDocument> {
  const of = await openPackage(content, KIND)
  const path = (await mainPartOf(of)) ?? 'word/document.xml'
  const main = requirePart(of, path, KIND)
  const related = await relationsOf(of, path)
  const target = (type: string): string | undefined => related.find((one) => one.type === type)?.target
  const context: WordContext = {
    styles: await readStyles(of, target('styles')),
    counter: await readNumbering(of, target('numbering')),
    notes: new Map([
      ...(await readNotes(of, 'footnote', target('footnotes'))),
      ...(await readNotes(of, 'endnote', target('endnotes'))),
    ]),
    fields: [],
  }
  if (target('aFChunk') !== undefined) of.warn('parts of it stand in it as HTML, which is not read there')
  const opened = await openPieces(piecesOf(main, context, of))
  const metadata = await metadataOf(of, opened.first)
  return { metadata, blocks: toBlocks(opened), warnings: of.warnings }
}

/** Properties of an Office Open XML document; its title only where the text does not have another. */
export async function metadataOf(of: Package, first: readonly Piece[]): Promise<Metadata> {
  const core = (await relationsOf(of, '')).find(({ type }) => type === 'core-properties')
  const metadata = readProperties(await of.tree(core?.target ?? 'docProps/core.xml'))
  const { title, ...others } = metadata
  const own = first.find(({ level }) => level === 'title' || level === 1)
  if (title === undefined || own === undefined) return metadata
  return isTitleOf(
    title,
    first.map(({ text }) => text),
  )
    ? metadata
    : others
}

async function readNotes(
  of: Package,
  kind: string,
  path: string | undefined,
): Promise<[string, XmlElement][]> {
  const entry = path === undefined ? undefined : of.part(path)
  if (entry === undefined) return []
  const notes: [string, XmlElement][] = []
  for await (const event of walkXml(entry.pieces(), xmlRules({ whole: [kind] }), of.warn)) {
    if (event.at === 'element')
      notes.push([`${kind} ${attributeOf(event.element, 'w:id') ?? ''}`, event.element])
  }
  return notes
}

async function* piecesOf(main: ZipEntry, context: WordContext, of: Package): AsyncGenerator<Piece> {
  const tables = createWordTables(context)
  for await (const event of walkXml(main.pieces(), RULES, of.warn)) {
    if (event.at === 'start' && event.name === 'tbl') yield* tables.begin()
    else if (event.at === 'end' && event.name === 'tbl') yield* tables.end()
    else if (event.at !== 'element') continue
    else if (event.element.name === 'tr') yield* tables.row(event.element)
    else yield* readParagraph(event.element, context)
  }
  yield* tables.end()
}
