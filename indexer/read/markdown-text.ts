/**
 * Tokens of Markdown → its headings and paragraphs as text. What only a layout needs is left out.
 */
import MarkdownIt, { type Token } from 'markdown-it'
import type { Block } from '../document.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { textsOfHtml, wordsOfTag } from './markdown-html.ts'

/** The text of a heading (`level` 1 to 6) or a paragraph (0), on one line; a block of code is a paragraph. */
export type MarkdownText = { text: string; level: number } & Pick<Block, 'isCode' | 'isNumbered'>

/** Destinations of links by their labels, which any piece of a document may refer to. */
export type References = Record<string, { title: string; href: string }>

/** Deeper than anyone writes. */
export const MAX_DEPTH = 50

const WITH_HTML = new MarkdownIt({ html: true, maxNesting: 4 * MAX_DEPTH })
const WITHOUT_HTML = new MarkdownIt({ html: false, maxNesting: 4 * MAX_DEPTH })
/** In MDX what is indented is no code. */
const MDX = new MarkdownIt({ html: true, maxNesting: 4 * MAX_DEPTH }).disable('code')
/** Markup that HTML may have inside it. */
const MARKUP = /[*_`~[\]#>|]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]/m

/**
 * The texts of a piece of Markdown, in reading order: headings, paragraphs, list items, rows of tables with ` | `
 * between the cells, code, HTML without its tags.
 */
export function* textsOf(markdown: string, references: References, isMdx: boolean): Generator<MarkdownText> {
  const parser = isMdx ? MDX : WITH_HTML
  yield* textsOfTokens(parser.parse(markdown, { references: Object.create(references) }))
}

function* textsOfTokens(tokens: readonly Token[]): Generator<MarkdownText> {
  let level = 0
  let row: string[] | null = null
  let numberedLists = 0
  for (const token of tokens) {
    switch (token.type) {
      case 'heading_open':
        level = Number(token.tag.slice(1))
        break
      case 'heading_close':
        level = 0
        break
      case 'ordered_list_open':
        numberedLists += 1
        break
      case 'ordered_list_close':
        numberedLists -= 1
        break
      case 'tr_open':
        row = []
        break
      case 'tr_close':
        yield { text: (row ?? []).join(' | '), level: 0 }
        row = null
        break
      case 'inline': {
        const text = lineOf(wordsOf(token.children ?? []))
        if (row !== null) row.push(text)
        else yield { text: withoutTask(text), level, ...(numberedLists > 0 ? { isNumbered: true } : {}) }
        break
      }
      case 'fence':
      case 'code_block':
        yield { text: lineOf(token.content), level: 0, isCode: true }
        break
      case 'html_block':
        yield* textsOfBlock(token.content)
    }
  }
}

/** HTML whose own text may be Markdown: `<p markdown="1">**forte**</p>`. */
function* textsOfBlock(html: string): Generator<MarkdownText> {
  for (const { text, level, isCode } of textsOfHtml(html)) {
    if (isCode) yield { text: lineOf(text), level: 0, isCode }
    else if (level > 0) yield { text: lineOf(MARKUP.test(text) ? inlineWords(text) : text), level }
    else if (MARKUP.test(text)) yield* textsOfTokens(WITHOUT_HTML.parse(text.replace(/^[ \t]+/gm, ''), {}))
    else yield { text: lineOf(text), level: 0 }
  }
}

function inlineWords(text: string): string {
  return WITHOUT_HTML.parseInline(toSingleLine(text), {})
    .map(({ children }) => wordsOf(children ?? []))
    .join('')
}

function lineOf(words: string): string {
  return toSingleLine(cleanCharacters(words))
}

/** `[x]` of a list of tasks. */
function withoutTask(text: string): string {
  return text.replace(/^\[[ xX-]\] /, '')
}

/** Links keep their text, images their description; HTML is cleaned tag by tag, so `code` about tags keeps them. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(wordsOfToken).join('')
}

function wordsOfToken(token: Token): string {
  switch (token.type) {
    case 'html_inline':
      return wordsOfTag(token.content)
    case 'softbreak':
      return '\n'
    case 'hardbreak':
      return ' '
    case 'image':
      return wordsOf(token.children ?? [])
    default:
      return token.content
  }
}

/** The form in which labels of links are compared. */
export function normalizeLabel(label: string): string {
  return WITH_HTML.utils.normalizeReference(label)
}
