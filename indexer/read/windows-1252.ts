/**
 * Windows-1252, the encoding of western European texts before UTF-8: its characters, and whether bytes make
 * sense as such a text. Every sequence of bytes can be decoded as Windows-1252, so only sense can tell.
 */

/** What 0x80 to 0x9F stand for, one character each; five of them stand for nothing and come as control characters. */
export const UPPER_CONTROLS = decoded(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index))

/** Bytes as Windows-1252; what stands for nothing there as U+FFFD. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return decoded(bytes).replace(/[\u0080-\u009F]/g, '\uFFFD')
}

function decoded(bytes: Uint8Array): string {
  // Only in a stream does Node.js 20 decode Windows-1252; else it takes it for Latin-1, whose 0x80 to 0x9F are controls.
  return new TextDecoder('windows-1252').decode(bytes, { stream: true })
}

/** Letters that Italian, French, Spanish, Portuguese, German and the Nordic languages write, both cases. */
const LOWER = codes('àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ')
const UPPER = codes('ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒ')
/** Letters that are words: French *à*, Italian *è*, Portuguese *é*, Spanish *ó*. */
const WORDS = codes('àèéóÀÈÉÓ')
const OPENING = codes('“‘«„‚‹¿¡')
const CLOSING = codes('”»›…')
const DASHES = codes('–—')
const SIGNS = codes('\u00A0€£¥¢§©®™°ºª¹²³±×÷·•µ¶†‡‰½¼¾\u00AD')
const APOSTROPHES = codes('’')
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

function codes(characters: string): ReadonlySet<number> {
  const numbers = [...characters].map((character) => {
    const control = UPPER_CONTROLS.indexOf(character)
    return control === -1 ? character.charCodeAt(0) : control + 0x80
  })
  return new Set(numbers)
}

const MIN_PLAUSIBLE_SHARE = 0.9
/** Of the bytes that are no ASCII so many may stand for nothing: damage, but no other encoding. */
const MAX_UNDEFINED_SHARE = 0.02
/**
 * In no western European text every second letter has an accent; in other alphabets nearly all bytes are
 * high.
 */
const MAX_ACCENTED_SHARE = 0.5

/** Takes in bytes one after the other and says in the end whether they are plausible as Windows-1252. */
export type Windows1252Judge = { add: (bytes: Uint8Array) => void; isPlausible: () => boolean }

/** A new judge, for the bytes of one file. */
export function createWindows1252Judge(): Windows1252Judge {
  let [before, current] = [0x20, 0x20]
  let [plain, accented, plausible, high, undefinedBytes] = [0, 0, 0, 0, 0]

  function addByte(next: number): void {
    if (current >= 0x80) {
      high += 1
      if (UNDEFINED.has(current)) undefinedBytes += 1
      if (LOWER.has(current) || UPPER.has(current)) accented += 1
      if (isPlausible(before, current, next)) plausible += 1
    } else if (isAsciiLetter(current)) plain += 1
    before = current
    current = next
  }

  return {
    add(bytes) {
      for (const byte of bytes) addByte(byte)
    },
    isPlausible() {
      addByte(0x20)
      if (undefinedBytes > MAX_UNDEFINED_SHARE * high) return false
      return plausible >= MIN_PLAUSIBLE_SHARE * high && accented <= MAX_ACCENTED_SHARE * (plain + accented)
    },
  }
}

function isPlausible(before: number, current: number, next: number): boolean {
  const touches = isLetter(before) || isLetter(next)
  if (LOWER.has(current)) return touches || WORDS.has(current)
  if (UPPER.has(current)) return isLower(before) ? false : touches || WORDS.has(current)
  if (APOSTROPHES.has(current)) return touches || isDigit(before)
  if (OPENING.has(current)) return !isLetter(before)
  if (CLOSING.has(current)) return !isLetter(next)
  if (DASHES.has(current)) return isLetter(before) === isLetter(next)
  return SIGNS.has(current) && !(isLetter(before) && isLetter(next))
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isLetter(byte: number): boolean {
  return isAsciiLetter(byte) || LOWER.has(byte) || UPPER.has(byte)
}

function isLower(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || LOWER.has(byte)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}
