/** A text that stands inside something else (a mail, a cell, a value) → blocks. */
import type { Block } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { splitLines } from './lines.ts'
import { groupParagraphs } from './paragraphs.ts'

/** What stands below a text: lines that are a paragraph each, pieces of code. */
export type Below = { lines?: readonly string[]; code?: readonly string[] }

/**
 * The paragraphs of a text, then what stands below it. There are no headings: what such a text is about stands beside it.
 */
export async function* blocksOfText(
  text: string,
  { lines = [], code = [] }: Below = {},
): AsyncGenerator<Block> {
  const make = createBlockMaker()
  const whole = (async function* () {
    yield cleanCharacters(text)
  })()
  for await (const paragraph of groupParagraphs(splitLines(whole), () => {})) {
    yield* make(toSingleLine(paragraph.text), 0)
  }
  for (const line of lines) yield* make(toSingleLine(cleanCharacters(line)), 0)
  for (const piece of code) yield* make(toSingleLine(cleanCharacters(piece)), 0, { isCode: true })
}
