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
import type { Content } from './content.ts'
import type { ReadOptions } from './formats.ts'
import { openPictureReader } from './ocr.ts'
import { createPageReader } from './pdf-blocks.ts'
import { requireNoBombs } from './pdf-bombs.ts'
import type { EdgePage } from './pdf-edges.ts'
import { type Segment, segmentsOf } from './pdf-lines.ts'
import { metadataOf } from './pdf-metadata.ts'
import { openPdf, type Pdf } from './pdf-open.ts'
import { openRenderer } from './pdf-render.ts'

/** Pages that are looked at before the first is read. */
const SAMPLED_PAGES = 24

/** Fewer letters on a page are no text: a stamp, a number. */
const MIN_LETTERS = 12

/** A page as its segments, and what it is. */
type ReadPage = EdgePage & { state: 'text' | 'blank' | 'picture' | 'broken' }

/**
 * Reads a PDF.
 *
 * @throws {IndexingError} `UNREADABLE` if it is broken or protected by a password, `TOO_LARGE`, `EMPTY_FILE` if it has
 *   no text
 */
export async function readPdf(content: Content, options: ReadOptions): Promise<ReadDocument> {
  const bytes = await content.whole()
  await requireNoBombs(bytes)
  const pdf = await openPdf(bytes)
  const scans = createScanReader(content, options)
  const close = async (): Promise<void> => {
    await Promise.all([pdf.close(), scans.close()])
  }
  try {
    const pages = createPages(pdf, scans.read)
    const sample = await sampled(pdf, pages)
    const warnings: string[] = []
    return {
      metadata: metadataOf(await pdf.properties()),
      blocks: blocksOf(pdf, pages, sample, warnings, close),
      warnings,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Pages = (number: number) => Promise<ReadPage>

/** The text on pages that are pictures; of none where it is not to be read. */
type ScanReader = { read: (page: number) => Promise<Segment[]>; close: () => Promise<void> }

function createScanReader(content: Content, { ocr }: ReadOptions): ScanReader {
  if (ocr === undefined) return { read: async () => [], close: async () => {} }
  const open = async () => {
    const pictures = await openPictureReader(ocr.languages)
    const renderer = await openRenderer(await content.whole())
    return { pictures, renderer }
  }
  let opened: ReturnType<typeof open> | undefined
  return {
    read: async (page) => {
      opened ??= open()
      const { pictures, renderer } = await opened
      const { picture, scale } = await renderer.render(page)
      const segments = await pictures.read(picture)
      return segments.map(({ x0, x1, y, size, ...segment }) => {
        return { ...segment, x0: x0 / scale, x1: x1 / scale, y: y / scale, size: size / scale }
      })
    },
    close: async () => {
      // What could not be opened has been reported by the page that needed it.
      const { pictures, renderer } = (await opened?.catch(() => undefined)) ?? {}
      await Promise.all([pictures?.close(), renderer?.close()])
    },
  }
}

function createPages(pdf: Pdf, readScan: ScanReader['read']): Pages {
  return async (number) => {
    const empty = { number, height: 0, segments: [] }
    try {
      const { height, pieces, hasPictures } = await pdf.page(number)
      const segments = segmentsOf(pieces)
      if (lettersOf(segments) >= MIN_LETTERS) return { number, height, segments, state: 'text' }
      if (!hasPictures) return { number, height, segments, state: 'blank' }
      const scanned = await readScan(number)
      if (lettersOf(scanned) > 0) return { number, height, segments: scanned, state: 'text' }
      return { number, height, segments, state: 'picture' }
    } catch (error) {
      if (error instanceof IndexingError && error.message.startsWith('no OCR')) throw error
      // One page that is broken costs the document this page; the warning names it.
      return { ...empty, state: 'broken' }
    }
  }
}

function lettersOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
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
    throw new IndexingError('NEEDS_OCR', 'scanned pages without text; set OCR=on to read them')
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
  close: () => Promise<void>,
): AsyncGenerator<Block> {
  try {
    const texts = [...sample.values()].filter(({ state }) => state === 'text')
    const reader = createPageReader(texts, await pdf.outline())
    const states: Record<ReadPage['state'], number[]> = { text: [], blank: [], picture: [], broken: [] }
    for (let number = 1; number <= pdf.pages; number++) {
      const page = sample.get(number) ?? (await read(number))
      sample.delete(number)
      states[page.state].push(number)
      yield* reader.add(page)
    }
    yield* reader.finish()
    warnings.push(...warningsOf(states))
  } finally {
    await close()
  }
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
