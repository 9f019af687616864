/**
 * Plain text → a document. Plain text has no markup, so paragraphs and headings are told by their looks;
 * what markup strays in from web pages (tags, entities, `**bold**`) is cleaned away.
 */
import type { Block, ReadDocument } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import { toSingleLine } from './characters.ts'
import type { Content } from './content.ts'
import { decodeText } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import { stripHtml } from './html.ts'
import { splitLines } from './lines.ts'
import { ownWords } from './own-words.ts'
import { groupParagraphs, type Paragraph } from './paragraphs.ts'
import { isBody, isHeadingLike, isTitleLike } from './plain-headings.ts'
import { takeFrontMatter } from './take-front-matter.ts'

/**
 * Reads plain text. Its first line of a title's form is a heading of level 1; later lines that stand alone
 * above text are headings of level 2. Memory stays flat whatever the length of the text, or of a line.
 *
 * @throws {IndexingError} `EMPTY_FILE`, `BINARY_FILE` or `UNKNOWN_ENCODING`
 */
export async function readPlainText(content: Content): Promise<ReadDocument> {
  const warnings: string[] = []
  const pieces = decodeText(content, await detectEncoding(content), warnings)
  const { parsed, rest } = await takeFrontMatter(splitLines(pieces))
  const { metadata } = parsed
  warnings.unshift(...parsed.warnings)
  const cut = 'a line of more than 32 KB was cut into paragraphs'
  const onCut = (): void => {
    if (!warnings.includes(cut)) warnings.push(cut)
  }
  return { metadata, blocks: ownWords(metadata, toBlocks(groupParagraphs(rest, onCut))), warnings }
}

async function* toBlocks(paragraphs: AsyncIterable<Paragraph>): AsyncGenerator<Block> {
  const make = createBlockMaker()
  let held: Paragraph | null = null
  let titlePossible = true
  const level = (paragraph: Paragraph, below: Paragraph | null): number => {
    const { text, alone, item } = paragraph
    const isTitle = titlePossible && alone && !item && isTitleLike(text)
    if (isTitle || isBody(text)) titlePossible = false
    if (isTitle) return 1
    return alone && !item && isHeadingLike(text, below) ? 2 : 0
  }
  for await (const paragraph of paragraphs) {
    const next = { ...paragraph, text: cleanParagraph(paragraph.text) }
    if (next.text === '') continue
    if (held !== null) yield* make(held.text, level(held, next))
    held = next
  }
  if (held !== null) yield* make(held.text, level(held, null))
}

/** Pairs of `**` around words, not the powers in `2**3`. */
const BOLD = /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])([^*]{0,2000}?[^\s*])\*\*(?![\p{L}\p{N}*])/gu

function cleanParagraph(text: string): string {
  const words = stripHtml(text)
  return toSingleLine(words.includes('**') ? words.replace(BOLD, '$1') : words)
}
