/** Pictures of text → segments of text, by Tesseract; and pictures alone as documents. */
import type { ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import type { ReadOptions } from './formats.ts'
import { withOcrData } from './ocr-data.ts'
import { documentOf } from './pdf-blocks.ts'
import { median } from './pdf-columns.ts'
import type { Segment } from './pdf-lines.ts'

/** Reads pictures, one after the other. Close it. */
export type PictureReader = {
  /**
   * The lines of a picture (PNG, JPEG, TIFF, WebP, BMP), their places in pixels.
   *
   * @throws {IndexingError} `UNREADABLE`
   */
  read: (picture: Buffer) => Promise<Segment[]>
  close: () => Promise<void>
}

/** Lines that Tesseract is less sure of, in percent, are dirt. */
const MIN_CONFIDENCE = 40

/** A picture that takes longer is given up. */
const MAX_PICTURE_MS = 120_000

/** What of an answer of Tesseract is looked at. */
type Found = { blocks: { paragraphs: { lines: FoundLine[] }[] }[] | null }
type FoundLine = {
  text: string
  confidence: number
  bbox: { x0: number; y0: number; x1: number; y1: number }
  baseline: { y0: number; y1: number }
  rowAttributes?: { rowHeight?: number }
}

/**
 * A reader of pictures.
 *
 * @param languages as Tesseract calls them: `ita`, `eng`
 * @throws {IndexingError} `UNREADABLE` with what to install, if Tesseract or its data are missing
 */
export async function openPictureReader(languages: readonly string[]): Promise<PictureReader> {
  const { createWorker, OEM } = await loadTesseract()
  const worker = await withOcrData(languages, (langPath) =>
    createWorker([...languages], OEM.LSTM_ONLY, {
      langPath,
      gzip: false,
      cacheMethod: 'none',
      // A failure comes back with the call that it belongs to; without this it would be thrown a second time.
      errorHandler: () => {},
    }),
  ).catch((cause: unknown) => {
    if (cause instanceof IndexingError) throw cause
    throw new IndexingError('UNREADABLE', 'no OCR: Tesseract cannot be started with these data', { cause })
  })
  return {
    read: async (picture) => {
      const reading = worker.recognize(picture, {}, { blocks: true, text: false })
      const found = await within(reading, MAX_PICTURE_MS).catch((cause: unknown) => {
        if (cause instanceof IndexingError) throw cause
        throw new IndexingError('UNREADABLE', 'not a readable picture', { cause })
      })
      return segmentsOf(found.data as Found)
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

async function loadTesseract(): Promise<typeof import('tesseract.js')> {
  try {
    const loaded = await import('tesseract.js')
    // It is CommonJS, and not all of its names are seen as exports.
    return loaded.default ?? loaded
  } catch (cause) {
    throw new IndexingError('UNREADABLE', 'no OCR: the npm package tesseract.js is not installed', { cause })
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new IndexingError('UNREADABLE', `OCR took over ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function segmentsOf({ blocks }: Found): Segment[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
  const good = lines.filter(
    ({ text, confidence }) => confidence >= MIN_CONFIDENCE && /[\p{L}\p{N}]/u.test(text),
  )
  const height = ({ bbox, rowAttributes }: FoundLine): number => rowAttributes?.rowHeight || bbox.y1 - bbox.y0
  const usual = median(good.map(height))
  return good.map((line, order) => {
    const { bbox, baseline, text } = line
    // Heights depend on whether letters reach up and down: those that differ little are the same.
    const size = Math.abs(height(line) - usual) < 0.35 * usual ? usual : height(line)
    const y = baseline.y0 > 0 ? (baseline.y0 + baseline.y1) / 2 : bbox.y1
    return { text: text.trim(), x0: bbox.x0, x1: bbox.x1, y, size: size * 0.75, bold: 0, mono: 0, order }
  })
}

/**
 * Reads a picture of text.
 *
 * @throws {IndexingError} `NEEDS_OCR` without the option, `EMPTY_FILE` if no text is on it, `UNREADABLE`
 */
export async function readPicture(content: Content, { ocr }: ReadOptions): Promise<ReadDocument> {
  if (ocr === undefined) throw new IndexingError('NEEDS_OCR', 'image; set OCR=on to read it')
  const reader = await openPictureReader(ocr.languages)
  try {
    const segments = await reader.read(await content.whole())
    if (segments.length === 0) throw new IndexingError('EMPTY_FILE', 'no text in the image')
    return documentOf(segments)
  } finally {
    await reader.close()
  }
}
