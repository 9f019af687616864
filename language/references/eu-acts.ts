/** Acts of the European Union: regulations, directives, decisions, by their numbers in all forms since 1957. */
import { fullYear, type ReferenceMention } from './reference.ts'

type Kind = 'reg' | 'dir' | 'dec'

const KIND_WORDS =
  'regolament[oi]|reg\\.|regulations?|direttiv[ae]|dir\\.|directives?|decision[ei]|decisions?|dec\\.'
const COMMUNITY = 'UE|EU|CE|EC|CEE|EEC|Euratom|GAI|JHA|PESC|CFSP'
const NUMBER_SIGN = '(?:n\\.?[\\s°º]*|n[°º]\\s*|nr\\.?\\s*|no\\.?\\s*|num\\.?\\s*|numero\\s+|number\\s+)?'
/** "del Parlamento europeo e del Consiglio": what may stand between the kind and the number. */
const BETWEEN =
  '(?:\\s*(?:delegat[oaie]|di esecuzione|delegated|implementing|generale|quadro|framework|del consiglio|della commissione|europe[oa]|european))*'

/** "Regulation (EU) 2024/1689", "regolamenti (CE) n. 765/2008 e (UE) 2019/1020", "Reg. UE n. 679/2016" */
const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<kind>${KIND_WORDS})${BETWEEN}\\s*)?(?:\\((?<bracket>(?:${COMMUNITY})(?:\\s*,\\s*(?:Euratom|EURATOM))?)\\)|(?<plain>${COMMUNITY})(?![\\p{L}]))?\\s*(?<sign>${NUMBER_SIGN})(?<a>\\d{1,4})\\s?/\\s?(?<b>\\d{1,4})(?:/(?<tail>${COMMUNITY}))?(?![\\p{L}\\p{N}]|/\\d)`,
  'giu',
)
/** "CELEX:32024R1689", "CELEX 32024R1689", also in addresses. */
const CELEX =
  /(?<![\p{L}\p{N}])(?:celex(?:\s+(?:number|numero|n\.|no\.))?[\s:]{1,3})?3((?:19|20)\d{2})([RLD])(\d{4})(?![\p{L}\p{N}])/giu
/** "eli/reg/2024/1689" */
const ELI = /\/eli\/(reg|dir|dec)(?:_impl|_del)?\/(\d{4})\/(\d{1,4})(?!\d)/gu

const KIND_BEFORE =
  /(?<!\p{L})(regolament[oi]|reg\.|regulations?|direttiv[ae]|directives?|decision[ei]|decisions?)(?!\p{L})[^.;:]{0,80}$/iu
const FIRST_YEAR = 1957
const LAST_YEAR = 2099
/** From here on numbers are counted through all kinds. */
const COMMON_FROM = 2015

/** The id of an act. */
function euActId(kind: Kind, year: number, number: number): string {
  return year >= COMMON_FROM ? `eu:${year}/${number}` : `eu:${kind}:${year}/${number}`
}

/** The acts that a text names by number. */
export function* euActs(text: string): Generator<ReferenceMention> {
  if (/\d\s?\/\s?\d|\/eli\//.test(text)) {
    for (const match of text.matchAll(NUMBERED)) {
      const { kind: word, bracket, plain, sign = '', a = '', b = '', tail } = match.groups ?? {}
      const isMarked = bracket !== undefined || plain !== undefined || tail !== undefined
      if (word === undefined && !isMarked) continue
      if (word === undefined && plain !== undefined && bracket === undefined) continue
      const isItalian = /^(?:reg(?:olament|\.)|dir(?:ettiv|\.)|decisioni?e?$|dec\.)/i.test(word ?? '')
      const read = yearAndNumber(a, b, {
        isMarked,
        hasSign: sign !== '',
        isItalian,
        hasTail: tail !== undefined,
      })
      if (read === null) continue
      const before = word ?? KIND_BEFORE.exec(text.slice(Math.max(0, match.index - 100), match.index))?.[1]
      const kind = kindOf(before, tail !== undefined && read.isYearFirst)
      const start = match.index + (match[0].length - match[0].trimStart().length)
      yield { id: euActId(kind, read.year, read.number), start, end: match.index + match[0].length }
    }
    for (const { 0: words, 1: kind, 2: year, 3: number, index } of text.matchAll(ELI)) {
      yield {
        id: euActId(kind as Kind, Number(year), Number(number)),
        start: index,
        end: index + words.length,
      }
    }
  }
  for (const { 0: words, 1: year, 2: letter, 3: number, index } of text.matchAll(CELEX)) {
    const kind = ({ R: 'reg', L: 'dir', D: 'dec' } as const)[letter?.toUpperCase() as 'R' | 'L' | 'D']
    yield { id: euActId(kind, Number(year), Number(number)), start: index, end: index + words.length }
  }
}

function kindOf(word: string | undefined, isDirectiveForm: boolean): Kind {
  if (word === undefined) return isDirectiveForm ? 'dir' : 'reg'
  if (/^dec/i.test(word)) return 'dec'
  return /^dir/i.test(word) ? 'dir' : 'reg'
}

type Form = { isMarked: boolean; hasSign: boolean; isItalian: boolean; hasTail: boolean }

/** Regulations had the number first until 2014, directives the year; since 2015 the year is first everywhere. */
function yearAndNumber(
  a: string,
  b: string,
  { isMarked, hasSign, isItalian, hasTail }: Form,
): { year: number; number: number; isYearFirst: boolean } | null {
  const isYear = (written: string): boolean => Number(written) >= FIRST_YEAR && Number(written) <= LAST_YEAR
  const yearFirst = { year: Number(a), number: Number(b), isYearFirst: true }
  const numberFirst = { year: Number(b), number: Number(a), isYearFirst: false }
  if (isYear(b) && Number(b) < COMMON_FROM && !(isYear(a) && !hasSign))
    return isMarked || !isItalian ? numberFirst : null
  if (isYear(a)) return yearFirst
  // "Regolamento UE 679/2016" is a common slip; without "UE" it may be anybody's regulation.
  if (isYear(b)) return isMarked ? numberFirst : null
  if (a.length === 2 && hasTail) return { ...yearFirst, year: fullYear(a) }
  if (b.length === 2 && isMarked && hasSign && fullYear(b) < 2000)
    return { ...numberFirst, year: fullYear(b) }
  return null
}
