/** Pages of a PDF → pictures of them, for pages that have no text. */
import { IndexingError } from '../errors.ts'
import { openWithPdfJs, pathInPdfJs } from './pdf-open.ts'

/** Draws pages of an open PDF. Close it. */
export type PageRenderer = {
  /** A page as PNG, with the factor from points to its pixels. */
  render: (page: number) => Promise<{ picture: Buffer; scale: number }>
  close: () => Promise<void>
}

/** 250 dots an inch: Tesseract wants letters of some 20 to 30 pixels. */
const SCALE = 250 / 72

/** Larger pages are drawn smaller. */
const MAX_PIXELS = 12_000_000

/** Larger pictures on a page are left out. */
const MAX_IMAGE_PIXELS = 80_000_000

/** What of `@napi-rs/canvas` is used. */
type Canvas = { width: number; height: number; toBuffer: (type: 'image/png') => Buffer }

/**
 * A renderer for a PDF. The bytes are copied.
 *
 * @throws {IndexingError} `UNREADABLE` if it is broken, or if there is nothing to draw with
 */
export async function openRenderer(bytes: Uint8Array): Promise<PageRenderer> {
  const createCanvas = await loadCanvas()
  const { document, destroy } = await openWithPdfJs(bytes, {
    maxImageSize: MAX_IMAGE_PIXELS,
    standardFontDataUrl: pathInPdfJs('standard_fonts/'),
    wasmUrl: pathInPdfJs('wasm/'),
  })
  return {
    render: async (number) => {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / Math.max(1, width * height)))
      const viewport = page.getViewport({ scale })
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      try {
        await page.render({
          canvas: canvas as unknown as Parameters<typeof page.render>[0]['canvas'],
          viewport,
        }).promise
        return { picture: canvas.toBuffer('image/png'), scale }
      } finally {
        page.cleanup()
        // Its memory is not that of JavaScript, and would stay for long.
        canvas.width = 0
        canvas.height = 0
      }
    },
    close: destroy,
  }
}

async function loadCanvas(): Promise<(width: number, height: number) => Canvas> {
  try {
    const { createCanvas } = await import('@napi-rs/canvas')
    return createCanvas
  } catch (cause) {
    throw new IndexingError('UNREADABLE', 'no OCR: the npm package @napi-rs/canvas is not installed', {
      cause,
    })
  }
}
