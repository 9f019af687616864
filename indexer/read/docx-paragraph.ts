/**
 * A paragraph of a Word document → what a reader sees of it: without hidden and deleted text, the code of fields, and
 * comments; its notes and text boxes behind it.
 */
import { paragraphStyle, runStyle, type Style } from './docx-styles.ts'
import type { Counter } from './numbering.ts'
import type { Piece } from './pieces.ts'
import { symbolOf } from './symbols.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './xml.ts'

/** What a document knows beside its paragraphs, and where in a field the text has come to. */
export type WordContext = {
  styles: ReadonlyMap<string, Style>
  counter: Counter
  /** Paragraphs of footnotes and endnotes, by kind and id: `footnote 2`. */
  notes: ReadonlyMap<string, XmlElement>
  /** Fields that are open, innermost last: whether their result has begun. */
  fields: { inResult: boolean }[]
}

/** Left out with all that is in them. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...['del', 'moveFrom', 'delText', 'instrText', 'pPr', 'rPr', 'sdtPr', 'rt', 'fldData', 'annotationRef'],
  ...['docPr', 'cNvPr', 'commentReference', 'object', 'ffData', 'footnoteRef', 'endnoteRef', 'delInstrText'],
])
const MAX_FIELDS = 100

type Gathered = { text: string; bold: number; letters: number; size: number; behind: Piece[] }

/** The pieces of a paragraph: itself, then the notes and text boxes that it refers to. None if it is a line of contents. */
export function readParagraph(paragraph: XmlElement, context: WordContext): Piece[] {
  const properties = childOf(paragraph, 'pPr')
  const styleId = childOf(properties, 'pStyle')
  const named = context.styles.get(styleId === undefined ? '' : (attributeOf(styleId, 'w:val') ?? '')) ?? {}
  const style = { ...(context.styles.get('') ?? {}), ...named, ...paragraphStyle(properties) }
  const gathered: Gathered = { text: '', bold: 0, letters: 0, size: 0, behind: [] }
  gather(paragraph, style, context, gathered)
  const { text, behind } = gathered
  if (style.isContents === true) return behind
  const { numbering } = style
  const isNumbered = numbering !== undefined && numbering.list !== '0' && text.trim() !== ''
  const label = isNumbered ? context.counter(numbering.list, numbering.level) : ''
  const level = style.level ?? 0
  const piece: Piece = {
    text: label === '' ? text : `${label} ${text.trimStart()}`,
    level,
    isBold: gathered.letters > 0 && gathered.bold >= gathered.letters,
    isCentered: style.isCentered === true,
    size: gathered.size,
    // A number alone, as before articles, makes no list of a paragraph.
    ...(isNumbered && level === 0 && !/\p{L}{3}/u.test(label) ? { isPart: true } : {}),
  }
  return [piece, ...behind]
}

function gather(parent: XmlElement, style: Style, context: WordContext, into: Gathered): void {
  for (const child of parent.children) {
    if (typeof child === 'string' || UNSEEN.has(child.name)) continue
    if (child.name === 'r') gatherRun(child, style, context, into)
    else if (child.name === 'AlternateContent') gatherAlternative(child, style, context, into)
    else if (child.name === 'txbxContent') into.behind.push(...readBox(child, context))
    else if (child.name === 'sdt' && childOf(child, 'sdtPr', 'showingPlcHdr') !== undefined) continue
    else if (child.name === 't') addText(textOf(child), style, context, into)
    else gather(child, style, context, into)
  }
}

/** The same content for newer and older programs: once. */
function gatherAlternative(element: XmlElement, style: Style, context: WordContext, into: Gathered): void {
  const isThere = (): number => into.text.length + into.behind.length
  const before = isThere()
  for (const choice of childrenOf(element, 'Choice')) {
    gather(choice, style, context, into)
    if (isThere() > before) return
  }
  for (const fallback of childrenOf(element, 'Fallback')) gather(fallback, style, context, into)
}

function gatherRun(run: XmlElement, above: Style, context: WordContext, into: Gathered): void {
  const properties = childOf(run, 'rPr')
  const styleId = childOf(properties, 'rStyle')
  const named = styleId === undefined ? {} : (context.styles.get(attributeOf(styleId, 'w:val') ?? '') ?? {})
  const style: Style = { ...above, ...named, ...runStyle(properties) }
  for (const child of run.children) {
    if (typeof child === 'string' || UNSEEN.has(child.name)) continue
    switch (child.name) {
      case 't':
        addText(textOf(child), style, context, into)
        break
      case 'tab':
      case 'ptab':
        addText('\t', style, context, into)
        break
      case 'br':
      case 'cr':
        addText('\n', style, context, into)
        break
      case 'noBreakHyphen':
        addText('-', style, context, into)
        break
      case 'sym': {
        const code = Number.parseInt(attributeOf(child, 'w:char') ?? '', 16)
        if (code > 0 && code <= 0xffff) {
          addText(symbolOf(attributeOf(child, 'w:font') ?? '', code), style, context, into)
        }
        break
      }
      case 'fldChar':
        followField(attributeOf(child, 'w:fldCharType') ?? '', context)
        break
      case 'footnoteReference':
      case 'endnoteReference':
        into.behind.push(...readNote(child, context))
        break
      case 'AlternateContent':
        gatherAlternative(child, style, context, into)
        break
      default:
        gather(child, style, context, into)
    }
  }
}

function addText(text: string, style: Style, context: WordContext, into: Gathered): void {
  if (style.isHidden === true || context.fields.some(({ inResult }) => !inResult)) return
  into.text += text
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length
  into.letters += letters
  if (style.isBold === true) into.bold += letters
  if (letters > 0) into.size = Math.max(into.size, style.size ?? 0)
}

function followField(type: string, { fields }: WordContext): void {
  if (type === 'begin' && fields.length < MAX_FIELDS) fields.push({ inResult: false })
  const field = fields.at(-1)
  if (type === 'separate' && field !== undefined) field.inResult = true
  if (type === 'end') fields.pop()
}

function readNote(reference: XmlElement, context: WordContext): Piece[] {
  const key = `${reference.name.replace('Reference', '')} ${attributeOf(reference, 'w:id') ?? ''}`
  const note = context.notes.get(key)
  // Notes have no notes; their fields are their own.
  const inside = { ...context, notes: new Map(), fields: [] }
  return note === undefined ? [] : readBox(note, inside)
}

/** What stands in a text box or a note, as parts of the text around it. */
function readBox(box: XmlElement, context: WordContext): Piece[] {
  return paragraphsIn(box).flatMap((paragraph) =>
    readParagraph(paragraph, context).map((piece): Piece => ({ ...piece, level: 0, isPart: true })),
  )
}

/** All paragraphs in an element, those in the text boxes of others excepted. */
function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string' || UNSEEN.has(child.name)) return []
    return child.name === 'p' ? [child] : paragraphsIn(child)
  })
}
