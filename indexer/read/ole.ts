/** Files in the container of old Office programs, none of which is read: what each is, and what to do about it. */
import type { ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'

const SIGNATURE = 'd0cf11e0a1b11ae1'

/** Names that stand in the directory of such a file, and what it is then. */
const KINDS: readonly (readonly [name: string, reason: string])[] = [
  ['EncryptedPackage', 'protected with a password: save it without one'],
  ['__properties_version1.0', 'Outlook message (.msg): save it as .eml'],
  ['WordDocument', 'old Word format (.doc): save it as .docx'],
  ['PowerPoint Document', 'old PowerPoint format (.ppt): save it as .pptx'],
  ['Workbook', 'old Excel format (.xls): save it as .xlsx'],
  ['Book', 'old Excel format (.xls): save it as .xlsx'],
  ['VisioDocument', 'Visio drawing: save it as PDF'],
]

/** Whether a file begins as old Office files do. */
export function isOle(opening: Buffer): boolean {
  return opening.subarray(0, 8).toString('hex') === SIGNATURE
}

/**
 * Always fails, with what is to be done.
 *
 * @throws {IndexingError} `UNSUPPORTED_FORMAT`
 */
export async function refuseOle(content: Content): Promise<ReadDocument> {
  const bytes = await content.whole()
  if (!isOle(bytes)) {
    const is = /^\{\\rtf/.test(bytes.subarray(0, 8).toString('latin1'))
      ? 'RTF: name it .rtf'
      : 'save it as .docx'
    throw new IndexingError('UNSUPPORTED_FORMAT', `old Office format, or no document at all: ${is}`)
  }
  const reason = KINDS.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))?.[1]
  throw new IndexingError(
    'UNSUPPORTED_FORMAT',
    reason ?? 'a file of an old Office program, of a kind that is not read',
  )
}
