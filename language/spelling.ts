/**
 * Spelling repair: the word of a vocabulary that was probably meant. Within one edit (a letter too many, missing,
 * wrong, or two exchanged), two for long words: Damerau, "A technique for computer detection and correction of spelling
 * errors", CACM 1964. The vocabulary is scanned, which takes milliseconds, and only for words that nobody knows;
 * a table of deletions would be faster and cost more memory than all else.
 */

/** A word of a vocabulary. `count` is how many passages have it. */
export type VocabularyWord = { form: string; count: number }

/** Words that can be meant. */
export type Vocabulary = {
  words: readonly VocabularyWord[]
  /** For each word, which letters it has, as bits: most of the vocabulary is ruled out by these. */
  letters: Uint32Array
}

/** Prepares words, case and accents folded, for lookups. */
export function createVocabulary(words: readonly VocabularyWord[]): Vocabulary {
  return { words, letters: Uint32Array.from(words, ({ form }) => lettersOf(form)) }
}

/** Shorter words have too many neighbors to guess. */
const MIN_LENGTH = 4
/** From this length on, two edits are repaired. */
const LONG_LENGTH = 9
/** Numbers and names with signs, .NET and R&D, are not spelled by rules. */
const NAME_SIGN = /[\d.@#&+]/
/** How much of a word must be typed before its end is guessed. */
const MIN_PREFIX_LENGTH = 4

/**
 * The likeliest word of the vocabulary for one that it does not have; `undefined` if none is near enough.
 *
 * Fewer edits win, then the more frequent word.
 *
 * @param word case and accents folded
 * @param isUnfinished whether the word may still be being typed: then it may also be the beginning of one
 */
export function repair(word: string, vocabulary: Vocabulary, isUnfinished = false): string | undefined {
  if (word.length < MIN_LENGTH || NAME_SIGN.test(word)) return undefined
  const maxEdits = word.length >= LONG_LENGTH ? 2 : 1
  const letters = lettersOf(word)
  let best: { form: string; rank: number } | undefined
  for (const [index, { form, count }] of vocabulary.words.entries()) {
    const missing = bitCount(letters & ~(vocabulary.letters[index] ?? 0))
    if (missing > maxEdits) continue
    const edits = editsTo(word, form, maxEdits, isUnfinished)
    if (edits === undefined) continue
    const rank = Math.log(1 + count) - edits * EDIT_PENALTY - (form[0] === word[0] ? 0 : FIRST_LETTER_PENALTY)
    if (best === undefined || rank > best.rank || (rank === best.rank && form < best.form))
      best = { form, rank }
  }
  return best?.form
}

/** More than frequency can make up for: fewer edits always win. */
const EDIT_PENALTY = 100
/** People get the first letter right. */
const FIRST_LETTER_PENALTY = 2
/** A guessed end counts as part of an edit, so that a whole word wins over the beginning of one. */
const COMPLETION_EDITS = 0.5

function editsTo(word: string, form: string, maxEdits: number, isUnfinished: boolean): number | undefined {
  if (Math.abs(form.length - word.length) <= maxEdits) {
    const edits = editDistance(word, form, maxEdits)
    if (edits <= maxEdits) return edits
  }
  if (!isUnfinished || word.length < MIN_PREFIX_LENGTH || form.length <= word.length) return undefined
  const edits = Math.min(
    ...[-1, 0, 1].map((more) => editDistance(word, form.slice(0, word.length + more), maxEdits)),
  )
  return edits <= maxEdits ? edits + COMPLETION_EDITS : undefined
}

/** Edits between two words, exchanging neighbors counted as one; anything above `max` is `max + 1`. */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      }
      next.push(edits)
      least = Math.min(least, edits)
    }
    if (least > max) return max + 1
    before = row
    row = next
  }
  return Math.min(row[b.length] ?? 0, max + 1)
}

function lettersOf(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charCodeAt(index) - 97
    if (letter >= 0 && letter < 26) bits |= 1 << letter
  }
  return bits >>> 0
}

function bitCount(bits: number): number {
  let rest = bits
  let count = 0
  while (rest !== 0) {
    rest &= rest - 1
    count += 1
  }
  return count
}
