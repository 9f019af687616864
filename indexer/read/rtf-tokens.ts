/** RTF → its tokens. What they mean is not decided here. */

/** A group begins or ends, a control word or sign with its number, bytes of text, bytes in hexadecimal. */
export type RtfToken =
  | { is: 'open' | 'close' }
  | { is: 'word'; word: string; value: number | undefined }
  /** Bytes as characters of Latin-1. */
  | { is: 'text'; text: string }

const TEXT = /[^\\{}\r\n]+/y
const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
/** A line end with a backslash before it ends a paragraph, as `\par` does: TextEdit writes nothing else. */
const ESCAPED_LINE_END = /\r\n?|\n/y
const HEX = /'([0-9a-fA-F]{2})/y

/**
 * The tokens of an RTF, line ends left out, and data of `\bin` too.
 *
 * @param rtf its bytes as characters of Latin-1
 */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(rtf)
    if (found !== null) at = pattern.lastIndex
    return found
  }
  while (at < rtf.length) {
    const character = rtf[at]
    if (character === '{' || character === '}') {
      at += 1
      yield { is: character === '{' ? 'open' : 'close' }
    } else if (character !== '\\') {
      const text = match(TEXT)
      if (text !== null) yield { is: 'text', text: text[0] }
      else at += 1
    } else {
      at += 1
      const word = match(WORD)
      if (word !== null) {
        const value = word[2] === undefined ? undefined : Number(word[2])
        if (word[1] === 'bin') at += Math.max(0, value ?? 0)
        else yield { is: 'word', word: word[1] as string, value }
        continue
      }
      if (match(ESCAPED_LINE_END) !== null) {
        yield { is: 'word', word: 'par', value: undefined }
        continue
      }
      const hex = match(HEX)
      if (hex !== null) yield { is: 'word', word: "'", value: Number.parseInt(hex[1] as string, 16) }
      else {
        yield { is: 'word', word: rtf[at] ?? '', value: undefined }
        at += 1
      }
    }
  }
}
