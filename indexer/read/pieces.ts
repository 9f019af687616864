/**
 * What office formats have in common: texts with what their layout says about them → blocks. Where the author has
 * marked no headings, they are told by the words of law texts and by bold type.
 */
import type { Block } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { lawHeading } from './law-headings.ts'
import { isHeadingLike, isTitleLike } from './plain-headings.ts'

/** A paragraph as it stands in a document. */
export type Piece = {
  /** May have line breaks and white space as they stood there. */
  text: string
  /** 1 to 6 for headings, 0 for paragraphs, 'title' for the title of the document. */
  level: number | 'title'
  page?: number
  isCode?: true
  /** Whether all of it is in bold type. */
  isBold?: boolean
  isCentered?: boolean
  /** Of a list, a table or a note: never a heading. */
  isPart?: boolean
  /** Height of its type, in points. */
  size?: number
}

/** So many pieces are looked at before it is decided whether headings are marked. */
const WINDOW = 2000
/** A single one that is marked is that of a template. */
const MIN_MARKED = 2
/** A title stands among the first pieces. */
const TITLE_WITHIN = 10

/** The beginning of a document, read before its metadata are decided, and all of its pieces. */
export type OpenedPieces = { first: readonly Piece[]; all: AsyncIterable<Piece> }

/** Reads the first pieces ahead. Throws what reading them throws. */
export async function openPieces(pieces: AsyncIterable<Piece>): Promise<OpenedPieces> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first: Piece[] = []
  while (first.length < WINDOW) {
    const next = await iterator.next()
    if (next.done === true) break
    const piece = cleaned(next.value)
    if (piece.text !== '') first.push(piece)
  }
  async function* all(): AsyncGenerator<Piece> {
    yield* first
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { first, all: all() }
}

/** On one line, without a bullet that was typed. */
function cleaned(piece: Piece): Piece {
  const text = toSingleLine(cleanCharacters(piece.text))
  const item = text.replace(/^[•▪◦‣●○■□❑➢✓]\s?/u, '')
  return item === text ? { ...piece, text } : { ...piece, text: item, isPart: true }
}

/** Makes blocks of pieces. */
export async function* toBlocks({ first, all }: OpenedPieces): AsyncGenerator<Block> {
  const make = createBlockMaker()
  const understand = createJudge(first)
  let held: Piece | undefined
  async function* ahead(): AsyncGenerator<[piece: Piece, next: Piece | undefined]> {
    for await (const next of all) {
      const piece = cleaned(next)
      if (piece.text === '') continue
      if (held !== undefined) yield [held, piece]
      // What was a title on the line below its heading has been taken along.
      held = taken ? undefined : piece
      taken = false
    }
    if (held !== undefined) yield [held, undefined]
  }
  let taken = false
  for await (const [piece, next] of ahead()) {
    const { page, isCode } = piece
    const about = { ...(page === undefined ? {} : { page }), ...(isCode === true ? { isCode } : {}) }
    const { parts, takesNext } = understand(piece, next)
    taken = takesNext
    for (const [text, level] of parts) yield* make(text, level, about)
  }
}

/** What a piece is: a heading with its text, a paragraph, a heading with text behind it. */
type Judgment = { parts: [text: string, level: number][]; takesNext: boolean }

function createJudge(first: readonly Piece[]): (piece: Piece, next: Piece | undefined) => Judgment {
  const marked = first.filter(({ level }) => typeof level === 'number' && level > 0)
  const bold = first.filter((piece, index) => piece.level === 0 && isHeadingByLooks(piece, first[index + 1]))
  // Of a document whose author marks headings, those in bold are emphasis; where few are marked, the others are headings.
  const isMarked = marked.length >= MIN_MARKED && marked.length >= bold.length
  const levelOfBold = Math.min(2, ...marked.map(({ level }) => Number(level)))
  const areLawsMarked = marked.some(({ text }) => lawHeading(text)?.division === 'article')
  const title = isMarked ? undefined : titleAmong(first)
  const whole = (text: string, level: number): Judgment => ({ parts: [[text, level]], takesNext: false })
  return (piece, next) => {
    const { text } = piece
    const level = piece.level === 'title' ? 1 : piece.level
    // It heads a list, never the document.
    if (level === 1 && CONTENTS.test(text)) return whole(text, 2)
    if (level > 0 || piece.isPart === true || piece.isCode === true) return whole(text, level)
    if (text === title) return whole(text, 1)
    const below = next === undefined || next.isPart === true || next.level !== 0 ? '' : next.text
    const law = areLawsMarked ? null : lawHeading(text, below)
    if (law !== null) {
      const parts: Judgment['parts'] = [[law.text, law.level]]
      if (law.rest !== '') parts.push([law.rest, 0])
      return { parts, takesNext: law.takesNext }
    }
    return whole(text, !isMarked && isHeadingByLooks(piece, next) ? levelOfBold : 0)
  }
}

const CONTENTS = /^(?:table of contents|contents|indice|sommario|indice generale)\.?$/i

function isHeadingByLooks(piece: Piece, next: Piece | undefined): boolean {
  if (piece.isPart === true || piece.isCode === true) return false
  if (piece.isBold !== true && !isInCapitals(piece.text)) return false
  return isHeadingLike(
    piece.text,
    next === undefined ? null : { text: next.text, item: next.isPart === true },
  )
}

/** The text of the piece that looks like the title: the largest of the first ones, or the first bold or centered one. */
function titleAmong(first: readonly Piece[]): string | undefined {
  if (first.some(({ level }) => level === 'title' || level === 1)) return undefined
  const lines = first
    .slice(0, TITLE_WITHIN)
    .filter((piece) => piece.isPart !== true && isTitleLike(piece.text))
  // Who writes stands above what it is about, and often in the largest type.
  const own = lines.filter(({ text, isBold, isCentered }) => !SENDER.test(text) && (isBold || isCentered))
  const opening = own.length > 0 ? own : lines
  const sizes = first.map(({ size = 0 }) => size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const largest = Math.max(...opening.map(({ size = 0 }) => size))
  const title =
    largest > usual
      ? opening.find(({ size }) => size === largest)
      : opening.find(({ isBold, isCentered }) => isBold === true || isCentered === true)
  return title?.text
}

/** "COMUNE DI LODI", "Ministry of Health": at the head of a letter or an act, alone on its line. */
const SENDER = new RegExp(
  `^(?:${[
    'comune|citt[aà]|provincia|regione|unione (?:dei )?comuni|ministero|universit[aà]|repubblica|prefettura|tribunale',
    'azienda|asl|agenzia|camera di commercio|istituto comprensivo|consiglio|presidenza',
    'european (?:commission|parliament)|council|ministry|department|university|city of|county|government',
  ].join('|')})(?!\\p{L})[^:;.\\d]{0,50}$`,
  'iu',
)

/** Two words at the least: a single one is an abbreviation. */
function isInCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{2,}\P{L}+\p{Lu}{2,}/u.test(text)
}
