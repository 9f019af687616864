/** The text of a content as lines in memory, for formats that need to look ahead; with its front matter, if it has any. */

import type { Metadata } from '../document.ts'
import type { Content } from './content.ts'
import { decodeText } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import { splitLines } from './lines.ts'
import { cutLongText } from './long-text.ts'
import { takeFrontMatter } from './take-front-matter.ts'

/**
 * All lines of a text.
 *
 * @throws {IndexingError} `EMPTY_FILE`, `BINARY_FILE` or `UNKNOWN_ENCODING`
 */
export async function allLines(
  content: Content,
): Promise<{ lines: string[]; metadata: Metadata; warnings: string[] }> {
  const warnings: string[] = []
  const pieces = decodeText(content, await detectEncoding(content), warnings)
  const { parsed, rest } = await takeFrontMatter(splitLines(pieces))
  const lines: string[] = []
  for await (const batch of rest) {
    for (const { text } of batch) lines.push(...cutLongText(text))
  }
  return { lines, metadata: parsed.metadata, warnings: [...parsed.warnings, ...warnings] }
}

/** Columns before the first sign of a line; a tab goes to the next column that eight divides. */
export function indentOf(line: string): number {
  let indent = 0
  for (const sign of line) {
    if (sign === ' ') indent += 1
    else if (sign === '\t') indent += 8 - (indent % 8)
    else break
  }
  return indent
}
