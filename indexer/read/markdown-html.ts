/**
 * HTML that stands in Markdown → the texts a reader sees: its headings, paragraphs, items and rows of tables. What is
 * written in Markdown inside it comes as it is.
 */
import { Parser } from 'htmlparser2'
import { ELEMENTS, INLINE_ELEMENTS } from './html-elements.ts'

/** A text of a piece of HTML; white space as it stands. `level` 1 to 6 for headings, else 0. */
export type HtmlText = { text: string; level: number; isCode?: true }

const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'math', 'iframe', 'head', 'noscript'])

/** The texts of a block of HTML. Tags of unknown elements, such as `<id>`, are text. */
export function textsOfHtml(html: string): HtmlText[] {
  const texts: HtmlText[] = []
  let words = ''
  let level = 0
  let hidden = ''
  let isCode = false
  let cells: string[] | null = null
  let consumed = 0
  const flush = (): void => {
    if (words.trim() !== '') texts.push({ text: words, level, ...(isCode ? { isCode } : {}) })
    words = ''
  }
  const endCell = (): void => {
    if (cells !== null && words.trim() !== '') cells.push(words.trim())
    words = ''
  }
  const endRow = (): void => {
    endCell()
    if (cells !== null && cells.length > 0) texts.push({ text: cells.join(' | '), level: 0 })
    cells = null
  }
  const keep = (text: string): void => {
    if (hidden === '') words += text
  }
  const slice = (): string => html.slice(parser.startIndex, parser.endIndex + 1)

  const parser: Parser = new Parser({
    ontext(text) {
      consumed = parser.endIndex + 1
      keep(text)
    },
    onopentag(name, { alt = '' }) {
      consumed = parser.endIndex + 1
      if (!ELEMENTS.has(name)) return keep(HIDDEN.has(name) ? '' : slice())
      if (HIDDEN.has(name) && html.toLowerCase().includes(`</${name}`, consumed)) hidden ||= name
      if (name === 'img') return keep(` ${alt} `)
      if (name === 'br') return keep(cells === null ? '\n' : ' ')
      if (INLINE_ELEMENTS.has(name)) return
      if (name === 'tr') {
        if (cells === null) flush()
        else endRow()
        cells = []
      } else if (cells !== null) {
        if (name === 'td' || name === 'th') endCell()
        else keep(' ')
      } else flush()
      if (/^h[1-6]$/.test(name)) level = Number(name[1])
      if (name === 'pre') isCode = true
    },
    onclosetag(name, isImplied) {
      if (!isImplied) consumed = parser.endIndex + 1
      if (hidden === name) hidden = ''
      if (!ELEMENTS.has(name)) return isImplied || HIDDEN.has(name) ? undefined : keep(slice())
      if (INLINE_ELEMENTS.has(name) || name === 'br' || name === 'img') return
      if (name === 'tr' || name === 'table') endRow()
      else if (cells === null) flush()
      if (/^h[1-6]$/.test(name)) level = 0
      if (name === 'pre') isCode = false
    },
    oncomment() {
      consumed = parser.endIndex + 1
    },
    onprocessinginstruction() {
      consumed = parser.endIndex + 1
    },
  })
  parser.write(html)
  parser.end()
  // The parser passes over a tag that the text ends in.
  const rest = html.slice(consumed)
  if (rest.startsWith('<') && !rest.includes('>')) keep(rest)
  endRowOrFlush()
  return texts

  function endRowOrFlush(): void {
    if (cells !== null) endRow()
    else flush()
  }
}

/** What a reader sees of a single tag in a line: nothing, a space where it parts words, the description of an image. */
export function wordsOfTag(tag: string): string {
  const name = /^<\/?([A-Za-z][\w.-]*)/.exec(tag)?.[1]?.toLowerCase()
  if (name === undefined) return ''
  if (!ELEMENTS.has(name)) return HIDDEN.has(name) ? '' : tag
  if (name === 'img')
    return ` ${/\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)?.slice(1).find(Boolean) ?? ''} `
  return INLINE_ELEMENTS.has(name) ? '' : ' '
}
