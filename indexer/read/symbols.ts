/** Characters of the fonts that have signs in the place of letters. */

/** Letters of the font Symbol from 0x41 and 0x61 on. */
const GREEK = [...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ', ...'      ', ...'αβχδεφγηιϕκλμνοπθρστυϖωξψζ']

/** Other signs of the font Symbol that texts are made of. */
const SIGNS: Readonly<Record<number, string>> = {
  162: '′',
  163: '≤',
  165: '∞',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  215: '·',
  222: '⇒',
  174: '→',
  172: '←',
}

/** The character that a sign of a font stands for; empty for pictures such as those of Wingdings. */
export function symbolOf(font: string, code: number): string {
  if (!/^symbol/i.test(font)) return code < 0xf000 && !/dings/i.test(font) ? String.fromCodePoint(code) : ''
  const place = code & 0xff
  if (place >= 0x20 && place <= 0x40) return String.fromCharCode(place)
  return SIGNS[place] ?? GREEK[place - 0x41]?.trim() ?? ''
}
