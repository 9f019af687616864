/**
 * Asks Readability (the reader view of Firefox) which parts of a page are its text. It gets a small copy of the tree in
 * which each element has a mark of its own, and answers with the marks it kept: the page itself stays as it is.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { HtmlElement } from './tree.ts'

/** What is used of a DOM. */
type Node = { getAttributeNames: () => string[]; querySelectorAll: (selector: string) => Iterable<Node> }

/** More elements, deeper ones or more text take Readability more than a fraction of a second. */
const MAX_ELEMENTS = 5000
const MAX_INK = 500_000
const MAX_DEPTH = 45

/** The elements that Readability keeps; null where it finds no text, or the page is too large to be asked about. */
export function askReadability(root: HtmlElement): ReadonlySet<HtmlElement> | null {
  if (root.ink > MAX_INK) return null
  const elements: HtmlElement[] = []
  const html = copyOf(root, elements, 0)
  if (html === null) return null
  const { document } = parseHTML(
    `<!doctype html><html><head><title></title></head><body>${html}</body></html>`,
  )
  const found = new Readability<Node>(document, {
    charThreshold: 200,
    disableJSONLD: true,
    keepClasses: false,
    serializer: (node) => node as unknown as Node,
  }).parse()
  if (found?.content === null || found?.content === undefined) return null
  const kept = new Set<HtmlElement>()
  for (const element of [found.content, ...found.content.querySelectorAll('*')])
    for (const name of element.getAttributeNames()) {
      const original = name.startsWith('m-') ? elements[Number(name.slice(2))] : undefined
      if (original !== undefined) kept.add(original)
    }
  return kept
}

function copyOf(element: HtmlElement, elements: HtmlElement[], depth: number): string | null {
  if (depth > MAX_DEPTH) return null
  let html = ''
  for (const child of element.children) {
    if (typeof child === 'string') {
      html += escaped(child)
      continue
    }
    if (child.ink === 0 && child.name !== 'br') continue
    if (elements.length >= MAX_ELEMENTS) return null
    const mark = elements.push(child) - 1
    const inner = copyOf(child, elements, depth + 1)
    if (inner === null) return null
    const name = /^[a-z][a-z0-9]*$/.test(child.name) ? child.name : 'div'
    html += name === 'br' ? '<br>' : `<${name} m-${mark}=""${attributesOf(child)}>${inner}</${name}>`
  }
  return html
}

function attributesOf({ attributes }: HtmlElement): string {
  let html = ''
  for (const name of ['class', 'id', 'itemprop', 'role', 'href']) {
    const value = attributes[name]
    if (value !== undefined && value.length < 500) html += ` ${name}="${escaped(value)}"`
  }
  return html
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
