/** Where the data are that Tesseract reads a language with: those of Debian, or of npm. Nothing is fetched. */
import { access, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IndexingError } from '../errors.ts'

const DEBIAN = '/usr/share/tesseract-ocr'

/** Which of the data that npm has are taken: the best ones, as whole numbers. */
const NPM_VARIANT = '4.0.0_best_int'

/**
 * Calls with a folder that has the data of all languages, as `ita.traineddata`, gzipped or not; it is gone afterwards.
 * Tesseract takes them from one folder, and they may be in several.
 *
 * @param codes as Tesseract calls them: `ita`
 * @throws {IndexingError} `UNREADABLE` if there are none of a language, with what to install
 */
export async function withOcrData<T>(
  codes: readonly string[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const paths = await Promise.all(codes.map(pathOf))
  const folder = await mkdtemp(join(tmpdir(), 'bifora-ocr-'))
  try {
    for (const [index, path] of paths.entries()) {
      await symlink(path, join(folder, `${codes[index]}.traineddata`))
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function pathOf(code: string): Promise<string> {
  if (!/^[a-z]{3}(?:_[a-z]{2,10})?$/i.test(code)) {
    throw new IndexingError(
      'UNREADABLE',
      `no OCR: "${code.slice(0, 20)}" is no language of Tesseract, such as ita`,
    )
  }
  for (const path of await candidates(code)) {
    // What is not there is looked for at the next place.
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path
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
