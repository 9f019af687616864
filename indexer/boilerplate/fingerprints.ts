/** What a block is recognized by in other documents: 47 bits of its text, apart from case and white space, and one of where it stands. Pure. */
import { createHash } from 'node:crypto'

const BYTES = 6

/**
 * The fingerprint of a block, a whole number: odd where it stands in the frame of its document, which is another thing than
 * the same text in the middle. Among the four million blocks of a large place one has that of one of fifty that are
 * boilerplate once in half a million places.
 */
export function fingerprintOf(text: string, isFrame: boolean): number {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim()
  const hash = createHash('sha1').update(plain).digest().readUIntBE(0, BYTES)
  return hash - (hash % 2) + (isFrame ? 1 : 0)
}

/** Whether a fingerprint is of a block in the frame of its document. */
export function isFrameFingerprint(fingerprint: number): boolean {
  return fingerprint % 2 === 1
}

/** Fingerprints as they are stored: each once and in order, six bytes each, in base64. */
export function encodeFingerprints(fingerprints: Iterable<number>): string {
  const sorted = [...new Set(fingerprints)].sort((a, b) => a - b)
  const bytes = Buffer.alloc(sorted.length * BYTES)
  for (const [index, fingerprint] of sorted.entries()) bytes.writeUIntBE(fingerprint, index * BYTES, BYTES)
  return bytes.toString('base64')
}

/** What {@link encodeFingerprints} has made. */
export function decodeFingerprints(stored: string): number[] {
  const bytes = Buffer.from(stored, 'base64')
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, index) =>
    bytes.readUIntBE(index * BYTES, BYTES),
  )
}
