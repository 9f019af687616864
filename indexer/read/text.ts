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
import { createHeadingLevels, type HeadingForm } from './heading-levels.ts'
import { stripHtml } from './html.ts'
import { lawHeading } from './law-headings.ts'
import { splitLines } from './lines.ts'
import { ownWords } from './own-words.ts'
import { withoutPageBreaks } from './page-breaks.ts'
import { groupParagraphs, type Paragraph } from './paragraphs.ts'
import {
  figuresOf,
  hasHeadingForm,
  isBody,
  isCapitals,
  isHeadingLike,
  isTitleLike,
} from './plain-headings.ts'
import { takeFrontMatter } from './take-front-matter.ts'

/**
 * Reads plain text. Its first line of a title's form is a heading of level 1; headings of acts, numbered and underlined
 * ones, and lines that stand alone above text have levels 2 to 6. Memory stays flat whatever the length of the text, or
 * of a line.
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
  return {
    metadata,
    blocks: ownWords(metadata, toBlocks(groupParagraphs(withoutPageBreaks(rest), onCut))),
    warnings,
  }
}

/** "tar(1)   User Commands   tar(1)": the first line of a page of a manual. */
const MANUAL_PAGE = /^(?<name>\S{1,60}\(\d\p{L}{0,4}\)) .{1,100} \k<name>$/u
const MAX_OUTDENTED = 60

async function* toBlocks(paragraphs: AsyncIterable<Paragraph>): AsyncGenerator<Block> {
  const make = createBlockMaker()
  const levelOf = createHeadingLevels()
  const underlines: string[] = []
  let held: Paragraph | null = null
  let titlePossible = true

  const formOf = (paragraph: Paragraph, below: Paragraph | null): HeadingForm | null => {
    const { text, alone, item, underline, isOutdented } = paragraph
    const figures = alone || underline !== undefined ? figuresOf(text, below) : null
    if (figures !== null) return { figures }
    if (underline !== undefined) {
      if (!underlines.includes(underline)) underlines.push(underline)
      return { underline: underlines.indexOf(underline) }
    }
    const isOut =
      isOutdented === true ||
      (alone && !item && below !== null && below.indent >= paragraph.indent + 3 && hasHeadingForm(text, true))
    const isHeading =
      (isOut && text.length <= MAX_OUTDENTED) || (alone && !item && isHeadingLike(text, below))
    return isHeading ? (isCapitals(text) ? 'capitals' : 'looks') : null
  }
  /** The blocks of a paragraph; whether the one below it is its title. */
  const place = (paragraph: Paragraph, below: Paragraph | null): { blocks: Block[]; takesNext: boolean } => {
    const { text, alone, item } = paragraph
    const law = lawHeading(text, below?.text ?? '')
    if (law !== null) {
      titlePossible = false
      const heading = make(law.text, levelOf(law.division))
      return { blocks: [...heading, ...make(law.rest, 0)], takesNext: law.takesNext }
    }
    const manual = titlePossible ? MANUAL_PAGE.exec(text)?.groups?.name : undefined
    if (manual !== undefined) {
      titlePossible = false
      return { blocks: make(manual, 1), takesNext: false }
    }
    const isTitle = titlePossible && alone && !item && figuresOf(text, below) === null && isTitleLike(text)
    if (isTitle || isBody(text)) titlePossible = false
    if (isTitle) return { blocks: make(text, 1), takesNext: false }
    const form = formOf(paragraph, below)
    return { blocks: make(text, form === null ? 0 : levelOf(form)), takesNext: false }
  }

  for await (const paragraph of paragraphs) {
    const next = { ...paragraph, text: cleanParagraph(paragraph.text) }
    if (next.text === '') continue
    if (held !== null) {
      const { blocks, takesNext }: { blocks: Block[]; takesNext: boolean } = place(held, next)
      yield* blocks
      if (takesNext) {
        held = null
        continue
      }
    }
    held = next
  }
  if (held !== null) yield* place(held, null).blocks
}

/** Pairs of `**` around words, not the powers in `2**3`. */
const BOLD = /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])([^*]{0,2000}?[^\s*])\*\*(?![\p{L}\p{N}*])/gu

function cleanParagraph(text: string): string {
  const words = stripHtml(text)
  return toSingleLine(words.includes('**') ? words.replace(BOLD, '$1') : words)
}
