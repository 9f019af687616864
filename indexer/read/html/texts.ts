/** A tree of HTML → its headings and paragraphs as text, in reading order. What only a layout needs is left out. */
import { INLINE_ELEMENTS } from '../html-elements.ts'
import { type LawRole, lawRole } from '../law-lines.ts'
import { readPre } from './pre.ts'
import { isNumberedRow, numberedRows, readTable } from './tables.ts'
import { ancestorsOf, elementsIn, type HtmlElement, rawText } from './tree.ts'

/** The text of a heading (`level` 1 to 6) or a paragraph (0), on one line. */
export type HtmlText = {
  text: string
  level: number
  isCode?: true
  /** Whether it is an item of a numbered list. */
  isNumbered?: true
  /** 1 to 6: before it, headings of this level and deeper have ended, because the section that they head has. */
  ends?: number
  /** What the markup of a law says that it is. */
  role?: LawRole
}

/** What the walk needs to know of the page. */
export type TextOptions = {
  /** The heading of the page as a whole: it stands above all that follows, whatever it stands in. */
  mainHeading?: HtmlElement | null
}

/** Their headings head what stands in them and nothing behind them. */
const SECTIONS = new Set([
  'section',
  'article',
  'aside',
  'blockquote',
  'details',
  'figure',
  'li',
  'dd',
  'td',
  'th',
])

/** Definition terms up to this length are put before their definition. */
const MAX_TERM_LENGTH = 200

/** The texts of an element and all that it holds. */
export function textsOf(root: HtmlElement, { mainHeading = null }: TextOptions = {}): HtmlText[] {
  const texts: HtmlText[] = []
  let line = ''
  let ends = 0
  let numberedLists = 0
  let role: LawRole | undefined
  let terms: string[] = []
  let alts: string[] = []
  const described = new Set<string>()
  let lastLink: string | null = null

  const push = (text: string, level: number, about: Pick<HtmlText, 'isCode'> = {}): void => {
    if (!/[\p{L}\p{N}]/u.test(text)) return
    const withTerm = terms.length > 0 && level === 0 ? joinTerm(terms, text) : text
    if (level === 0) terms = []
    const own: HtmlText = { text: withTerm, level, ...about }
    if (ends > 0) own.ends = ends
    if (role !== undefined) own.role = role
    if (numberedLists > 0) own.isNumbered = true
    texts.push(own)
    ends = 0
  }
  const flush = (): void => {
    if (line !== '') for (const paragraph of linesOf(line, role === 'lines')) push(paragraph, 0)
    line = ''
    lastLink = null
    const waiting = alts
    alts = []
    for (const alt of waiting) push(alt, 0)
  }
  const flushTerms = (): void => {
    const left = terms
    terms = []
    if (left.length > 0) push(left.join(', '), 0)
  }
  const inside = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') line += spaced(child)
      else visit(child)
    }
  }
  const block = (element: HtmlElement): void => {
    flush()
    inside(element)
    flush()
  }
  const heading = (element: HtmlElement, level: number): void => {
    flush()
    flushTerms()
    push(headingText(element), element === mainHeading ? 1 : level)
  }
  const section = (element: HtmlElement): void => {
    const from = texts.length
    block(element)
    const own = texts.slice(from)
    const levels = own.filter(({ level }) => level > 1).map(({ level }) => level)
    const hasText = own.some(({ level }) => level === 0)
    if (hasText && levels.length > 0) ends = Math.min(ends === 0 ? 6 : ends, ...levels)
  }
  const visit = (element: HtmlElement): void => {
    const own = lawRole(element.attributes.class)
    if (own === undefined) {
      visitByName(element)
      return
    }
    const outer = role
    flush()
    role = own
    visitByName(element)
    flush()
    role = outer
  }
  const visitByName = (element: HtmlElement): void => {
    const { name } = element
    const level = headingLevel(element)
    if (level > 0) {
      heading(element, level)
      return
    }
    switch (name) {
      case 'br':
        line += '\n'
        return
      case 'pre':
      case 'listing':
      case 'plaintext':
      case 'xmp': {
        flush()
        for (const { text, level, isCode } of readPre(element)) push(text, level, isCode ? { isCode } : {})
        return
      }
      case 'table': {
        flush()
        if (isNumberedRow(element)) {
          for (const { mark, cells } of numberedRows(element)) numbered(mark, cells)
          return
        }
        const rows = readTable(element, textsOf)
        if (rows === null) {
          block(element)
          return
        }
        for (const { text, isCode } of rows) push(text, 0, isCode ? { isCode } : {})
        return
      }
      case 'ol':
        numberedLists += 1
        block(element)
        numberedLists -= 1
        return
      case 'dl':
        block(element)
        flushTerms()
        return
      case 'dt': {
        flush()
        const inner = textsOf(element)
        if (inner.length > 1 || (inner[0]?.text.length ?? 0) > MAX_TERM_LENGTH) {
          flushTerms()
          for (const { text } of inner) push(text, 0)
        } else if (inner[0] !== undefined) terms.push(inner[0].text)
        return
      }
      case 'img': {
        const alt = (element.attributes.alt ?? '').replace(/\s+/g, ' ').trim()
        if (isSentence(alt) && !described.has(alt) && !hasCaption(element)) alts.push(alt)
        described.add(alt)
        return
      }
      case 'q':
        line += '“'
        inside(element)
        line += '”'
        return
      case 'a': {
        // Links side by side without a space are buttons or tabs, not one word.
        if (lastLink !== null && lastLink === line) line += ' '
        inside(element)
        lastLink = line
        return
      }
      case 'sup':
        if (!isNoteMark(element)) inside(element)
        return
    }
    if (isPairOfColumns(element)) {
      const [first, ...rest] = element.children.filter((child) => typeof child !== 'string')
      if (first !== undefined) {
        numbered(rawText(first).replace(/\s+/g, ' ').trim(), rest)
        return
      }
    }
    if (SECTIONS.has(name) || isSubdivision(element)) section(element)
    else if (INLINE_ELEMENTS.has(name)) inside(element)
    else if (name.includes('-')) {
      line += ' '
      inside(element)
      line += ' '
    } else block(element)
  }
  /** "(a)" in one column and its text in the other are one paragraph. */
  const numbered = (mark: string, rest: readonly HtmlElement[]): void => {
    flush()
    const from = texts.length
    for (const element of rest) block(element)
    const first = texts[from]
    if (first === undefined) push(mark, 0)
    else first.text = `${mark} ${first.text}`
  }

  // Terms are read by themselves first, and must not be put before themselves.
  if (root.name === 'dt') block(root)
  else visit(root)
  flush()
  flushTerms()
  return texts
}

