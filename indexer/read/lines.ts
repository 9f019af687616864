/**
 * Clean text → its lines, as a stream. No line is longer than a paragraph may be.
 */
import { cutLongText } from './long-text.ts'

/** A line without its end; `cut` if it goes on in the next one although the file has no line end there. */
export type Line = { text: string; cut: boolean }

/** The lines of a text that comes in pieces, a batch for each piece. Long lines are cut (`cutLongText`). */
export async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let held = ''
  for await (const piece of pieces) {
    const texts = (held + piece).split('\n')
    const open = cutLongText(texts.pop() as string)
    held = open.pop() as string
    yield [...texts.flatMap(toLines), ...open.map((text) => ({ text, cut: true }))]
  }
  if (held !== '') yield [{ text: held, cut: false }]
}

function toLines(text: string): Line[] {
  const pieces = cutLongText(text)
  return pieces.map((piece, index) => ({ text: piece, cut: index < pieces.length - 1 }))
}
