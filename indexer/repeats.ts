/**
 * Remembers which texts of a document have been seen, in little memory.
 */
import { createHash } from 'node:crypto'

/** Some 60 MB; a document with more different paragraphs keeps what it has and learns no more. */
const MAX_REMEMBERED = 1_000_000

/** Whether a text, apart from case and white space, has been given before; remembers it. */
export type RepeatFilter = (text: string) => boolean

/** A filter for the paragraphs of one document. */
export function createRepeatFilter(): RepeatFilter {
  const seen = new Set<number>()
  return (text) => {
    const hash = hashOf(text)
    if (seen.has(hash)) return true
    if (seen.size < MAX_REMEMBERED) seen.add(hash)
    return false
  }
}

/**
 * 53 bits, as many as a number holds exactly: among a million texts two meet by chance once in 18,000
 * documents.
 */
function hashOf(text: string): number {
  const digest = createHash('sha1').update(text.toLowerCase().replace(/\s+/g, ' ').trim()).digest()
  return digest.readUIntBE(0, 6) * 32 + ((digest[6] as number) >> 3)
}
