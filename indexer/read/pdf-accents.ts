/**
 * Letters and accents that old TeX fonts print one over the other, and that come apart in the text: `perch´e`, `citt`a`.
 */

const COMBINING: Record<string, string> = {
  '`': '\u0300',
  '´': '\u0301',
  '¨': '\u0308',
  ˆ: '\u0302',
  '˜': '\u0303',
}

/** An accent before its letter, which ends a word or stands in one. */
const DIVIDED = /(?<=^|[\p{L}\s(«“"'’])\s?(?:(´|¨|ˆ|˜)\s?(\p{L}|ı)|(`)\s?([aeiouAEIOU])(?![\p{L}'’`]))/gu

/** The text with its accents on their letters. */
export function withAccents(text: string): string {
  if (!/[`´¨ˆ˜]/.test(text)) return text
  return text.replace(DIVIDED, (whole, accent?: string, letter?: string, grave?: string, vowel?: string) => {
    const [sign, base] = [accent ?? grave ?? '', (letter ?? vowel ?? '').replace('ı', 'i')]
    const composed = (base + COMBINING[sign]).normalize('NFC')
    const before = /^\s/.test(whole) && sign === '`' && base === base.toLowerCase() ? ' ' : ''
    return composed.length === 1 ? before + composed : whole
  })
}
