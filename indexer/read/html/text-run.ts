/** A text that comes in pieces, down to single letters: joined in two steps, so that no piece takes memory of its own. */

/** Collects a text. */
export type TextRun = { add: (piece: string) => void; take: () => string }

/** Pieces that are held before they are joined. */
const MAX_PIECES = 10_000

/** A text that is still empty. `take` gives it and empties it. */
export function createTextRun(): TextRun {
  let joined: string[] = []
  let pieces: string[] = []
  return {
    add(piece) {
      pieces.push(piece)
      if (pieces.length < MAX_PIECES) return
      joined.push(pieces.join(''))
      pieces = []
    },
    take() {
      if (joined.length === 0 && pieces.length === 0) return ''
      const text = joined.join('') + pieces.join('')
      joined = []
      pieces = []
      return text
    },
  }
}
