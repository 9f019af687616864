/** Who listens on a loopback port, so that a key is told to nobody else. */
import { readdir, readFile, readlink } from 'node:fs/promises'
import { errorCode } from './data-dir.ts'

/** State of a socket that listens, in /proc/net/tcp. */
const LISTEN = '0A'

/**
 * Whether the process with this pid is the one that listens on `127.0.0.1:port`, by proc(5). True where the system does
 * not tell.
 */
export async function listensOn(pid: number, port: number): Promise<boolean> {
  const table = await readFile('/proc/net/tcp', 'utf8').catch(() => undefined)
  if (table === undefined) return true
  const address = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const inode = table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, , state]) => local === address && state === LISTEN)?.[9]
  if (inode === undefined) return false
  try {
    const folder = `/proc/${pid}/fd`
    const links = await Promise.all(
      (await readdir(folder)).map((name) => readlink(`${folder}/${name}`).catch(() => '')),
    )
    return links.includes(`socket:[${inode}]`)
  } catch (error) {
    // A program that may not be read is not shown either.
    return errorCode(error) === 'EACCES'
  }
}
