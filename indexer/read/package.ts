/**
 * The parts of a document that is a zip: Office Open XML, OpenDocument, EPUB. Pictures, fonts and films in it are never
 * unpacked, so they may be of any size.
 */
import { posix } from 'node:path'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import { attributeOf, childrenOf, readXmlTree, type XmlElement } from './xml.ts'
import { listZip, ZIP_LIMITS, type ZipEntry } from './zip.ts'

/** A document that is a zip. */
export type Package = {
  /** Paths of its parts, in the order of the zip. */
  paths: readonly string[]
  /** A part; upper and lower case are the same. */
  part: (path: string) => ZipEntry | undefined
  /** A small part as a tree, or undefined if there is none. Throws as {@link readXmlTree}. */
  tree: (path: string) => Promise<XmlElement | undefined>
  /** Plain sentences about what was odd; readers add theirs. */
  warnings: string[]
  /** Adds to `warnings`, each sentence once. */
  warn: (warning: string) => void
}

/** A small part, such as styles or properties, may be as large as this. */
const MAX_TREE_BYTES = 16 * 1024 ** 2

/** Parts of a document that hold text, for which the limits are. */
const TEXT_PART = /\.(?:xml|rels|x?html?|xhtm|opf|ncx)$/i

/**
 * Opens a document that is a zip.
 *
 * @param kind as people call it, e.g. `Word document`
 * @throws {IndexingError} `UNREADABLE` if it is none or damaged, `TOO_LARGE`
 */
export async function openPackage(content: Content, kind: string): Promise<Package> {
  const bytes = await content.whole()
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    throw new IndexingError('UNREADABLE', `no ${kind}, whatever its name says`)
  }
  const entries = await listZip(bytes, { ...ZIP_LIMITS, bytes: Number.POSITIVE_INFINITY })
  const text = entries.filter(({ path }) => TEXT_PART.test(path))
  if (text.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > ZIP_LIMITS.bytes) {
    throw new IndexingError('TOO_LARGE', `more than ${ZIP_LIMITS.bytes / 1024 ** 2} MB of text: split it`)
  }
  const byPath = new Map(entries.map((entry) => [keyOf(entry.path), entry]))
  const warnings: string[] = []
  const warn = (warning: string): void => {
    if (!warnings.includes(warning)) warnings.push(warning)
  }
  const part = (path: string): ZipEntry | undefined => byPath.get(keyOf(path))
  async function tree(path: string): Promise<XmlElement | undefined> {
    const entry = part(path)
    if (entry === undefined) return undefined
    if (entry.sizeBytes > MAX_TREE_BYTES) throw new IndexingError('TOO_LARGE', `too much in its ${path}`)
    return readXmlTree(entry.pieces(), warn)
  }
  return { paths: entries.map(({ path }) => path), part, tree, warnings, warn }
}

/**
 * A part that the document cannot be read without.
 *
 * @throws {IndexingError} `UNREADABLE` if it is not there
 */
export function requirePart(of: Package, path: string | undefined, kind: string): ZipEntry {
  const entry = path === undefined ? undefined : of.part(path)
  if (entry === undefined)
    throw new IndexingError('UNREADABLE', `a zip, but no ${kind}: its text is not in it`)
  return entry
}

/** A pointer from one part of an Office Open XML document to another. */
export type Relation = { id: string; type: string; target: string }

/** Where a part points to inside the document: `type` is the last word of its address, e.g. `slide`. */
export async function relationsOf(of: Package, path: string): Promise<Relation[]> {
  const folder = posix.dirname(path)
  const root = await of.tree(posix.join(folder, '_rels', `${posix.basename(path)}.rels`))
  return childrenOf(root?.children.find(isElement), 'Relationship').flatMap((relation) => {
    if (attributeOf(relation, 'TargetMode') === 'External') return []
    const target = attributeOf(relation, 'Target') ?? ''
    return {
      id: attributeOf(relation, 'Id') ?? '',
      type: (attributeOf(relation, 'Type') ?? '').replace(/.*\//, ''),
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    }
  })
}

/** The part of an Office Open XML document that holds its text. */
export async function mainPartOf(of: Package): Promise<string | undefined> {
  const relations = await relationsOf(of, '')
  return relations.find(({ type }) => type === 'officeDocument')?.target
}

function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string'
}

function keyOf(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase()
}
