/**
 * Texts → blocks that know their place in the document text.
 */
import type { Block } from '../document.ts'
import { cutLongText } from './long-text.ts'

/** What stands between two blocks in the document text. */
const SEPARATOR_LENGTH = 2

/**
 * Longer headings are paragraphs: nobody wrote them as headings, and every passage below would carry them.
 */
const MAX_HEADING_LENGTH = 300

/**
 * Makes the next blocks of a document out of a text on one line; none out of a text without letters and
 * digits.
 */
export type BlockMaker = (text: string, level: number, about?: About) => Block[]

/** What else is known of a block. */
type About = Pick<Block, 'isCode' | 'isNumbered' | 'page'>

/** A maker of the blocks of one document. `level` is 1 to 6 for headings, 0 for paragraphs. */
export function createBlockMaker(): BlockMaker {
  let start = 0
  const make = (text: string, level: number, about: About): Block => {
    const kind = level === 0 ? 'paragraph' : 'heading'
    const block: Block = { kind, level, text, start, ...about }
    start += text.length + SEPARATOR_LENGTH
    return block
  }
  return (text, level, about = {}) => {
    const pieces = cutLongText(text).map((piece) => piece.trim())
    const visible = pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    return visible.map((piece) => make(piece, text.length > MAX_HEADING_LENGTH ? 0 : level, about))
  }
}
