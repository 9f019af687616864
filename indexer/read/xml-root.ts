/** What XML begins with. */

const OPENING =
  /^(?:\s|<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*<([\p{L}_][\p{L}\p{N}_.:-]*)/u

/** The name of the outermost element, with prefix, or undefined if it is not in these bytes. */
export function rootOf(opening: Buffer): string | undefined {
  const start = opening.subarray(0, 2).toString('hex')
  const text = start === 'fffe' ? opening.toString('utf16le') : opening.toString('utf8')
  return OPENING.exec(text.replace(/^\uFEFF/, ''))?.[1]
}

/** Whether a file begins as a document in Akoma Ntoso does. */
export function isAkomaNtoso(opening: Buffer): boolean {
  return /^(?:[\w.-]+:)?akomaNtoso$/.test(rootOf(opening) ?? '')
}
