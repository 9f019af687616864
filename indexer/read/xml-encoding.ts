/** Bytes of an XML → text, in the encoding that it declares. */
import { decodeBytes, type Encoding } from './decode.ts'

/** XML as text: UTF-8 unless its first bytes say otherwise. */
export async function* decodeXml(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done === true) return
  // What one piece stands in may be used again for the next.
  const opening = Buffer.from(first.value)
  async function* all(): AsyncGenerator<Buffer> {
    yield opening
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  yield* decodeBytes(all(), encodingOf(opening))
}

function encodingOf(opening: Buffer): Encoding {
  const start = opening.subarray(0, 4).toString('hex')
  if (start.startsWith('fffe') || start === '3c003f00') return 'utf-16le'
  if (start.startsWith('feff') || start === '003c003f') return 'utf-16be'
  const declared = /^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(
    opening.subarray(0, 200).toString('latin1'),
  )
  return /^(?:iso-?8859-?1|latin-?1|windows-?1252|cp1252)$/i.test(declared?.[1] ?? '')
    ? 'windows-1252'
    : 'utf-8'
}
