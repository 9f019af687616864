/**
 * Cuts long Markdown where it can be cut, because parsing takes memory and time out of proportion to the
 * length of a text: measured, 2 MB of lists and tables took 31 s and 1.4 GB in one piece, 11 s and 230 MB in
 * pieces.
 */
import { cutLongText } from './long-text.ts'

/** Longer Markdown is cut, into pieces of about this length in UTF-16 code units. */
const MAX_PIECE_LENGTH = 32 * 1024

/**
 * A piece of Markdown, and after `length` the definitions from elsewhere that its links and notes refer to.
 */
export type MarkdownPiece = { markdown: string; length: number }

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^#{1,6}\s/

/**
 * Cuts Markdown into pieces of at most some 32 KB: before a heading where possible, else after a blank line,
 * else after any line. Fenced code is reopened in the next piece. Short Markdown comes back as it is.
 */
export function* cutMarkdown(markdown: string): Generator<MarkdownPiece> {
  if (markdown.length <= MAX_PIECE_LENGTH) {
    yield { markdown, length: markdown.length }
    return
  }
  const definitions = collectDefinitions(markdown)
  for (const piece of cutAtLines(markdown)) {
    yield { markdown: `${piece}\n\n${definitionsFor(piece, definitions)}`, length: piece.length }
  }
}

function* cutAtLines(markdown: string): Generator<string> {
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

const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*\S.*$/gm
const REFERENCE = /\[([^\]\n]{1,200})\]/g

/** Definitions of links as they stand; of notes only that they exist: their text is read where it stands. */
function collectDefinitions(markdown: string): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>()
  for (const [line, label = ''] of markdown.matchAll(DEFINITION)) {
    definitions.set(label.toLowerCase(), label.startsWith('^') ? `[${label}]: ${label.slice(1)}` : line)
  }
  return definitions
}

function definitionsFor(piece: string, definitions: ReadonlyMap<string, string>): string {
  const needed = new Set<string>()
  for (const [, label = ''] of piece.matchAll(REFERENCE)) {
    const definition = definitions.get(label.toLowerCase())
    if (definition !== undefined) needed.add(definition)
  }
  return [...needed].join('\n\n')
}
