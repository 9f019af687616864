/** What stands in a folder, with names that can be shown and paths that can be opened, whatever bytes a name is made of. */
import { isUtf8 } from 'node:buffer'
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeWindows1252 } from './windows-1252.ts'

/** One name in a folder. */
export type Entry = {
  /** As it is shown: where its bytes are not UTF-8, as Windows-1252 reads them. No other of the folder is the same. */
  name: string
  kind: 'file' | 'folder' | 'link' | 'other'
  /** Its bytes, where they are not UTF-8. */
  absolutePath: string | Buffer
}

/**
 * The entries of a folder, by name in code-unit order.
 *
 * @throws what `readdir` throws
 */
export async function listFolder(folder: string | Buffer): Promise<Entry[]> {
  const entries = typeof folder === 'string' ? await named(folder) : await namedInBytes(folder)
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function named(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  // Bytes that are not UTF-8 come out as U+FFFD, and such a name opens nothing.
  if (entries.some(({ name }) => name.includes('\uFFFD'))) return namedInBytes(Buffer.from(folder))
  return entries.map((entry) => ({
    name: entry.name,
    kind: kindOf(entry),
    absolutePath: join(folder, entry.name),
  }))
}

async function namedInBytes(folder: Buffer): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  entries.sort((a, b) => Buffer.compare(a.name, b.name))
  const taken = new Set(entries.filter(({ name }) => isUtf8(name)).map(({ name }) => name.toString('utf8')))
  return entries.map((entry) => {
    const bytes = Buffer.concat([folder, Buffer.from('/'), entry.name])
    if (isUtf8(bytes)) {
      return { name: entry.name.toString('utf8'), kind: kindOf(entry), absolutePath: bytes.toString('utf8') }
    }
    const name = isUtf8(entry.name) ? entry.name.toString('utf8') : shownName(entry.name, taken)
    taken.add(name)
    return { name, kind: kindOf(entry), absolutePath: bytes }
  })
}

/** A name that is not UTF-8 as Windows-1252; with its bytes written out where another one would be shown the same. */
function shownName(bytes: Buffer, taken: ReadonlySet<string>): string {
  const name = decodeWindows1252(bytes)
  if (!taken.has(name)) return name
  return bytes
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function kindOf(entry: Dirent | Dirent<Buffer>): Entry['kind'] {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'other'
}
