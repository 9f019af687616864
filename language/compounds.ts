/**
 * Words that signs join (*Wi-Fi*, *Node.js*, *231/2001*, *S.p.A.*, *2.4.1*): where they come apart, which parts they
 * have, and how they are spelled without the signs. Knows no language.
 */

/** A word as it stands in a text. Offsets are UTF-16 code units, `end` exclusive. */
export type Word = { text: string; start: number; end: number }

/** What a joined word consists of. */
export type Parts = {
  /** With their places, in the order of the text. */
  words: Word[]
  /** Whether the parts one after another say the same as the whole, as *wi fi* does, and *2.4* of *2.4.1* does not. */
  isSame: boolean
}

/** A number with its points, commas, spaces, letters and paragraphs: *v2.4.1*, *3,5*, *1.21.0rc1*, *6(1)(f)*. */
const NUMBER = /^v?\d+(?:[., \u00A0\u2009\u202F]\d+)*(?:\.x|\p{L}{1,4}\d*)?$|^\d[^()]*\(.*\)$/u
/** *1,2,3*: more commas than a number can have, unless they stand between thousands. */
const LIST = /^(?!\d{1,3}(?:,\d{3})+$)\d+(?:,\d+){2,}$/
/** What joins, beginning with what joins the least. */
const JOINS = [/\//, /[-‐‑]/, /_/, / ?& ?/, /[.,]/]
/** Of more parts than this only the parts are words: addresses, names of files, a sentence with hyphens. */
const MAX_PARTS = 5
const MAX_SLASHED_PARTS = 3
/** A slash joins short words, capitals and figures (*and/or*, *TCP/IP*, *24/7*); between others it means both. */
const SLASHED = /^(?:\p{L}{1,3}|[\p{Lu}\p{N}]+)$/u

/** A chain of letters, figures and signs as words: the chain itself if one kind of sign joins a few parts. */
export function apart(chain: string, start: number): Word[] {
  const whole = [{ text: chain, start, end: start + chain.length }]
  const weakest = JOINS.find((join) => join.test(chain.slice(1)))
  if (weakest === undefined || isNumber(chain) || isAbbreviation(chain)) return whole
  const parts = split(chain, start, weakest)
  const isPlain = parts.every(({ text }) => JOINS.every((join) => !join.test(text.slice(1))))
  const isWhole =
    weakest === JOINS[0]
      ? parts.length <= MAX_SLASHED_PARTS && parts.every(({ text }) => SLASHED.test(text))
      : parts.length <= MAX_PARTS && !LIST.test(chain)
  if (isPlain && isWhole) return whole
  return parts.flatMap((part) => apart(part.text, part.start))
}

function isNumber(chain: string): boolean {
  return NUMBER.test(chain) && !LIST.test(chain)
}

const ABBREVIATION = /^(?=.*(?<!\p{L})\p{L}(?!\p{L}))\p{L}{1,3}(?:\.\p{L}{1,3})+\.?$/u

/** Whether a word is written as abbreviations with points are: *S.p.A.*, *D.Lgs.*, *e.g.*, *U.E.* */
export function isAbbreviation(word: string): boolean {
  return ABBREVIATION.test(word)
}

/** Whether any sign stands in a word, at its beginning or its end. */
export function isJoined(word: string): boolean {
  return SIGN.test(word)
}

/** ʼ is an apostrophe, and a letter to Unicode. */
const SIGN = /[^\p{L}\p{M}\p{N}]|ʼ/u
const DAY = /^\d{1,2}\.\d{1,2}\.\d{4}$/
/** Shorter parts of names and abbreviations say nothing: *AT&T*, *D.Lgs.*, *.NET*. */
const MIN_TELLING_LENGTH = 4
const MIN_SHORT_LENGTH = 3

/** The parts of a joined word. */
export function partsOf({ text, start }: Word): Parts {
  if (isNumber(text) && !DAY.test(text)) return { words: beginningsOf(text, start), isSame: false }
  if (/^[.@#]/.test(text)) {
    const name = { text: text.slice(1), start: start + 1, end: start + text.length }
    const inside = partsOf(name)
    if (inside.words.length > 0) return inside
    const isTelling = text[0] !== '.' || name.text.length >= MIN_TELLING_LENGTH
    return { words: isTelling ? [name] : [], isSame: isTelling }
  }
  const join = JOINS.find((one) => one.test(text))
  if (join === undefined) return { words: [], isSame: false }
  const words = split(text, start, join)
  if (!text.includes('&') && !isAbbreviation(text)) return { words, isSame: true }
  return { words: words.filter(({ text }) => text.length >= MIN_SHORT_LENGTH), isSame: false }
}

/** *2.4.1* → *2.4*, *2*; *6(1)(f)* → *6(1)*, *6*. Nothing of thousands and of decimals. */
function beginningsOf(number: string, start: number): Word[] {
  if (isQuantity(number)) return []
  const ends = [...number.matchAll(/(?<=.)[.(]/g)].map(({ index }) => index)
  return ends.map((end) => ({ text: number.slice(0, end), start, end: start + end }))
}

/** The first figures, the others with their separators, and decimals behind another separator, if they say anything. */
const THOUSANDS = /^([1-9]\d{0,2})((?:([.,\s])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,](?:0+|(\d+)))?$/
const DECIMAL = /^(\d+),(?:00|(\d+\p{L}*))$/u

function isQuantity(number: string): boolean {
  return THOUSANDS.test(number) || number.includes(',')
}

/** A sign between figures is a part of the number: *24/7*, *2014-2020*. */
const BETWEEN = /(?<!\d)[-‐‑_./]|[-‐‑_./](?!\d)/g
const ORDINAL = /^(\d+)(?:[°º]|st|nd|rd|th|mo)$/
const HYPHEN = /[‐‑]/g

/**
 * A lower-cased word without what its spellings differ in: *wi-fi* and *wifi*, *s.p.a.* and *spa*, *2.500* and *2500*,
 * *3,5* and *3.5*, *v2.1* and *2.1*, *7°*, *7º* and *7th*. Letters stay as they are, but for compatibility forms.
 */
export function joined(word: string): string {
  if (!HAS_SPELLINGS.test(word)) return word
  const plain = word.replace(ORDINAL, '$1').normalize('NFKC')
  if (!isNumber(plain)) {
    const first = plain.startsWith('.') ? '.' : ''
    return first + plain.slice(first.length).replace(BETWEEN, '').replace(HYPHEN, '-').replace(/ ?& ?/, '&')
  }
  const number = plain.replace(/^v/, '').replace(THOUSANDS, (_, first, others, _separator, decimals) => {
    return first + others.replace(/\D/g, '') + (decimals === undefined ? '' : `.${decimals}`)
  })
  return number.replace(DECIMAL, (_, whole, decimals) =>
    decimals === undefined ? whole : `${whole}.${decimals}`,
  )
}

/** Anything but small letters that are written in one way. */
const HAS_SPELLINGS = /[^\p{Ll}]|[\uFB00-\uFB06\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]/u

function split(text: string, start: number, at: RegExp): Word[] {
  const parts: Word[] = []
  let from = 0
  for (const { index, 0: join } of text.matchAll(new RegExp(at, 'g'))) {
    if (index > from) parts.push({ text: text.slice(from, index), start: start + from, end: start + index })
    from = index + join.length
  }
  if (from < text.length)
    parts.push({ text: text.slice(from), start: start + from, end: start + text.length })
  return parts
}
