/** Whether a file begins as an HTML document does, whatever it is called. */

/** What may stand before the doctype or `<html>`: white space, comments, an XML declaration. */
const BEFORE = /(?:\s|<!--[\s\S]*?-->|<\?[^>]*>)*/y
const OPENING = /<(?:!doctype\s+html|html)(?=[\s>/[])/iy

/** @param opening the first bytes of a file */
export function recognizesHtml(opening: Buffer): boolean {
  const text = openingText(opening)
  BEFORE.lastIndex = 0
  BEFORE.test(text)
  OPENING.lastIndex = BEFORE.lastIndex
  return OPENING.test(text)
}

function openingText(opening: Buffer): string {
  if (opening[0] === 0xff && opening[1] === 0xfe) return opening.toString('utf16le').slice(1)
  if (opening[0] === 0xfe && opening[1] === 0xff)
    return new TextDecoder('utf-16be').decode(opening.subarray(0, opening.length & ~1))
  const text = opening.toString('latin1')
  return text.startsWith('\u00EF\u00BB\u00BF') ? text.slice(3) : text
}
