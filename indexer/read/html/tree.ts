/**
 * HTML → a light tree of what a reader can see, and apart from it what the head says. Built in one pass, with bounds
 * on depth and number of tags; what is hidden, or is no text (scripts, styles, drawings), never comes into the tree.
 */
import { Parser } from 'htmlparser2'
import { isHidden, isUnread } from './hidden.ts'
import { createTextRun } from './text-run.ts'

/** An element. Its texts are strings between its elements. */
export type HtmlElement = {
  /** In lower case. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: HtmlNode[]
  parent: HtmlElement | null
  /** Characters of text in it that are not white space; 0 until `measure` was called. */
  ink: number
  /** How much of the ink stands in links. */
  linkInk: number
  /** Links that have text. */
  links: number
}

/** An element or a text. */
export type HtmlNode = HtmlElement | string

/** What a page holds. */
export type HtmlPage = {
  /** Has everything visible; its name is `#page`. */
  root: HtmlElement
  title: string
  /** Attributes of `<meta>`, wherever it stands. */
  metas: Readonly<Record<string, string>>[]
  /** Attributes of `<link>`. */
  links: Readonly<Record<string, string>>[]
  /** Contents of scripts of type `application/ld+json`. */
  jsonLd: string[]
  /** As `<html>` or else `<body>` says it; empty where neither does. */
  lang: string
  hasScript: boolean
  hasFrames: boolean
}

/** Deeper than anyone writes; what works on the tree may be recursive. */
export const MAX_DEPTH = 256
/** More tags than pages have that are worth a tree. */
export const MAX_TAGS = 200_000

const PIECE_LENGTH = 64 * 1024

/** Builds the tree, or gives null where the page is nested deeper or has more tags than the bounds. */
export function buildTree(html: string): HtmlPage | null {
  const page: HtmlPage = {
    root: createElement('#page', {}, null),
    title: '',
    metas: [],
    links: [],
    jsonLd: [],
    lang: '',
    hasScript: false,
    hasFrames: false,
  }
  let current = page.root
  let [depth, tags] = [0, 0]
  /** Depth of the outermost element that is left out; 0 outside of one. */
  let hiddenAt = 0
  let capture: 'title' | 'jsonLd' | null = null
  const run = createTextRun()
  const endText = (): void => {
    const text = run.take()
    if (text === '') return
    if (capture === 'title') page.title += text
    else if (capture === 'jsonLd') page.jsonLd[page.jsonLd.length - 1] += text
    else if (hiddenAt === 0) addText(current, text)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        endText()
        depth += 1
        tags += 1
        if (isTooMuch()) return
        noteElement(page, name, attributes)
        if (hiddenAt > 0) return
        if (isUnread(name) || isHidden(name, attributes)) {
          hiddenAt = depth
          if (name === 'title') capture = page.title === '' ? 'title' : null
          if (name === 'script') capture = startJsonLd(page, attributes)
          return
        }
        const element = createElement(name, attributes, current)
        current.children.push(element)
        current = element
      },
      ontext(text) {
        if (capture !== null || hiddenAt === 0) run.add(text)
      },
      onclosetag() {
        endText()
        if (isTooMuch()) return
        if (hiddenAt === 0) current = current.parent ?? current
        else if (depth === hiddenAt) [hiddenAt, capture] = [0, null]
        depth -= 1
      },
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  )
  const isTooMuch = (): boolean => depth > MAX_DEPTH || tags > MAX_TAGS
  // In pieces, so that a hostile page is given up early: the parser takes time with the square of the depth.
  for (let start = 0; start < html.length; start += PIECE_LENGTH) {
    parser.write(html.slice(start, start + PIECE_LENGTH))
    if (isTooMuch()) return null
  }
  parser.end()
  endText()
  return page
}

/** A new element; it is not yet among the children of its parent. */
function createElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: HtmlElement | null,
): HtmlElement {
  return { name, attributes, children: [], parent, ink: 0, linkInk: 0, links: 0 }
}

function noteElement(page: HtmlPage, name: string, attributes: Record<string, string>): void {
  if (name === 'meta') page.metas.push(attributes)
  else if (name === 'link') page.links.push(attributes)
  else if (name === 'script') page.hasScript = true
  else if (name === 'frameset' || name === 'frame') page.hasFrames = true
  else if ((name === 'html' || name === 'body') && page.lang === '')
    page.lang = attributes.lang ?? attributes['xml:lang'] ?? ''
}

function startJsonLd(page: HtmlPage, attributes: Record<string, string>): 'jsonLd' | null {
  if (!/^\s*application\/ld\+json/i.test(attributes.type ?? '')) return null
  page.jsonLd.push('')
  return 'jsonLd'
}

function addText(element: HtmlElement, text: string): void {
  const last = element.children.length - 1
  const before = element.children[last]
  if (typeof before === 'string') element.children[last] = before + text
  else element.children.push(text)
}

/** Counts the ink of an element and of all that it holds. */
export function measure(element: HtmlElement, inLink = false): void {
  const isLink = inLink || (element.name === 'a' && element.attributes.href !== undefined)
  let [ink, linkInk, links] = [0, 0, 0]
  for (const child of element.children) {
    if (typeof child === 'string') {
      const own = inkOf(child)
      ink += own
      if (isLink) linkInk += own
    } else {
      measure(child, isLink)
      ink += child.ink
      linkInk += child.linkInk
      links += child.links
    }
  }
  if (isLink && !inLink && ink > 0) links += 1
  Object.assign(element, { ink, linkInk, links })
}

/** Characters that are not white space. */
export function inkOf(text: string): number {
  let ink = 0
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 32) ink += 1
  return ink
}

/** All elements below one, in reading order. */
export function elementsIn(element: HtmlElement): HtmlElement[] {
  const elements: HtmlElement[] = []
  const gather = ({ children }: HtmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') continue
      elements.push(child)
      gather(child)
    }
  }
  gather(element)
  return elements
}

/** The elements above one, from its parent outward. */
export function ancestorsOf(element: HtmlElement): HtmlElement[] {
  const above: HtmlElement[] = []
  for (let next = element.parent; next !== null; next = next.parent) above.push(next)
  return above
}

/** The text of an element as it stands, with the white space of its source. */
export function rawText(element: HtmlElement): string {
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : rawText(child)
  return text
}
