/**
 * Markdown → a document. CommonMark with the extensions of GitHub (tables, notes, strikethrough,
 * autolinks).
 */
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, ReadDocument } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import { toSingleLine } from './characters.ts'
import type { Content } from './content.ts'
import { decodeText } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import { stripHtml } from './html.ts'
import type { Line } from './lines.ts'
import { splitLines } from './lines.ts'
import { cutMarkdown, type MarkdownPiece } from './markdown-pieces.ts'
import { type MarkdownText, textsOf } from './markdown-text.ts'
import { takeFrontMatter } from './take-front-matter.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/**
 * Reads Markdown. The text stands in memory as a whole; the tree of it only in pieces, as the blocks are
 * consumed.
 *
 * @throws {IndexingError} `EMPTY_FILE`, `BINARY_FILE` or `UNKNOWN_ENCODING`
 */
export async function readMarkdown(content: Content): Promise<ReadDocument> {
  const warnings: string[] = []
  const pieces = decodeText(content, await detectEncoding(content), warnings)
  const { parsed, rest } = await takeFrontMatter(splitLines(pieces))
  const { metadata } = parsed
  warnings.unshift(...parsed.warnings)
  let markdown = ''
  for await (const lines of rest) markdown += joinLines(lines)
  return { metadata, blocks: toBlocks(markdown, warnings), warnings }
}

function joinLines(lines: Line[]): string {
  return lines.map(({ text, cut }) => (cut ? text : `${text}\n`)).join('')
}

async function* toBlocks(markdown: string, warnings: string[]): AsyncGenerator<Block> {
  const make = createBlockMaker()
  for (const piece of cutMarkdown(markdown)) {
    for (const { text, level, isCode } of readPiece(piece, warnings))
      yield* make(text, level, isCode ? { isCode } : {})
  }
}

function* readPiece({ markdown, length }: MarkdownPiece, warnings: string[]): Generator<MarkdownText> {
  const tree = isTooDeep(markdown) ? null : parser.parse(markdown)
  if (tree !== null) return yield* textsBefore(tree, length)
  warnings.push(
    'quotations, lists or brackets are nested more than 50 deep: that part was read as plain text',
  )
  for (const text of markdown.slice(0, length).split(/\n\s*\n/))
    yield { text: toSingleLine(stripHtml(text)), level: 0 }
}

function* textsBefore(tree: Root, length: number): Generator<MarkdownText> {
  for (const node of tree.children) {
    if ((node.position?.start.offset ?? 0) < length) yield* textsOf(node)
  }
}

/**
 * Deeper than anyone writes. The parser takes time with the square of the depth, and falls over at some
 * thousand.
 */
const MAX_DEPTH = 50
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

function isTooDeep(markdown: string): boolean {
  return (
    markdown.split('\n').some((line) => containerDepth(line) > MAX_DEPTH) ||
    bracketDepth(markdown) > MAX_DEPTH
  )
}

function containerDepth(line: string): number {
  let depth = 0
  CONTAINER.lastIndex = 0
  while (CONTAINER.test(line)) depth += 1
  return depth
}

function bracketDepth(markdown: string): number {
  let [depth, deepest] = [0, 0]
  for (const [bracket] of markdown.matchAll(/[[\]]|\n\s*\n/g)) {
    depth = bracket === '[' ? depth + 1 : bracket === ']' ? Math.max(0, depth - 1) : 0
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
