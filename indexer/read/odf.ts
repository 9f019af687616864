/** What OpenDocument texts, presentations and spreadsheets have in common: their parts, properties and styles. */
import type { Metadata } from '../document.ts'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import { openPackage, requirePart } from './package.ts'
import type { Piece } from './pieces.ts'
import { isTitleOf, readProperties } from './properties.ts'
import { attributeOf, childOf, childrenOf, walkXml, type XmlElement, xmlRules } from './xml.ts'

/** An OpenDocument, in a zip or in one XML. */
export type Odf = {
  /** The XML that has its text, as often as it is called. */
  text: () => AsyncIterable<Buffer>
  styles: OdfStyles
  /** Its properties; the title only where the text does not have another. */
  metadata: (first: readonly Piece[]) => Metadata
  warnings: string[]
  warn: (warning: string) => void
}

/** Styles by their name; those of a text itself go before those of the document. */
export type OdfStyles = {
  of: (name: string | undefined) => OdfStyle
  /** Levels of lists by the name of their style; `outline` for headings. */
  lists: ReadonlyMap<string, readonly XmlElement[]>
}

/** What a style, with all that it is based on, makes of a text, a table or a slide. */
export type OdfStyle = {
  isTitle?: boolean
  isHidden?: boolean
  isBold?: boolean
  isCentered?: boolean
  /** 1 to 10. */
  outline?: number
  size?: number
  /** Kind of a number format: `date`, `percentage`. */
  listStyle?: string
}

const MAX_STYLES_ABOVE = 20
const STYLE_PARTS = ['styles', 'automatic-styles', 'master-styles']

/**
 * Opens an OpenDocument.
 *
 * @param kind as people call it
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function openOdf(content: Content, kind: string): Promise<Odf> {
  const isZip = (await firstBytes(content)).toString('latin1') === 'PK'
  const of = isZip ? await openPackage(content, kind) : undefined
  const warnings = of?.warnings ?? []
  const warn = (warning: string): void => {
    if (!warnings.includes(warning)) warnings.push(warning)
  }
  if (of !== undefined && (await isEncrypted(of.part('META-INF/manifest.xml')))) {
    throw new IndexingError('UNREADABLE', 'protected with a password: save it without one')
  }
  const main = of === undefined ? undefined : requirePart(of, 'content.xml', kind)
  const text = (): AsyncIterable<Buffer> => (main ?? content).pieces()
  const parts = await styleParts(text(), warn)
  const styles = await of?.tree('styles.xml')
  if (styles !== undefined) parts.unshift(...childrenOf(childOf(styles, 'document-styles'), 'styles'))
  const meta = of === undefined ? parts.find(({ name }) => name === 'meta') : await of.tree('meta.xml')
  const properties = readProperties(meta)
  return {
    text,
    styles: readStyles(parts),
    metadata(first) {
      const { title, ...others } = properties
      const own = first.find(({ level }) => level === 'title' || level === 1)
      if (title === undefined || own === undefined) return properties
      return isTitleOf(
        title,
        first.map((piece) => piece.text),
      )
        ? properties
        : others
    },
    warnings,
    warn,
  }
}

async function firstBytes(content: Content): Promise<Buffer> {
  for await (const piece of content.pieces()) return Buffer.from(piece.subarray(0, 2))
  return Buffer.alloc(0)
}

async function isEncrypted(manifest: { pieces: () => AsyncIterable<Buffer> } | undefined): Promise<boolean> {
  if (manifest === undefined) return false
  const rules = xmlRules({ whole: ['encryption-data', 'encrypted-key'] })
  for await (const event of walkXml(manifest.pieces(), rules, () => undefined)) return event.at === 'element'
  return false
}

/** The styles and properties that stand in the XML of the text, before the text. */
async function styleParts(
  pieces: AsyncIterable<Buffer>,
  warn: (warning: string) => void,
): Promise<XmlElement[]> {
  const parts: XmlElement[] = []
  const rules = xmlRules({
    whole: [...STYLE_PARTS, 'meta'],
    mark: ['body'],
    skip: ['binary-data', 'scripts'],
  })
  for await (const event of walkXml(pieces, rules, warn)) {
    if (event.at === 'start') break
    if (event.at === 'element') parts.push(event.element)
  }
  return parts
}

function readStyles(parts: readonly XmlElement[]): OdfStyles {
  const elements = new Map<string, XmlElement>()
  const lists = new Map<string, XmlElement[]>()
  for (const element of parts.flatMap(({ children }) => children)) {
    if (typeof element === 'string') continue
    const name = attributeOf(element, 'style:name') ?? ''
    const levels = element.children.filter((child): child is XmlElement => typeof child !== 'string')
    if (element.name === 'style') elements.set(name, element)
    else if (element.name === 'list-style') lists.set(name, levels)
    else if (element.name === 'outline-style') lists.set('outline', levels)
  }
  const known = new Map<string, OdfStyle>()
  return {
    lists,
    of(name = '') {
      const style = known.get(name) ?? resolve(name, elements)
      known.set(name, style)
      return style
    },
  }
}

function resolve(name: string, elements: ReadonlyMap<string, XmlElement>): OdfStyle {
  const chain: OdfStyle[] = []
  for (let at: string | undefined = name; at !== undefined && chain.length < MAX_STYLES_ABOVE; ) {
    const element: XmlElement | undefined = elements.get(at)
    if (element === undefined) break
    chain.unshift(ownStyle(element))
    at = attributeOf(element, 'style:parent-style-name')
  }
  return Object.assign({}, ...chain)
}

function ownStyle(element: XmlElement): OdfStyle {
  const style: OdfStyle = {}
  const name = attributeOf(element, 'style:display-name') ?? attributeOf(element, 'style:name') ?? ''
  if (/^(?:title|titolo|titre|titel)$/i.test(name)) style.isTitle = true
  else if (!/^[A-Z]{1,3}\d+$/.test(name)) style.isTitle = false
  const outline = Number(attributeOf(element, 'style:default-outline-level'))
  if (outline >= 1) style.outline = outline
  const list = attributeOf(element, 'style:list-style-name')
  if (list !== undefined && list !== '') style.listStyle = list
  for (const properties of element.children) {
    if (typeof properties === 'string') continue
    const get = (attribute: string): string | undefined => properties.attributes[attribute]
    const [display, weight, size] = [get('text:display'), get('fo:font-weight'), get('fo:font-size')]
    const align = get('fo:text-align')
    if (display !== undefined) style.isHidden = display === 'none'
    if (get('table:display') === 'false' || get('presentation:visibility') === 'hidden') style.isHidden = true
    if (weight !== undefined) style.isBold = weight === 'bold' || Number(weight) >= 600
    if (align !== undefined) style.isCentered = align === 'center'
    if (size?.endsWith('pt') === true) style.size = Number.parseFloat(size)
  }
  return style
}
