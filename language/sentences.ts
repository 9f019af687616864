/**
 * Text → sentences with their places. Unicode's sentence boundaries (UAX #29), without those after abbreviations;
 * sentences that are too long for the caller are cut further.
 */

/** A sentence or a part of a long one: offsets into the text, without the white space around it. */
export type Sentence = {
  start: number
  /** Exclusive. */
  end: number
  /** Its length in words; what has no spaces counts as a word each 15 characters. */
  words: number
}

// Italian and English share the boundaries of UAX #29: the locale changes nothing.
const segmenter = new Intl.Segmenter('it', { granularity: 'sentence' })

/** After these a full stop ends no sentence: they go before a name or a number. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [
    'art artt avv arch cap capp cav cfr co comm cons dott dr ecc es fig figg geom gen ing int lett mons nn nr num',
    'op pag pagg par prof proff reg rag sen sez sig sigg spett ss st tab tel vol voll dir dlgs lgs',
    'approx apr aug ch col corp dec dept eds eq est feb fr gov hon inc jan jr jul jun ltd lt mar messrs mr mrs ms',
    'mt nov oct pp rep rev sec sep sept sgt sr vs viz',
  ].flatMap((line) => line.split(' ')),
)

/** "S.p.A.", "U.S.", "e.g.", "J.": single letters with points, or an abbreviation, at the end of a text. */
const LAST_WORD = /(?:^|[\s("'“‘«’/.])((?:\p{L}\.)+|\p{L}{2,6}\.)\s*$/u

/** A word and a half of ordinary text; the bound of a passage where a text has no spaces. */
const MAX_WORD_LENGTH = 15

/** The sentences of a text, in order; one that has more than `maxWords` words comes in parts. Default: no limit. */
export function splitSentences(text: string, maxWords = Number.POSITIVE_INFINITY): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    if (end < text.length && (endsInAbbreviation(text, end) || beginsName(text, end))) continue
    addSentence(sentences, text, start, end, maxWords)
    start = end
  }
  return sentences
}

/** Whether a text ends as a sentence does: a full stop, question or exclamation mark, with or without closing quotes. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’»)\]]{0,2}$/.test(text)
}

/** Whether the point right before a place belongs to the word behind it: "su .NET", "il file .Rprofile". */
function beginsName(text: string, end: number): boolean {
  return (
    /(?:^|\s)\.$/.test(text.slice(Math.max(0, end - 2), end)) &&
    /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  )
}

function endsInAbbreviation(text: string, end: number): boolean {
  const last = LAST_WORD.exec(text.slice(Math.max(0, end - 16), end))
  if (last === null) return false
  const word = (last[1] as string).slice(0, -1)
  return word.length === 1 || word.includes('.') || ABBREVIATIONS.has(word.toLowerCase())
}

/** Adds a sentence, a long one in parts of about equal length. */
function addSentence(sentences: Sentence[], text: string, from: number, to: number, maxWords: number): void {
  let [start, end] = trim(text, from, to)
  const total = countWords(text, start, end)
  const target = Math.ceil(total / Math.ceil(total / maxWords))
  for (let rest = total; rest > maxWords; rest = countWords(text, start, end)) {
    const cut = cutPoint(text, start, end, target, maxWords)
    const [partStart, partEnd] = trim(text, start, cut)
    sentences.push({ start: partStart, end: partEnd, words: countWords(text, partStart, partEnd) })
    ;[start, end] = trim(text, cut, end)
  }
  if (start < end) sentences.push({ start, end, words: countWords(text, start, end) })
}

/**
 * After a comma, semicolon, colon or dash between half of `target` words and `maxWords`, else after `target`
 * words.
 */
function cutPoint(text: string, start: number, to: number, target: number, maxWords: number): number {
  const end = Math.min(to, start + maxWords * MAX_WORD_LENGTH)
  let words = 0
  let atPause = -1
  let atSpace = -1
  for (let index = start + 1; index < end && words < maxWords; index += 1) {
    if (!isWhite(text.charCodeAt(index)) || isWhite(text.charCodeAt(index - 1))) continue
    words += 1
    if (words <= target) atSpace = index
    if (words >= target / 2 && ',;:–—'.includes(text.charAt(index - 1))) atPause = index
  }
  if (atPause !== -1) return atPause
  if (atSpace !== -1) return atSpace
  // Not between the two halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
}

function trim(text: string, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to]
  while (start < end && isWhite(text.charCodeAt(start))) start += 1
  while (end > start && isWhite(text.charCodeAt(end - 1))) end -= 1
  return [start, end]
}

function countWords(text: string, start: number, end: number): number {
  let words = 0
  let inside = false
  for (let index = start; index < end; index += 1) {
    const white = isWhite(text.charCodeAt(index))
    if (!white && !inside) words += 1
    inside = !white
  }
  return Math.max(words, Math.ceil((end - start) / MAX_WORD_LENGTH))
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0
}
