/**
 * Documents that were signed as they are (`.p7m`, CAdES and S/MIME: a SignedData of CMS, RFC 5652) → the documents. What
 * is signed is read; whether the signature is good is not looked at.
 */
import { basename } from 'node:path/posix'
import { IndexingError } from '../errors.ts'
import { type Content, contentOfBytes } from './content.ts'
import type { Member } from './formats.ts'
import { createNames } from './member-names.ts'

/** Object identifier 1.2.840.113549.1.7.2, with its tag and length. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')
const [INTEGER, OCTETS, OBJECT, SEQUENCE, SET] = [0x02, 0x04, 0x06, 0x30, 0x31]
/** Made of others. */
const [OCTETS_IN_PARTS, EXPLICIT] = [0x24, 0xa0]
const MAX_DEPTH = 20

/** Larger files are not unpacked. */
export const MAX_SIGNED_BYTES = 256 * 1024 ** 2

/** Whether a file that begins so is a signed document; a signature or certificates alone are none. */
export function recognizesSigned(opening: Buffer): boolean {
  return (
    opening[0] === SEQUENCE && opening.subarray(0, 32).includes(SIGNED_DATA) && contentAt(opening) !== null
  )
}

/**
 * The document that was signed, under the name without `.p7m`.
 *
 * @throws {IndexingError} `UNREADABLE` if there is none in it
 */
export async function* readSigned(content: Content): AsyncGenerator<Member> {
  const inner = signedContent(await content.whole())
  if (inner === null)
    throw new IndexingError('UNREADABLE', 'a signature without the document that it signs, or damaged')
  const path = createNames().of(basename(content.path).replace(/\.p7m$/i, ''), 'document')
  yield { path, content: contentOfBytes(path, inner) }
}

/** What stands in a SignedData, also one in base64; null if it is none, or has no content. */
export function signedContent(given: Buffer): Buffer | null {
  const bytes = given[0] === SEQUENCE ? given : ofBase64(given)
  const at = bytes[0] === SEQUENCE && bytes.subarray(0, 32).includes(SIGNED_DATA) ? contentAt(bytes) : null
  const node = at === null ? null : nodeAt(bytes, at)
  if (node === null) return null
  const parts = partsOf(bytes, node, 0)
  const inner = parts === null ? null : Buffer.concat(parts)
  return inner === null || inner.length === 0 ? null : inner
}

/** `-----BEGIN PKCS7-----`, or base64 without such lines. */
function ofBase64(bytes: Buffer): Buffer {
  const start = bytes.toString('latin1', 0, 100).trimStart()
  if (!/^(?:-----BEGIN |M[\w+/]{20})/.test(start)) return Buffer.alloc(0)
  return Buffer.from(bytes.toString('latin1').replace(/-----[A-Z0-9 ]+-----/g, ''), 'base64')
}

/** Where what is signed begins. Only headers are looked at, so that the beginning of a file is enough. */
function contentAt(bytes: Buffer): number | null {
  let at: number | null = 0
  // ContentInfo, its type, the SignedData, its version and digests, what is signed and of which type that is.
  for (const [tag, goes] of [
    [SEQUENCE, 'in'],
    [OBJECT, 'over'],
    [EXPLICIT, 'in'],
    [SEQUENCE, 'in'],
    [INTEGER, 'over'],
    [SET, 'over'],
    [SEQUENCE, 'in'],
    [OBJECT, 'over'],
    [EXPLICIT, 'in'],
  ] as const) {
    const header: Header | null = at === null ? null : headerAt(bytes, at)
    if (header === null || header.tag !== tag) return null
    at = goes === 'in' ? header.start : (nodeAt(bytes, at as number)?.next ?? null)
  }
  return at
}

/** `length` is undefined where the end is marked and not counted. */
type Header = { tag: number; start: number; length: number | undefined }
type Node = { tag: number; start: number; end: number; next: number }

function headerAt(bytes: Buffer, at: number): Header | null {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined) return null
  if (first < 0x80) return { tag, start: at + 2, length: first }
  if (first === 0x80) return { tag, start: at + 2, length: undefined }
  const count = first - 0x80
  if (count > 4 || at + 2 + count > bytes.length) return null
  return { tag, start: at + 2 + count, length: bytes.readUIntBE(at + 2, count) }
}

function nodeAt(bytes: Buffer, at: number, depth = 0): Node | null {
  const header = headerAt(bytes, at)
  if (header === null || depth > MAX_DEPTH) return null
  const { tag, start, length } = header
  if (length !== undefined) {
    const end = start + length
    return end > bytes.length ? null : { tag, start, end, next: end }
  }
  let child = start
  while (child + 1 < bytes.length) {
    if (bytes[child] === 0 && bytes[child + 1] === 0) return { tag, start, end: child, next: child + 2 }
    const node = nodeAt(bytes, child, depth + 1)
    if (node === null) return null
    child = node.next
  }
  return null
}

/** The bytes of a string that may be made of strings. */
function partsOf(bytes: Buffer, { tag, start, end }: Node, depth: number): Buffer[] | null {
  if (tag === OCTETS) return [bytes.subarray(start, end)]
  if (tag !== OCTETS_IN_PARTS || depth > MAX_DEPTH) return null
  const parts: Buffer[] = []
  for (let at = start; at < end; ) {
    const node = nodeAt(bytes, at)
    const inner = node === null ? null : partsOf(bytes, node, depth + 1)
    if (node === null || inner === null) return null
    for (const part of inner) parts.push(part)
    at = node.next
  }
  return parts
}
