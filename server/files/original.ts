/**
 * The original of a document: a regular file inside the folder that its place is kept in step with, by no symbolic link.
 * Whatever else a path may lead to is not opened, or not given.
 */
import { constants } from 'node:fs'
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Place } from '../../engine/places.ts'

/** An open file; whoever takes it closes it. */
export type Original = { handle: FileHandle; size: number }

/** Why there is none: it has gone from the folder, stands inside another file, or is nothing that is given. */
export type Absence = 'gone' | 'inside' | 'none'

/** Opens the file of a document of a place by its path there. */
export async function openOriginal(
  { root, isFile = false }: Pick<Place, 'root' | 'isFile'>,
  path: string,
): Promise<Original | Absence> {
  if (root === undefined || !isPlain(path)) return 'none'
  if (isFile && basename(root) !== path) return 'inside'
  let handle: FileHandle | undefined
  try {
    const folder = await realpath(root)
    const wanted = isFile ? folder : join(folder, path)
    // What is no file, such as a pipe, must not be waited for.
    handle = await open(wanted, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const opened = await handle.stat()
    // What was opened must be what stands at this very path: a folder on the way may be a link, or become one.
    const there = await lstat(wanted)
    const isSame = opened.ino === there.ino && opened.dev === there.dev && (await realpath(wanted)) === wanted
    if (!opened.isFile() || !isSame) {
      await handle.close()
      return 'none'
    }
    return { handle, size: opened.size }
  } catch (error) {
    await handle?.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return 'inside'
    return code === 'ENOENT' ? 'gone' : 'none'
  }
}

/** Whether a path goes down only. */
function isPlain(path: string): boolean {
  return !path.includes('\0') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
