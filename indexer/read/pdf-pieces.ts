/**
 * What pdf.js calls text items → pieces of text with their places on the upright page. Text that runs in another
 * direction than most of a page (stamps at the margin, watermarks) is left out.
 */

/** A piece of text in one font. Lengths are points, from the top left of the page as it is read. */
export type Piece = {
  text: string
  x: number
  /** Of the baseline, downwards. */
  y: number
  width: number
  /** Of the font. */
  size: number
  isBold: boolean
  /** Whether all letters of its font have the same width. */
  isMono: boolean
  /** Whether white space stood before it, however narrow. */
  isSpaced: boolean
}

/** A page as it is read, without the marks of where it was in the file. */
export type Page = { number: number; width: number; height: number; pieces: Piece[] }

/** A text item as pdf.js gives it: `transform` maps the text to the page. */
export type TextItem = {
  str: string
  width: number
  transform: readonly number[]
  fontName: string
  hasEOL: boolean
}

/** What is known of a font by its name in the text items. */
export type FontLook = { isBold: boolean; isMono: boolean }

/** A page in points, and the matrix that turns it upright with its top at 0. */
export type Viewport = { width: number; height: number; transform: readonly number[] }

type Placed = Piece & { turn: number }

const PLAIN: FontLook = { isBold: false, isMono: false }

/** The pieces of a page, in the order of the file. */
export function piecesOf(
  items: readonly TextItem[],
  viewport: Viewport,
  lookOf: (fontName: string) => FontLook | undefined,
): Omit<Page, 'number'> {
  const placed: Placed[] = []
  let isSpaced = false
  for (const item of items) {
    if (item.str.trim() === '') {
      isSpaced ||= item.str !== '' || item.hasEOL
      continue
    }
    const piece = place(item, viewport.transform, lookOf(item.fontName) ?? PLAIN, isSpaced)
    isSpaced = item.hasEOL || /\s$/.test(item.str)
    if (piece !== null) placed.push(piece)
  }
  const turn = mainTurn(placed)
  const upright = placed.filter((piece) => piece.turn === turn).map((piece) => turned(piece, viewport))
  const isSide = turn === 1 || turn === 3
  const [width, height] = isSide ? [viewport.height, viewport.width] : [viewport.width, viewport.height]
  return { width, height, pieces: withoutShadows(upright) }
}

function place(
  { str, width, transform }: TextItem,
  [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: readonly number[],
  look: FontLook,
  isSpaced: boolean,
): Placed | null {
  const [ta = 0, tb = 0, tc = 0, td = 0, te = 0, tf = 0] = transform
  const along = [a * ta + c * tb, b * ta + d * tb] as const
  const up = [a * tc + c * td, b * tc + d * td] as const
  const size = Math.hypot(...up)
  const turns = Math.atan2(along[1], along[0]) / (Math.PI / 2)
  const isSquare = Math.abs(turns - Math.round(turns)) < 0.03
  if (!(size > 0.5) || size > 2000 || !isSquare) return null
  const [x, y] = [a * te + c * tf + e, b * te + d * tf + f]
  if (!Number.isFinite(x + y + width)) return null
  const turn = (Math.round(turns) + 4) % 4
  return { text: str.trim(), x, y, width, size, turn, isSpaced: isSpaced || /^\s/.test(str), ...look }
}

/** The direction that most letters run in, in quarter turns. */
function mainTurn(pieces: readonly Placed[]): number {
  const letters = [0, 0, 0, 0]
  for (const { turn, text } of pieces) letters[turn] = (letters[turn] as number) + text.length
  return letters.indexOf(Math.max(...letters))
}

function turned({ turn, x, y, ...piece }: Placed, { width, height }: Viewport): Piece {
  if (turn === 1) return { ...piece, x: y, y: width - x }
  if (turn === 2) return { ...piece, x: width - x, y: height - y }
  if (turn === 3) return { ...piece, x: height - y, y: x }
  return { ...piece, x, y }
}

/** Some programs print bold letters, and shadows, as the same text a little beside itself. */
function withoutShadows(pieces: readonly Piece[]): Piece[] {
  const last = new Map<string, Piece>()
  return pieces.filter((piece) => {
    const other = last.get(piece.text)
    last.set(piece.text, piece)
    if (other === undefined) return true
    const near = piece.size * 0.25
    return Math.abs(other.x - piece.x) > near || Math.abs(other.y - piece.y) > near
  })
}
