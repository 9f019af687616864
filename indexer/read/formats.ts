/**
 * Which formats are read, by the extension of a file's name. Contents are not looked at.
 */
import { extname } from 'node:path'

/** A format that Bifora reads. */
export type Format = 'text' | 'markdown'

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['.txt', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
])

/** The format of a file, by its name in any letter case; null if Bifora does not read it. */
export function formatOf(path: string): Format | null {
  return FORMATS.get(extname(path).toLowerCase()) ?? null
}

/**
 * Why a file of another format is passed over, e.g. `unsupported format .pdf (Bifora reads .txt and .md)`.
 */
export function unsupportedReason(path: string): string {
  const extension = extname(path)
  const what = extension === '' ? 'file without an extension' : `unsupported format ${extension}`
  return `${what} (Bifora reads .txt and .md)`
}
