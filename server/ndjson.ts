/** A stream of bytes → its lines, with flat memory. */

/** A line, with its number from 1; without text if it is too long to be held, or no UTF-8. */
export type NumberedLine = { line: number; text: string } | { line: number; fault: 'too-long' | 'no-utf8' }

/** The lines of a stream that are not empty. */
export async function* linesOf(
  pieces: AsyncIterable<Buffer>,
  maxLineBytes: number,
): AsyncGenerator<NumberedLine> {
  let held: Buffer[] = []
  let length = 0
  let line = 1
  const take = (): NumberedLine | undefined => {
    const bytes = Buffer.concat(held)
    const isTooLong = length > maxLineBytes
    held = []
    length = 0
    if (isTooLong) return { line, fault: 'too-long' }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
      return text === '' ? undefined : { line, text }
    } catch {
      return { line, fault: 'no-utf8' }
    }
  }
  const hold = (bytes: Buffer): void => {
    length += bytes.length
    if (length > maxLineBytes) held = []
    else if (bytes.length > 0) held.push(bytes)
  }
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf(LINE_END); end !== -1; end = piece.indexOf(LINE_END, start)) {
      hold(piece.subarray(start, end))
      const found = take()
      if (found !== undefined) yield found
      line += 1
      start = end + 1
    }
    hold(piece.subarray(start))
  }
  const last = take()
  if (last !== undefined) yield last
}

const LINE_END = 0x0a
