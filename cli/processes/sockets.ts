/** Where the processes of a service meet: a directory for Unix sockets that only this user may enter. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../../engine/embedded/process-identity.ts'

/** The longest path of a socket that every system takes (macOS has 104 bytes with the zero at the end, Linux 108). */
const MAX_PATH_BYTES = 103
/** What comes behind the directory at most. */
const LONGEST_NAME = '/4194304.sock'
const NAME = /^processes-(\d+)-/

/** Folders that this process has made. */
const own = new Set<string>()

/**
 * Makes a directory inside the data directory, or, where its path would be too long for a socket, in the temporary one of
 * the system. What services left behind that were killed is removed.
 */
export async function makeSocketsDir(dataDir: string): Promise<string> {
  for (const name of await readdir(dataDir)) {
    const [, pid] = NAME.exec(name) ?? []
    const path = join(dataDir, name)
    // In a container each service may have the number of the one before it.
    const isStale = pid === `${process.pid}` ? !own.has(path) : pid !== undefined && !(await isAlive(+pid))
    if (isStale) await rm(path, { recursive: true, force: true })
  }
  const begin = join(dataDir, `processes-${process.pid}-`)
  const isShort = Buffer.byteLength(`${begin}123456${LONGEST_NAME}`) <= MAX_PATH_BYTES
  const directory = await mkdtemp(isShort ? begin : join(tmpdir(), 'bifora-'))
  own.add(directory)
  return directory
}
