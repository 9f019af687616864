/** Files of containers read as the service reads them, for tests. */
import { contentOfBytes } from '../../../indexer/read/content.ts'
import type { ReadOptions } from '../../../indexer/read/formats.ts'
import { openAll } from '../../../indexer/read/read.ts'

/** What stands in a file: a path, and the metadata and texts of its blocks, or why it was not read. */
export type Shown = {
  path: string
  metadata?: Record<string, unknown>
  texts?: string[]
  warnings?: string[]
  failed?: string
}

/** All documents of a file of this name. */
export async function membersOf(
  path: string,
  bytes: Buffer | string,
  options: ReadOptions = {},
): Promise<Shown[]> {
  const shown: Shown[] = []
  for await (const opened of openAll(contentOfBytes(path, Buffer.from(bytes)), undefined, options)) {
    if ('failed' in opened) shown.push({ path: opened.path, failed: opened.failed.message })
    else {
      const texts: string[] = []
      for await (const block of opened.read.blocks) texts.push(block.text)
      const { metadata, warnings } = opened.read
      shown.push({ path: opened.path, metadata, texts, warnings })
    }
  }
  return shown
}

/** The texts of the first document of a file. */
export async function textsOf(path: string, bytes: Buffer | string): Promise<string[]> {
  const [first] = await membersOf(path, bytes)
  return first?.texts ?? []
}
