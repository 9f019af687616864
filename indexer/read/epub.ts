/** Electronic books (EPUB 2 and 3) → a document a book: its chapters in order, each below its own heading. */
import { posix } from 'node:path'
import type { Metadata, ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import { contentsOf, pathOf } from './epub-contents.ts'
import { openPackage, type Package, requirePart } from './package.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { plain, tagsOf } from './properties.ts'
import { readXhtml } from './xhtml.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './xml.ts'

const KIND = 'electronic book (.epub)'

/** Fonts that are scrambled hinder nobody from reading. */
const OF_FONTS = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/

/** What programs call a chapter that has no name. */
const UNNAMED = /^(?:section|sezione|untitled|start|inizio|unknown|index_split\S*)\s?\d*$/i

/**
 * Reads a book.
 *
 * @throws {IndexingError} `UNREADABLE`, also where copy protection has encrypted it; `TOO_LARGE`
 */
export async function readEpub(content: Content): Promise<ReadDocument> {
  const of = await openPackage(content, KIND)
  const base = baseOf(of.paths)
  await requireFree(of, base)
  const container = childOf(
    await of.tree(posix.join(base, 'META-INF/container.xml')),
    'container',
    'rootfiles',
    'rootfile',
  )
  const within = container && attributeOf(container, 'full-path')
  const path = within && posix.join(base, within)
  requirePart(of, path, KIND)
  const root = childOf(await of.tree(path ?? ''), 'package')
  const metadata = metadataOf(childOf(root, 'metadata'))
  const opened = await openPieces(piecesOf(of, root, posix.dirname(path ?? ''), metadata.title ?? ''))
  return { metadata, blocks: toBlocks(opened), warnings: of.warnings }
}

/** The folder that the book stands in: many were zipped together with the folder around them. */
function baseOf(paths: readonly string[]): string {
  const containers = paths.filter((path) => /(?:^|\/)META-INF\/container\.xml$/i.test(path))
  const [nearest] = containers.sort((one, other) => one.length - other.length)
  return nearest === undefined ? '' : posix.dirname(posix.dirname(nearest))
}

async function requireFree(of: Package, base: string): Promise<void> {
  const root = childOf(await of.tree(posix.join(base, 'META-INF/encryption.xml')), 'encryption')
  const encrypted = childrenOf(root, 'EncryptedData').some((data) => {
    const method = childOf(data, 'EncryptionMethod')
    return method === undefined || !OF_FONTS.test(attributeOf(method, 'Algorithm') ?? '')
  })
  if (encrypted || of.part(posix.join(base, 'META-INF/license.lcpl')) !== undefined) {
    throw new IndexingError('UNREADABLE', 'encrypted by copy protection (DRM)')
  }
}

function metadataOf(element: XmlElement | undefined): Metadata {
  const all = (name: string): XmlElement[] => [
    ...childrenOf(element, name),
    // EPUB 2 could have a further element around those of Dublin Core.
    ...childrenOf(childOf(element, 'dc-metadata'), name),
  ]
  const first = (name: string): string => plain(textOf(all(name)[0]))
  const metadata: Metadata = {}
  const title = first('title')
  if (title !== '') metadata.title = title
  const lang = first('language')
  if (lang !== '' && !/^(?:und|zxx|mul)/i.test(lang)) metadata.lang = lang
  const dates = all('date').filter(
    (date) => !/modif|creat|conver/i.test(attributeOf(date, 'opf:event') ?? ''),
  )
  const date = plain(textOf(dates[0]))
  if (date !== '' && !/^0?[01]?\d\d\d?-/.test(date)) metadata.date = date
  const modified = all('meta').find((meta) => attributeOf(meta, 'property') === 'dcterms:modified')
  if (modified !== undefined) metadata.updated = plain(textOf(modified))
  const publisher = first('publisher')
  if (publisher !== '') metadata.source = publisher
  const tags = tagsOf(all('subject').map(textOf))
  if (tags.length > 0) metadata.tags = tags
  const description = plain(textOf(all('description')[0]).replace(/<[^>]{0,200}>/g, ' '))
  if (description !== '') metadata.description = description.slice(0, 1000)
  return metadata
}

async function* piecesOf(
  of: Package,
  root: XmlElement | undefined,
  folder: string,
  bookTitle: string,
): AsyncGenerator<Piece> {
  const items = new Map(
    childrenOf(childOf(root, 'manifest'), 'item').map((item) => [attributeOf(item, 'id') ?? '', item]),
  )
  const titles = await contentsOf(of, folder, items, childOf(root, 'spine'))
  const seen = new Set<string>()
  for (const reference of childrenOf(childOf(root, 'spine'), 'itemref')) {
    const item = items.get(attributeOf(reference, 'idref') ?? '')
    const path = item && pathOf(folder, attributeOf(item, 'href') ?? '')
    if (path === undefined || seen.has(path)) continue
    seen.add(path)
    if (/(?:^|\s)nav(?:\s|$)/.test(attributeOf(item as XmlElement, 'properties') ?? '')) continue
    const entry = of.part(path)
    if (entry === undefined) {
      of.warn('a chapter that its list names is not in it')
      continue
    }
    const { title, pieces } = readXhtml(decoded(await entry.whole()))
    const hasHeading = pieces.some(({ level }, index) => level !== 0 && index < 5)
    const own = titles.get(path) ?? (plain(title) === plain(bookTitle) ? '' : plain(title))
    // Without one it would stand under that of the chapter before.
    if (!hasHeading && pieces.length > 0 && own !== '' && !UNNAMED.test(own)) yield { text: own, level: 1 }
    yield* pieces
  }
}

function decoded(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex')
  const encoding = start === 'fffe' ? 'utf-16le' : start === 'feff' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
