/**
 * A PDF as pdf.js opens it: pages as pieces of text, outline, properties. Nothing is fetched, run, or drawn, no font is
 * loaded, and no picture decoded. What is broken ends as an IndexingError or as a warning.
 */

import { fileURLToPath } from 'node:url'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { IndexingError } from '../errors.ts'
import { lookOfFont } from './pdf-fonts.ts'
import type { OutlineEntry } from './pdf-outline.ts'
import { type FontLook, type Page, piecesOf, type TextItem } from './pdf-pieces.ts'

/** An open PDF. Close it. */
export type Pdf = {
  pages: number
  /** Values of the information dictionary and of XMP, by their names (`Title`, `dc:date`), unchecked. */
  properties: () => Promise<Map<string, string>>
  outline: () => Promise<readonly OutlineEntry[]>
  /** A page with its text; `hasPictures`, where it has none, tells whether something is drawn on it. */
  page: (number: number) => Promise<Page & { hasPictures: boolean }>
  close: () => Promise<void>
}

/** More pages are a library rather than a document. */
const MAX_PAGES = 5000

/** Items of text on a page; there is no page with more that anybody reads. */
const MAX_ITEMS = 60_000

/** Pages that are looked through for the names of their fonts; those of most documents are on the first few. */
const MAX_FONT_LOOKUPS = 60

/** Longer work on a page is given up. */
const MAX_PAGE_MS = 15_000

/**
 * Opens a PDF. The bytes are copied.
 *
 * @throws {IndexingError} `UNREADABLE` if it is broken or protected, `TOO_LARGE` if it has too many pages
 */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const { document, destroy, ops } = await openWithPdfJs(bytes, { maxImageSize: 1 })
  if (document.numPages > MAX_PAGES) {
    await destroy()
    throw new IndexingError(
      'TOO_LARGE',
      `PDF of ${document.numPages} pages: the limit is ${MAX_PAGES}; split it`,
    )
  }
  const looks = new Map<string, FontLook>()
  let lookups = 0
  const page = async (number: number): Promise<Page & { hasPictures: boolean }> => {
    const proxy = await document.getPage(number)
    try {
      const items = await itemsOf(proxy)
      const unknown = [...new Set(items.map(({ fontName }) => fontName))].filter((name) => !looks.has(name))
      if (unknown.length > 0 && lookups < MAX_FONT_LOOKUPS) {
        lookups += 1
        await proxy.getOperatorList()
        for (const name of unknown)
          if (proxy.commonObjs.has(name)) looks.set(name, lookOfFont(proxy.commonObjs.get(name)))
      }
      const read = piecesOf(items, proxy.getViewport({ scale: 1 }), (name) => looks.get(name))
      const isBlank = read.pieces.reduce((sum, { text }) => sum + text.length, 0) < 100
      const drawn = isBlank ? (await proxy.getOperatorList()).fnArray : []
      const hasPictures = drawn.some((op) => op === ops.transform || op === ops.paintFormXObjectBegin)
      return { ...read, number, hasPictures }
    } finally {
      proxy.cleanup()
    }
  }
  return {
    pages: document.numPages,
    properties: () => propertiesOf(document),
    // An outline that cannot be read is none.
    outline: async () => (await document.getOutline().catch(() => null)) ?? [],
    page,
    close: destroy,
  }
}

/** What pdf.js is told besides what holds for every PDF. */
type Settings = { maxImageSize: number; standardFontDataUrl?: string; wasmUrl?: string }

/**
 * A PDF in the hands of pdf.js.
 *
 * @throws {IndexingError} `UNREADABLE`
 */
export async function openWithPdfJs(
  bytes: Uint8Array,
  settings: Settings,
): Promise<{ document: PDFDocumentProxy; destroy: () => Promise<void>; ops: Record<string, number> }> {
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // It takes what it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    cMapUrl: pathInPdfJs('cmaps/'),
    ...settings,
  })
  const destroy = (): Promise<void> => task.destroy()
  try {
    return { document: await task.promise, destroy, ops: OPS }
  } catch (cause) {
    await destroy()
    throw unreadable(cause)
  }
}

/** The path of a folder that comes with pdf.js; `folder` ends in a slash. */
export function pathInPdfJs(folder: string): string {
  return fileURLToPath(new URL(`../../${folder}`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))
}

function unreadable(cause: unknown): IndexingError {
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException')
    return new IndexingError('UNREADABLE', 'protected by a password', { cause })
  return new IndexingError('UNREADABLE', 'not a readable PDF: it is damaged or cut off', { cause })
}

async function itemsOf(page: PDFPageProxy): Promise<TextItem[]> {
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
  const startedMs = performance.now()
  const items: TextItem[] = []
  for (;;) {
    const { value, done } = (await reader.read()) as { value?: { items: TextItem[] }; done: boolean }
    if (done) return items
    for (const item of value?.items ?? []) items.push(item)
    if (items.length > MAX_ITEMS || performance.now() - startedMs > MAX_PAGE_MS) {
      await reader.cancel(new Error('more than a page holds'))
      throw new IndexingError('TOO_LARGE', 'more than a page holds')
    }
  }
}

async function propertiesOf(document: PDFDocumentProxy): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  // Properties that cannot be read are none.
  const read = await document.getMetadata().catch(() => null)
  const add = (name: string, value: unknown): void => {
    const text = Array.isArray(value) ? value.join(', ') : value
    if (typeof text === 'string' && text.trim() !== '') found.set(name, text.slice(0, 5000))
  }
  for (const [name, value] of Object.entries(read?.info ?? {})) add(name, value)
  for (const [name, value] of read?.metadata ?? []) add(name, value)
  return found
}
