/**
 * Text that has HTML in it → the text a reader would see. Angle brackets and ampersands that are no HTML stay
 * as they are. This is cleaning, not sanitizing: the result is text and must be escaped wherever it is shown.
 */
import { Parser } from 'htmlparser2'
import { cleanCharacters } from './characters.ts'
import { BOOLEAN_ATTRIBUTES, ELEMENTS, INLINE_ELEMENTS } from './html-elements.ts'

/** Angle brackets that open no tag are looked at again from the next character on, so many times at most. */
const MAX_DEPTH = 8

/**
 * Drops tags, comments, scripts and styles, decodes entities. `<u>vertice</u> &egrave;` → `vertice è`; `a <
 * b`, `x<y` and `if (a<b && c>d)` come back unchanged: a tag is a known element whose attributes have values.
 */
export function stripHtml(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text
  // HTML would also decode names that lack their semicolon: "&copy=2" in an address.
  return cleanCharacters(strip(text.replace(/&(?!#?\w{1,40};)/g, '&amp;'), 0))
}

function strip(text: string, depth: number): string {
  const html = depth < MAX_DEPTH ? text : text.replaceAll('<', '&lt;')
  let kept = ''
  let consumed = 0
  let hidden = ''
  let bareAttributes: string[] = []

  const slice = (): string => html.slice(parser.startIndex, parser.endIndex + 1)
  const keep = (words: string): void => {
    if (hidden === '') kept += words
  }
  const keepAsText = (tag: string): void => keep(`<${strip(tag.slice(1), depth + 1)}`)

  const parser: Parser = new Parser({
    ontext(words) {
      keep(words)
      consumed = parser.endIndex + 1
    },
    onattribute(name, _value, quote) {
      if (quote === undefined) bareAttributes.push(name)
    },
    onopentag(name, attributes) {
      consumed = parser.endIndex + 1
      const isTag =
        ELEMENTS.has(name) && bareAttributes.every((attribute) => BOOLEAN_ATTRIBUTES.has(attribute))
      bareAttributes = []
      if (!isTag) return keepAsText(slice())
      if (!INLINE_ELEMENTS.has(name)) keep(' ')
      if (name === 'img') keep(`${attributes.alt ?? ''} `)
      const isHidden = name === 'script' || name === 'style'
      if (isHidden && html.toLowerCase().includes(`</${name}`, consumed)) hidden = name
    },
    onclosetag(name, isImplied) {
      if (isImplied) return
      consumed = parser.endIndex + 1
      if (hidden === name) hidden = ''
      if (!ELEMENTS.has(name)) keep(slice())
      else if (!INLINE_ELEMENTS.has(name)) keep(' ')
    },
    oncomment() {
      consumed = parser.endIndex + 1
      // One that is never closed: "a <! b".
      if (!slice().endsWith('>')) keepAsText(slice())
    },
    onprocessinginstruction(name) {
      consumed = parser.endIndex + 1
      if (name !== '!doctype' && name !== '?xml') keepAsText(slice())
    },
  })
  parser.write(html)
  parser.end()
  // The parser passes over a tag that the text ends in: "se x<y".
  const rest = html.slice(consumed)
  if (rest.startsWith('<') && !rest.includes('>')) keepAsText(rest)
  return kept
}
