/**
 * Cuts long Markdown where it can be cut, because parsing takes memory out of proportion to the length of a text, and in
 * some texts time as well.
 */
import { cutLongText } from './long-text.ts'
import type { References } from './markdown-text.ts'

/** Longer Markdown is cut, into pieces of about this length in UTF-16 code units. */
const MAX_PIECE_LENGTH = 32 * 1024

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^#{1,6}\s/

/**
 * Cuts Markdown into pieces of at most some 32 KB: before a heading where possible, else after a blank line,
 * else after any line. Fenced code is reopened in the next piece. Short Markdown comes back as it is.
 */
export function* cutMarkdown(markdown: string): Generator<string> {
  if (markdown.length <= MAX_PIECE_LENGTH) {
    yield markdown
    return
  }
  let piece: string[] = []
  let length = 0
  let fence = ''
  let best = { index: 0, rank: 0 }
  const lines = markdown.split('\n').flatMap(cutLongText)
  for (const line of lines) {
    const rank = fence !== '' ? 0 : HEADING.test(line) ? 2 : piece.at(-1)?.trim() === '' ? 1 : 0
    if (piece.length > 0 && length > MAX_PIECE_LENGTH / 4 && rank >= best.rank)
      best = { index: piece.length, rank }
    if (piece.length > 0 && length + line.length > MAX_PIECE_LENGTH) {
      // With fenced code all over, the piece ends here and the code goes on in the next one.
      const end = best.rank > 0 ? best.index : piece.length
      const open = best.rank > 0 ? '' : fence
      yield `${piece.slice(0, end).join('\n')}${open === '' ? '' : `\n${open}`}`
      piece = [...(open === '' ? [] : [open]), ...piece.slice(end)]
      length = piece.reduce((sum, kept) => sum + kept.length + 1, 0)
      best = { index: 0, rank: 0 }
    }
    piece.push(line)
    length += line.length + 1
    const mark = FENCE.exec(line)?.[1] ?? ''
    if (fence === '') fence = mark
    else if (mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = ''
  }
  yield `${piece.join('\n')}${fence === '' ? '' : `\n${fence}`}`
}

const DEFINITION = /^ {0,3}\[([^\]\n^][^\]\n]{0,199})\]:[ \t]*\S.*$/gm

/** What long Markdown defines for its links, wherever it stands. Where they lead is not told: nothing needs it. */
export function definitionsOf(markdown: string, normalize: (label: string) => string): References {
  const references: References = Object.create(null)
  for (const [, label = ''] of markdown.matchAll(DEFINITION)) {
    references[normalize(label)] = { title: '', href: '#' }
  }
  return references
}
