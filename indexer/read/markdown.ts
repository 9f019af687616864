/**
 * Markdown → a document. CommonMark with the extensions of GitHub (tables, notes, strikethrough) and what site
 * generators put around a text taken away.
 */
import type { Block, ReadDocument } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import { toSingleLine } from './characters.ts'
import type { Content } from './content.ts'
import { decodeText } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import { stripHtml } from './html.ts'
import type { Line } from './lines.ts'
import { splitLines } from './lines.ts'
import { withoutLayout } from './markdown-layout.ts'
import { cutMarkdown, definitionsOf } from './markdown-pieces.ts'
import { MAX_DEPTH, type MarkdownText, normalizeLabel, type References, textsOf } from './markdown-text.ts'
import { ownWords } from './own-words.ts'
import { takeFrontMatter } from './take-front-matter.ts'

/**
 * Reads Markdown; a name that ends in `.mdx` says that it is MDX. The text stands in memory as a whole; what is parsed
 * of it only in pieces, as the blocks are consumed.
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
  const isMdx = /\.mdx$/i.test(content.path)
  return { metadata, blocks: ownWords(metadata, toBlocks(markdown, isMdx, warnings)), warnings }
}

function joinLines(lines: Line[]): string {
  return lines.map(({ text, cut }) => (cut ? text : `${text}\n`)).join('')
}

async function* toBlocks(source: string, isMdx: boolean, warnings: string[]): AsyncGenerator<Block> {
  const make = createBlockMaker()
  const markdown = withoutLayout(source, isMdx)
  const references = definitionsOf(markdown, normalizeLabel)
  for (const piece of cutMarkdown(markdown)) {
    for (const { text, level, ...about } of readPiece(piece, references, isMdx, warnings))
      yield* make(text, level, about)
  }
}

function* readPiece(
  markdown: string,
  references: References,
  isMdx: boolean,
  warnings: string[],
): Generator<MarkdownText> {
  if (!isTooDeep(markdown)) return yield* textsOf(markdown, references, isMdx)
  const warning = `quotations, lists or brackets are nested more than ${MAX_DEPTH} deep: that part was read as plain text`
  if (!warnings.includes(warning)) warnings.push(warning)
  for (const text of markdown.split(/\n\s*\n/)) yield { text: toSingleLine(stripHtml(text)), level: 0 }
}

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

/** Whether something is nested deeper than anyone writes. */
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
