/** A text that stands inside something else (a mail, a cell, a value) → blocks. */
import type { Block } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { splitLines } from './lines.ts'
import { groupParagraphs } from './paragraphs.ts'

/**
 * The paragraphs of a text, then lines that are paragraphs each. There are no headings: what such a text is about stands
 * beside it.
 *
 * @param lines texts on one line
 */
export async function* blocksOfText(text: string, lines: readonly string[] = []): AsyncGenerator<Block> {
  const make = createBlockMaker()
  const whole = (async function* () {
    yield cleanCharacters(text)
  })()
  for await (const paragraph of groupParagraphs(splitLines(whole), () => {})) {
    yield* make(toSingleLine(paragraph.text), 0)
  }
  for (const line of lines) yield* make(toSingleLine(cleanCharacters(line)), 0)
}
