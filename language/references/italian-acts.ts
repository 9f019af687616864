/** Acts of the Italian state by number and year: laws, legislative decrees, decree-laws, decrees. */
import { fullYear, type ReferenceMention } from './reference.ts'

/** What each kind is called; the longer names first, since *decreto* begins several. */
const KINDS: readonly (readonly [code: string, names: string])[] = [
  [
    'dlgs',
    'decret[oi]\\s+legislativ[oi]|legislative\\s+decrees?|d\\.?\\s?lgs\\.?(?!\\p{L})|d\\.?\\s?l\\.?vo|d\\.?\\s?leg\\.?vo|d\\.?\\s?leg\\.(?!\\p{L})',
  ],
  [
    'dpcm',
    'decret[oi]\\s+del\\s+presidente\\s+del\\s+consiglio(?:\\s+dei\\s+ministri)?|d\\.?p\\.?c\\.?m\\.?(?!\\p{L})|prime\\s+ministerial\\s+decrees?',
  ],
  [
    'dpr',
    'decret[oi]\\s+del\\s+presidente\\s+della\\s+repubblica|d\\.?\\s?p\\.?\\s?r\\.?(?!\\p{L})|presidential\\s+decrees?',
  ],
  [
    'dl',
    'decret[oi][-\\s]+legge|decree[-\\s]laws?|law\\s+decrees?|d\\.\\s?l\\.(?!\\p{L})|d\\.?l\\.?(?!\\p{L})',
  ],
  ['dm', 'decret[oi]\\s+ministerial[ei]|ministerial\\s+decrees?|d\\.?\\s?m\\.?(?!\\p{L})'],
  ['rd', 'regi[oi]?\\s+decret[oi]|r\\.\\s?d\\.(?!\\p{L})'],
  ['l', 'legg[ei]|italian\\s+laws?|laws?|l\\.(?!\\p{L})'],
]

const SIGN = '(?:n\\.?\\s*|n[°º]\\s*|nr\\.?\\s*|no\\.?\\s*|num\\.?\\s*|numero\\s+|number\\s+)'
const MONTHS =
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|january|february|march|april|may|june|july|august|september|october|november|december'
const DATE = `(?:\\d{1,2}[°º]?\\s+(?:${MONTHS})\\s+|\\d{1,2}[./-]\\d{1,2}[./-])`

const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:${KINDS.map(([code, names]) => `(?<${code}>${names})`).join('|')})\\s*,?\\s*(?:` +
    // 7 marzo 2005, n. 82
    `(?:del\\s+|dated\\s+|of\\s+)?${DATE}(?<yearA>\\d{4}|\\d{2}),?\\s*${SIGN}(?<numberA>\\d{1,4})` +
    // n. 82 del 7 marzo 2005, no. 82 of 2005
    `|${SIGN}(?<numberB>\\d{1,4})\\s*,?\\s*(?:del(?:l['’]anno)?|dated|of)\\s+(?:${DATE})?(?<yearB>\\d{4}|\\d{2}(?!\\s*(?:${MONTHS})))` +
    // 82/2005, n. 82/05
    `|(?<sign>${SIGN})?(?<numberC>\\d{1,4})\\s?/\\s?(?<yearC>\\d{4}|\\d{2})` +
    `)(?![\\p{L}\\p{N}]|[/.]\\d)`,
  'giu',
)
const CODES = KINDS.map(([code]) => code)
const FIRST_YEAR = 1861

/** The acts that a text names by number and year. */
export function* italianActs(text: string): Generator<ReferenceMention> {
  if (!/\d\s?\/\s?\d|n(?:[.°ºr]|o\.|um)[.\s°º]*\d|numero|number/i.test(text)) return
  for (const match of text.matchAll(NUMBERED)) {
    const groups = match.groups ?? {}
    const code = CODES.find((code) => groups[code] !== undefined) ?? ''
    const written = groups.yearA ?? groups.yearB ?? groups.yearC ?? ''
    const number = Number(groups.numberA ?? groups.numberB ?? groups.numberC)
    const year = fullYear(written)
    // "l. 12/15" may be a measure or a line.
    const isShort = written.length === 2 && groups.sign === undefined && groups.numberC !== undefined
    if (year < FIRST_YEAR || year > 2099 || number === 0 || (isShort && (code === 'l' || code === 'dm')))
      continue
    yield { id: `it:${code}:${year}/${number}`, start: match.index, end: match.index + match[0].length }
  }
}
