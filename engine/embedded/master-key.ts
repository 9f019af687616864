/**
 * The master key of the embedded engine: made on the first start, kept in the data directory, the same ever
 * after. Keys of a Meilisearch of one's own (MEILI_KEY) do not come by here.
 */
import { randomBytes } from 'node:crypto'
import { chmod, link, open, readFile, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { EngineError } from '../errors.ts'
import { dataDirError, dataPaths, errorCode } from './data-dir.ts'

// Meilisearch asks for 16 bytes or more; no spaces, because the key travels in a header.
const usableKey = /^[\x21-\x7e]{16,}$/

/**
 * Reads the engine's master key from `master.key`, or makes one on the first start: 32 random bytes in
 * base64url, readable by the owner only (mode 0600). Of several processes that make one at once, all get the
 * same.
 * @throws EngineError DATA_DIR_UNUSABLE where the file cannot be read or written, or holds no key.
 */
export async function readMasterKey(dataDir: string): Promise<string> {
  const file = dataPaths(dataDir).masterKey
  try {
    const key = (await readKeyFile(file)) ?? (await makeKeyFile(file))
    if (usableKey.test(key)) return key
  } catch (error) {
    throw dataDirError(resolve(dataDir), error)
  }
  throw new EngineError(
    'DATA_DIR_UNUSABLE',
    `The file ${file} holds no usable master key: 16 characters or more are needed, without spaces. ` +
      'Put the key back, or remove the file and a new key is made at the next start.',
  )
}

async function readKeyFile(file: string): Promise<string | undefined> {
  try {
    const text = await readFile(file, 'utf8')
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
    return text.trim()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function makeKeyFile(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Unlike a rename, a link never replaces the key that another process has just made.
    await link(draft, file).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  return (await readFile(file, 'utf8')).trim()
}
