/** Reads a document out of bytes and shows its blocks, one a line: `## ` before headings, `p3 ` where it has pages. */
import type { Metadata } from '../../indexer/document.ts'
import { contentOfBytes } from '../../indexer/read/content.ts'
import { openDocument } from '../../indexer/read/read.ts'

/** A document that has been read. */
export type Shown = { format: string; metadata: Metadata; warnings: string[]; lines: string[] }

/** Reads bytes as the file of this name would be. Throws what reading throws. */
export async function showDocument(path: string, bytes: Buffer): Promise<Shown> {
  const { format, read } = await openDocument(contentOfBytes(path, bytes))
  const lines: string[] = []
  for await (const { level, text, page, isCode } of read.blocks) {
    const mark = level > 0 ? `${'#'.repeat(level)} ` : ''
    lines.push(`${page === undefined ? '' : `p${page} `}${isCode === true ? '` ' : ''}${mark}${text}`)
  }
  return { format, metadata: read.metadata, warnings: read.warnings, lines }
}
