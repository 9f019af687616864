/** What the styles and the numbering of a Word document say about its paragraphs: headings, hidden text, numbers. */
import type { Package } from './package.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts'

/** What a style, with all that it is based on, makes of a text; absent is what is not said. */
export type Style = {
  level?: number | 'title'
  isHidden?: boolean
  isBold?: boolean
  isCentered?: boolean
  /** Points. */
  size?: number
  /** A line of a table of contents or an index. */
  isContents?: boolean
  numbering?: NumberingPlace
}

/** A list of a document and a level in it, from 0. */
export type NumberingPlace = { list: string; level: number }

/** Words for headings in the languages that Office is sold in most; Word itself keeps the English ones. */
const HEADING =
  /^(?:heading|titolo|intestazione|überschrift|titre|título|rubrik|kop|nagłówek|overskrift)[\s_]?([1-9])$/i
const TITLE = /^(?:title|titolo|titre|título|titel)$/i
const CONTENTS = /^(?:toc|table of figures|index|sommario|indice|contents)(?:[\s_]?(?:heading|\d))?$/i
const MAX_STYLES_ABOVE = 20

/** All styles by id; `''` is what a paragraph without one has. */
export async function readStyles(of: Package, path: string | undefined): Promise<ReadonlyMap<string, Style>> {
  const root = path === undefined ? undefined : await of.tree(path)
  const elements = new Map<string, XmlElement>()
  let usual = ''
  for (const style of childrenOf(childOf(root, 'styles'), 'style')) {
    const id = attributeOf(style, 'w:styleId') ?? ''
    elements.set(id, style)
    const isParagraph = attributeOf(style, 'w:type') === 'paragraph'
    if (isParagraph && isOn(attributeOf(style, 'w:default') ?? 'false')) usual = id
  }
  const styles = new Map<string, Style>()
  for (const id of elements.keys()) styles.set(id, resolve(id, elements))
  return styles.set('', styles.get(usual) ?? {})
}

function resolve(id: string, elements: ReadonlyMap<string, XmlElement>): Style {
  const chain: Style[] = []
  for (let at: string | undefined = id; at !== undefined && chain.length < MAX_STYLES_ABOVE; ) {
    const element: XmlElement | undefined = elements.get(at)
    if (element === undefined) break
    chain.unshift(ownStyle(element))
    at = attributeOf(childOf(element, 'basedOn') ?? { attributes: {} }, 'w:val')
  }
  const style: Style = Object.assign({}, ...chain)
  // What is based on the style of titles is a subtitle, or the name of an author.
  if (style.level === 'title' && chain.at(-1)?.level !== 'title') delete style.level
  return style
}

function ownStyle(element: XmlElement): Style {
  const name = attributeOf(childOf(element, 'name') ?? { attributes: {} }, 'w:val') ?? ''
  const style = { ...runStyle(childOf(element, 'rPr')), ...paragraphStyle(childOf(element, 'pPr')) }
  const numbered = HEADING.exec(name)?.[1]
  if (numbered !== undefined) style.level = Math.min(6, Number(numbered))
  else if (TITLE.test(name)) style.level = 'title'
  else if (CONTENTS.test(name)) style.isContents = true
  return style
}

/** What the properties of a paragraph say. */
export function paragraphStyle(properties: XmlElement | undefined): Style {
  const style: Style = {}
  const value = (name: string): string | undefined => {
    const element = childOf(properties, name)
    return element === undefined ? undefined : attributeOf(element, 'w:val')
  }
  const outline = value('outlineLvl')
  // 9 is body text.
  if (outline !== undefined && /^\d$/.test(outline)) {
    style.level = outline === '9' ? 0 : Math.min(6, Number(outline) + 1)
  }
  const alignment = value('jc')
  if (alignment !== undefined) style.isCentered = alignment === 'center'
  const list = childOf(properties, 'numPr', 'numId')
  if (list !== undefined) {
    const level = childOf(properties, 'numPr', 'ilvl')
    style.numbering = {
      list: attributeOf(list, 'w:val') ?? '0',
      level: Number(level === undefined ? 0 : attributeOf(level, 'w:val')) || 0,
    }
  }
  return style
}

/** What the properties of a run of text say. */
export function runStyle(properties: XmlElement | undefined): Style {
  const style: Style = {}
  const hidden = childOf(properties, 'vanish')
  if (hidden !== undefined) style.isHidden = isOn(attributeOf(hidden, 'w:val') ?? 'true')
  const bold = childOf(properties, 'b')
  if (bold !== undefined) style.isBold = isOn(attributeOf(bold, 'w:val') ?? 'true')
  const size = childOf(properties, 'sz')
  if (size !== undefined) style.size = Number(attributeOf(size, 'w:val')) / 2 || 0
  return style
}

/** Whether a value of a switch in Office Open XML is on. */
export function isOn(value: string): boolean {
  return !/^(?:0|false|off|none)$/i.test(value)
}
