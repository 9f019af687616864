/**
 * PDF → a document: text in reading order as headings and paragraphs, each with the page it begins on.
 *
 *   pieces → segments → lines (columns, tables) → paragraphs → blocks
 *
 * Some pages are looked at first, to know the size of the text and what all pages have at their edges; then pages are
 * read one after the other, and never more than those few are in memory.
 */
import type { Block, ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import { type BlockMaker, createBlockMaker } from './block-maker.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import type { Content } from './content.ts'
import type { ReadOptions } from './formats.ts'
import { withAccents } from './pdf-accents.ts'
import { createEdgeFilter, type EdgePage } from './pdf-edges.ts'
import { createLineJoiner } from './pdf-hyphens.ts'
import { linesOf } from './pdf-layout.ts'
import { segmentsOf } from './pdf-lines.ts'
import { metadataOf } from './pdf-metadata.ts'
import { openPdf, type Pdf } from './pdf-open.ts'
import { outlineLevels } from './pdf-outline.ts'
import { partsOf } from './pdf-page.ts'
import { createParagraphMaker } from './pdf-paragraphs.ts'
import { createSectionMaker, type Section } from './pdf-sections.ts'
import { styleOf } from './pdf-style.ts'

/** Pages that are looked at before the first is read. */
const SAMPLED_PAGES = 24

/** Fewer letters on a page are no text: a stamp, a number. */
const MIN_LETTERS = 12

/** A page as its segments, or the reason why there are none. */
type ReadPage = EdgePage & { letters: number; state: 'text' | 'blank' | 'picture' | 'broken' }

/**
 * Reads a PDF.
 *
 * @throws {IndexingError} `UNREADABLE` if it is broken or protected by a password, `TOO_LARGE`, `EMPTY_FILE` if it has
 *   no text
 */
export async function readPdf(content: Content, options: ReadOptions): Promise<ReadDocument> {
  const pdf = await openPdf(await content.whole())
  try {
    const pages = createPages(pdf)
    const sample = await sampled(pdf, pages)
    const warnings: string[] = []
    return {
      metadata: metadataOf(await pdf.properties()),
      blocks: blocksOf(pdf, pages, sample, warnings),
      warnings,
    }
  } catch (error) {
    await pdf.close()
    throw error
  }
}

type Pages = (number: number) => Promise<ReadPage>

function createPages(pdf: Pdf): Pages {
  return async (number) => {
    const empty = { number, height: 0, segments: [], letters: 0 }
    try {
      const { height, pieces, hasPictures } = await pdf.page(number)
      const segments = segmentsOf(pieces)
      const letters = segments.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
      if (letters >= MIN_LETTERS) return { number, height, segments, letters, state: 'text' }
      return { ...empty, state: hasPictures || letters > 0 ? 'picture' : 'blank' }
    } catch {
      // One page that is broken costs the document this page; the warning names it.
      return { ...empty, state: 'broken' }
    }
  }
}

/** Pages at even distances, each with the one after it: odd and even pages have other edges. */
async function sampled(pdf: Pdf, read: Pages): Promise<Map<number, ReadPage>> {
  const numbers = new Set<number>()
  const steps = Math.min(pdf.pages, SAMPLED_PAGES / 2)
  for (let step = 0; step < steps; step++) {
    const at = 1 + Math.floor((step * pdf.pages) / steps)
    numbers.add(at).add(Math.min(pdf.pages, at + 1))
  }
  const sample = new Map<number, ReadPage>()
  for (const number of [...numbers].sort((a, b) => a - b)) sample.set(number, await read(number))
  const hasText = (): boolean => [...sample.values()].some(({ state }) => state === 'text')
  for (let number = 1; number <= pdf.pages && !hasText(); number++) {
    if (!sample.has(number)) sample.set(number, await read(number))
  }
  if (hasText()) return sample
  const states = new Set([...sample.values()].map(({ state }) => state))
  if (states.has('picture')) {
    throw new IndexingError('EMPTY_FILE', 'scanned pages without text; set OCR=on to read them')
  }
  if (states.has('broken'))
    throw new IndexingError('UNREADABLE', 'not a readable PDF: none of its pages can be read')
  throw new IndexingError('EMPTY_FILE', 'no text')
}

async function* blocksOf(
  pdf: Pdf,
  read: Pages,
  sample: Map<number, ReadPage>,
  warnings: string[],
): AsyncGenerator<Block> {
  try {
    const texts = [...sample.values()].filter(({ state }) => state === 'text')
    const withoutEdges = createEdgeFilter(texts)
    const style = styleOf(texts.map((page) => linesOf(withoutEdges(page))))
    const paragraphs = createParagraphMaker(style, createLineJoiner())
    const sections = createSectionMaker(style, outlineLevels(await pdf.outline()))
    const make = createBlockMaker()
    const states: Record<ReadPage['state'], number[]> = { text: [], blank: [], picture: [], broken: [] }
    const toBlocks = (found: readonly Section[]): Block[] => found.flatMap((one) => blockOf(one, make))
    for (let number = 1; number <= pdf.pages; number++) {
      const page = sample.get(number) ?? (await read(number))
      sample.delete(number)
      states[page.state].push(number)
      const { lines, notes } = partsOf(linesOf(withoutEdges(page)), style)
      yield* toBlocks(sections.add(paragraphs.add(number, lines, notes)))
    }
    yield* toBlocks([...sections.add(paragraphs.finish()), ...sections.finish()])
    warnings.push(...warningsOf(states))
  } finally {
    await pdf.close()
  }
}

function blockOf({ text, page, level, isCode }: Section, make: BlockMaker): Block[] {
  const line = toSingleLine(withAccents(cleanCharacters(text)))
  return make(line, level, isCode ? { page, isCode } : { page })
}

function warningsOf({ picture, broken }: Record<ReadPage['state'], number[]>): string[] {
  return [
    ...(picture.length === 0
      ? []
      : [`no text on ${pagesOf(picture)}, which may be scanned; set OCR=on to read it`]),
    ...(broken.length === 0 ? [] : [`${pagesOf(broken)} cannot be read`]),
  ]
}

/** `page 3`, `pages 3, 5, 6`, `17 pages (3, 5, 6, …)`. */
function pagesOf(numbers: readonly number[]): string {
  if (numbers.length === 1) return `page ${numbers[0]}`
  if (numbers.length <= 6) return `pages ${numbers.join(', ')}`
  return `${numbers.length} pages (${numbers.slice(0, 5).join(', ')}, …)`
}
