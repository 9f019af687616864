/** The article of an act that is named along with it, before or behind: "art. 64-bis del CAD", "Regulation …, Article 6". */

const LATIN =
  'bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies|terdecies|quaterdecies|quinquiesdecies'
const ARTICLE = `(?<!\\p{L})(?:artt?\\.|art|articol[oi]|articles?)\\s*(\\d{1,4}(?:[\\s-]?(?:${LATIN})(?!\\p{L}))?)`
const BEFORE = new RegExp(
  `${ARTICLE}(?:\\s*,?\\s*(?:\\(?[\\p{L}\\p{N}]{1,2}\\)+|\\([\\p{L}\\p{N}]{1,4}\\)|par(?:agrafo|agraph|\\.)?|comm[ai]|co\\.|c\\.|lett(?:era|\\.)?|point|punto|primo|secondo|\\d{1,2}|e|and|ss\\.)){0,8}[\\s,]*(?:de(?:l|llo|lla|ll|i)(?:['’])?|of|cit\\.)?(?:\\s*(?:the|citato|predetto|nuovo))?\\s*(?:[\\p{L}]+\\s+)?$`,
  'iu',
)
const BEHIND = new RegExp(`^\\s*[,(–-]?\\s*(?:all['’]|in its\\s+)?${ARTICLE}`, 'iu')

/** The article as an anchor, `#art64bis`, and how far it reaches; null if none is named there. */
export function articleOf(
  text: string,
  start: number,
  end: number,
): { anchor: string; start: number; end: number } | null {
  const from = Math.max(0, start - 90)
  const before = BEFORE.exec(text.slice(from, start))
  if (before !== null) return { anchor: anchorOf(before[1] ?? ''), start: from + before.index, end }
  const behind = BEHIND.exec(text.slice(end, end + 40))
  if (behind !== null) return { anchor: anchorOf(behind[1] ?? ''), start, end: end + behind[0].length }
  return null
}

function anchorOf(number: string): string {
  return `#art${number.toLowerCase().replace(/[\s-]/g, '')}`
}
