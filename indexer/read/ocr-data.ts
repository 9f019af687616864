/** Where the data are that Tesseract reads a language with: those of Debian, or of npm. Nothing is fetched. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IndexingError } from '../errors.ts'

/** A language as Tesseract takes it; `data` may be gzipped. */
export type OcrLanguage = { code: string; data: Uint8Array }

const DEBIAN = '/usr/share/tesseract-ocr'

/** Which of the data that npm has are taken: the best ones, as whole numbers. */
const NPM_VARIANT = '4.0.0_best_int'

/**
 * The data of a language.
 *
 * @param code as Tesseract calls it: `ita`
 * @throws {IndexingError} `UNREADABLE` if there are none, with what to install
 */
export async function ocrLanguage(code: string): Promise<OcrLanguage> {
  if (!/^[a-z]{3}(?:_[a-z]{2,10})?$/i.test(code)) {
    throw new IndexingError(
      'UNREADABLE',
      `no OCR: "${code.slice(0, 20)}" is no language of Tesseract, such as ita`,
    )
  }
  for (const path of await candidates(code)) {
    // One that is not there is looked for at the next place.
    const data = await readFile(path).catch(() => null)
    if (data !== null) return { code, data }
  }
  const packages = `tesseract-ocr-${code.replace('_', '-')} (Debian) or @tesseract.js-data/${code} (npm)`
  throw new IndexingError('UNREADABLE', `no OCR: the data for "${code}" are missing; install ${packages}`)
}

async function candidates(code: string): Promise<string[]> {
  const file = `${code}.traineddata`
  // Without Debian's packages there is no such folder.
  const versions = await readdir(DEBIAN).catch(() => [] as string[])
  const ofDebian = versions
    .sort()
    .reverse()
    .map((version) => join(DEBIAN, version, 'tessdata', file))
  try {
    const main = fileURLToPath(import.meta.resolve(`@tesseract.js-data/${code}/package.json`))
    return [...ofDebian, join(main, '..', NPM_VARIANT, `${file}.gz`)]
  } catch {
    // The package is not installed.
    return ofDebian
  }
}