/** 1 to 6 for a heading, 0 for everything else. */
export function headingLevel({ name, attributes }: HtmlElement): number {
  if (/^h[1-6]$/.test(name)) return Number(name[1])
  if (attributes.role !== 'heading') return 0
  const level = Number(attributes['aria-level'] ?? 2)
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2
}

/** The text of a heading on one line, without the marks that link to it. */
export function headingText(element: HtmlElement): string {
  const words = (node: HtmlElement): string =>
    node.children
      .map((child) => {
        if (typeof child === 'string') return child
        if (child.name === 'br' || child.name === 'img') return ' '
        if (child.name === 'sup' && isNoteMark(child)) return ''
        const text = words(child)
        if (child.name === 'a' && !/[\p{L}\p{N}]/u.test(text)) return ''
        return INLINE_ELEMENTS.has(child.name) ? text : ` ${text} `
      })
      .join('')
  return words(element)
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/\s*[¶#]\s*$/u, '')
    .trim()
}

/** The mark of a footnote: a short number or sign that links to a place on the page. */
function isNoteMark(element: HtmlElement): boolean {
  const text = rawText(element).trim()
  if (!/^[[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?$/.test(text)) return false
  const links = [element, ...element.children, ...ancestorsOf(element)].slice(0, 6)
  return links.some(
    (node) => typeof node !== 'string' && node.name === 'a' && /#/.test(node.attributes.href ?? ''),
  )
}

function joinTerm(terms: string[], text: string): string {
  const term = terms.join(', ')
  return /[.:;!?–—-]$/.test(term) ? `${term} ${text}` : `${term}: ${text}`
}

/** Text as a browser sets it: white space in a row is one space. Long texts that are so already are not copied. */
function spaced(text: string): string {
  return /[\t\n\f\r]| {2}/.test(text) ? text.replace(/[ \t\n\f\r]+/g, ' ') : text
}

/** An empty line parts paragraphs, as two `<br>` do; a single one is a space, unless lines count. */
function linesOf(line: string, eachCounts: boolean): string[] {
  return line
    .split(eachCounts ? '\n' : /\n[ \u00A0]*\n\s*/)
    .map((paragraph) => spaced(paragraph).trim())
    .filter((paragraph) => paragraph !== '')
}

/** Whether an image is described in words that say something by themselves. */
function isSentence(alt: string): boolean {
  const words = alt.split(' ').length
  return /^[\p{Lu}"“«]/u.test(alt) && ((words >= 5 && /[.!?]$/.test(alt)) || words >= 12)
}

/** A caption says what is to be seen. */
function hasCaption(image: HtmlElement): boolean {
  const figure = ancestorsOf(image).find(({ name }) => name === 'figure')
  return figure !== undefined && elementsIn(figure).some(({ name, ink }) => name === 'figcaption' && ink > 0)
}

function isPairOfColumns(element: HtmlElement): boolean {
  return /(?:^|\s)grid-list(?:\s|$)/.test(element.attributes.class ?? '')
}

function isSubdivision(element: HtmlElement): boolean {
  return element.name === 'div' && /(?:^|\s)eli-subdivision(?:\s|$)/.test(element.attributes.class ?? '')
}
