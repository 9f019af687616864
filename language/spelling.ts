/**
 * Spelling repair: the word of a vocabulary that was probably meant. Within one edit (a letter too many, missing,
 * wrong, or two exchanged), two for long words: Damerau, "A technique for computer detection and correction of spelling
 * errors", CACM 1964. Edits are counted once for each beginning that words have in common, and a beginning that is too
 * far is passed over with all its words. Takes a millisecond or two for some 100,000 words; a table of deletions would
 * be faster and cost more memory than all else.
 */
import type { Steps } from './slices.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Shorter words have too many neighbors to guess. */
const MIN_LENGTH = 4
/** From this length on, two edits are repaired. */
const LONG_LENGTH = 9
/** Numbers and names with signs, .NET and R&D, are not spelled by rules. */
const NAME_SIGN = /[\d.@#&+]/

/** Words that are looked at between two steps. */
const STRIDE = 4096

/**
 * The likeliest word of the vocabulary for one that it does not have; `undefined` if none is near enough.
 *
 * Fewer edits win, then the more frequent word.
 *
 * @param word case and accents folded
 * @param options `isUnfinished`: whether the word may still be being typed; then it may also be the beginning of one.
 * `isOther`: the word itself, which the vocabulary has, is no answer. `maxEdits`: default by its length.
 */
export function* repair(
  word: string,
  { forms, counts, shared }: Vocabulary,
  {
    isUnfinished = false,
    isOther = false,
    maxEdits = word.length >= LONG_LENGTH ? 2 : 1,
  }: { isUnfinished?: boolean; isOther?: boolean; maxEdits?: number } = {},
): Steps<string | undefined> {
  if (!isRepairable(word)) return undefined
  const table = createTable(word, maxEdits)
  let best: { form: string; rank: number } | undefined
  /** Letters of the current form that are in the table. */
  let depth = 0
  /** Letters of its beginning that is too far from every beginning of the word. */
  let farDepth = Number.POSITIVE_INFINITY
  /** Edits between the word and the beginning of the current form that is nearest. */
  let beginning = Number.POSITIVE_INFINITY
  for (let index = 0; index < forms.length; index += 1) {
    if (index % STRIDE === 0) yield
    const common = shared[index] ?? 0
    const isFar = common >= farDepth
    if (isFar && beginning > maxEdits) continue
    const form = forms[index] ?? ''
    if (!isFar) {
      depth = common
      farDepth = Number.POSITIVE_INFINITY
      while (depth < form.length && farDepth > depth) {
        depth += 1
        if (table.fill(form, depth) > maxEdits) farDepth = depth
      }
      beginning = isUnfinished ? table.beginning(depth) : Number.POSITIVE_INFINITY
    }
    let edits = farDepth > depth ? table.whole(depth) : Number.POSITIVE_INFINITY
    if (edits > maxEdits) {
      if (beginning > maxEdits || form.length <= word.length) continue
      edits = beginning + COMPLETION_EDITS
    }
    if (isOther && edits === 0) continue
    const rank =
      Math.log(1 + (counts[index] ?? 0)) -
      edits * EDIT_PENALTY -
      (form[0] === word[0] ? 0 : FIRST_LETTER_PENALTY)
    if (best === undefined || rank > best.rank || (rank === best.rank && form < best.form))
      best = { form, rank }
  }
  return best?.form
}

/** Whether a word is one that can be misspelt. */
export function isRepairable(word: string): boolean {
  return word.length >= MIN_LENGTH && !NAME_SIGN.test(word)
}

/** More than frequency can make up for: fewer edits always win. */
const EDIT_PENALTY = 100
/** People get the first letter right. */
const FIRST_LETTER_PENALTY = 2
/** A guessed end counts as part of an edit, so that a whole word wins over the beginning of one. */
const COMPLETION_EDITS = 0.5

/** Edits between the beginnings of a word and those of a form, letter by letter of the form. */
type Table = {
  /** Counts on to the first `depth` letters of a form; gives the least edits to any beginning of the word. */
  fill: (form: string, depth: number) => number
  /** Edits between the whole word and the first `depth` letters. */
  whole: (depth: number) => number
  /** The same to the nearest beginning about as long as the word, of at most `depth` letters. */
  beginning: (depth: number) => number
}

/** Only cells near the diagonal are counted: all others are more than `maxEdits` away. */
function createTable(word: string, maxEdits: number): Table {
  const far = maxEdits + 1
  const width = word.length + 1
  const rows = new Uint8Array((word.length + maxEdits + 2) * width).fill(far)
  for (let column = 0; column <= Math.min(maxEdits, word.length); column += 1) rows[column] = column
  const cell = (row: number, column: number): number => rows[row * width + column] ?? far
  return {
    fill: (form, depth) => {
      const first = Math.max(1, depth - maxEdits)
      const last = Math.min(word.length, depth + maxEdits)
      const letter = form.charCodeAt(depth - 1)
      const letterBefore = depth > 1 ? form.charCodeAt(depth - 2) : -1
      let left = first === 1 ? Math.min(depth, far) : far
      rows[depth * width + first - 1] = left
      let least = left
      for (let column = first; column <= last; column += 1) {
        const isSame = word.charCodeAt(column - 1) === letter
        let edits = Math.min(cell(depth - 1, column), left) + 1
        edits = Math.min(edits, cell(depth - 1, column - 1) + (isSame ? 0 : 1), far)
        if (
          column > 1 &&
          word.charCodeAt(column - 2) === letter &&
          word.charCodeAt(column - 1) === letterBefore
        )
          edits = Math.min(edits, cell(depth - 2, column - 2) + 1)
        rows[depth * width + column] = edits
        least = Math.min(least, edits)
        left = edits
      }
      if (last < word.length) rows[depth * width + last + 1] = far
      return least
    },
    whole: (depth) => cell(depth, word.length),
    beginning: (depth) => {
      const last = Math.min(depth, word.length + 1)
      let least = far
      for (let row = word.length - 1; row <= last; row += 1) least = Math.min(least, cell(row, word.length))
      return least
    },
  }
}
