/**
 * Tags of components (JSX, Vue, web components) in Markdown: `<Tabs values={[…]}>`. The tag and its attributes are
 * layout, what stands between tags is text.
 */
import { ELEMENTS } from './html-elements.ts'

const TAG = /<(\/?)([A-Za-z][\w.-]*)/g
const ATTRIBUTE_NAME = /[A-Za-z_:@#$][\w:.@$-]*/y
const SPACE = /\s*/y
/** Longer tags are none. */
const MAX_TAG_LENGTH = 8_000
/** Where so many are no tags, it is no page of components: the rest is left as it is. */
const MAX_FAILED = 1_000

/**
 * Markdown, its code masked, without tags of components. A tag at the beginning or end of a line parts paragraphs.
 * `List<String>` is no tag: a name is a component's where the tag has attributes, stands alone, or is closed.
 */
export function withoutComponents(text: string): string {
  if (!text.includes('<')) return text
  const closed = new Set([...text.matchAll(/<\/([A-Za-z][\w.-]*)\s*>/g)].map(([, name]) => name as string))
  let out = ''
  let from = 0
  let failed = 0
  TAG.lastIndex = 0
  for (let match = TAG.exec(text); match !== null; match = TAG.exec(text)) {
    const [opening, slash = '', name = ''] = match
    const isElement = ELEMENTS.has(name)
    if (!isElement && !/^[A-Z]|[-.]/.test(name)) continue
    const tag = tagEnd(text, match.index + opening.length)
    if (tag === null) {
      failed += 1
      if (failed > MAX_FAILED) break
      continue
    }
    if (isElement) {
      if (!tag.hasBraces) continue
      // CommonMark knows no values in braces: the tag would be text.
      out += `${text.slice(from, match.index)}<${slash}${name}>`
    } else {
      const [before, after] = [text[match.index - 1] ?? '\n', text[tag.end] ?? '\n']
      const isAtEdge = isLineStart(text, match.index) || after === '\n'
      const isOurs =
        slash !== '' || tag.hasAttributes || tag.isClosed || closed.has(name) || (before === '\n' && isAtEdge)
      if (!isOurs) continue
      out += text.slice(from, match.index) + (isAtEdge ? '\n' : '')
    }
    from = tag.end
    TAG.lastIndex = tag.end
  }
  return out + text.slice(from)
}

function isLineStart(text: string, index: number): boolean {
  const line = text.lastIndexOf('\n', index - 1) + 1
  return index - line < 200 && /^[ \t]*$/.test(text.slice(line, index))
}

type TagEnd = { end: number; hasAttributes: boolean; hasBraces: boolean; isClosed: boolean }

/** Where a tag ends whose name ends at `index`; null if it is none. */
function tagEnd(text: string, index: number): TagEnd | null {
  let at = index
  let [hasAttributes, hasBraces] = [false, false]
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    at += found?.[0].length ?? 0
    return found !== null && found[0] !== ''
  }
  while (at - index < MAX_TAG_LENGTH && at < text.length) {
    const hasSpace = skip(SPACE)
    const sign = text[at]
    if (sign === '>') return { end: at + 1, hasAttributes, hasBraces, isClosed: false }
    if (sign === '/' && text[at + 1] === '>') return { end: at + 2, hasAttributes, hasBraces, isClosed: true }
    if (sign === '{') {
      const end = bracesEnd(text, at)
      if (end === -1) return null
      ;[at, hasBraces, hasAttributes] = [end, true, true]
      continue
    }
    if (!hasSpace || !skip(ATTRIBUTE_NAME)) return null
    if (text[at] !== '=') continue
    hasAttributes = true
    const quote = text[at + 1] ?? ''
    if (quote === '"' || quote === "'") {
      const end = text.slice(at + 2, at + 2 + MAX_TAG_LENGTH).indexOf(quote)
      if (end === -1) return null
      at += end + 3
    } else if (quote === '{') {
      const end = bracesEnd(text, at + 1)
      if (end === -1) return null
      ;[at, hasBraces] = [end, true]
    } else {
      at += 1
      if (!skip(/[^\s"'<>`=]+/y)) return null
    }
  }
  return null
}

/** Behind the brace that closes the one at `index`; -1 if there is none near. */
export function bracesEnd(text: string, index: number): number {
  let depth = 0
  for (let at = index; at < text.length && at - index < MAX_TAG_LENGTH; at += 1) {
    const sign = text[at]
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return -1
}
