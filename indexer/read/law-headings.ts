/**
 * Headings of laws, regulations, contracts and statutes by their words: "Art. 50-bis", "Articolo 50 — Titolo", "CAPO II",
 * "Article 6", "ANNEX I", "Sec. 101.". Pure; where the line comes from (plain text, PDF, an office file) does not matter.
 *
 * A reference in running text ("art. 50 del decreto", "Article 6 of the Regulation") is none.
 */

/** Parts of an act, from the widest to the narrowest. */
export type Division = 'book' | 'annex' | 'part' | 'title' | 'chapter' | 'section' | 'article'

/** A heading that a line begins with. */
export type LawHeading = {
  division: Division
  /** 2 to 6, below a document's title: 2 book, part, annex; 3 title; 4 chapter; 5 section; 6 article. */
  level: number
  /** The heading with its title, if it has one: `Art. 50 — Disponibilità dei dati`. */
  text: string
  /** Whether the next line is its title, which is in `text` already. */
  takesNext: boolean
  /** What follows the heading on the same line as the text below it, else empty: of `Art. 3. Chi vende risponde.` */
  rest: string
}

const LEVELS: Readonly<Record<Division, number>> = {
  book: 2,
  annex: 2,
  part: 2,
  title: 3,
  chapter: 4,
  section: 5,
  article: 6,
}

/** Lines begin with one of these, in capitals or with a capital. */
const NAMES: readonly (readonly [Division, names: string])[] = [
  ['article', 'articolo|article|art\\.?|sec\\.|§'],
  ['book', 'libro|book'],
  ['part', 'parte|part'],
  ['title', 'titolo|title'],
  ['chapter', 'capo|capitolo|chapter'],
  ['section', 'sezione|section'],
  ['annex', 'allegato|annex|schedule|appendice|appendix'],
]

/** "-bis", " ter", "-septies decies", "-quater.1": what was put between two numbers later. */
const INSERTED =
  '(?:[-–\\s]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|\\p{L}{0,8}decies|vicies)(?:[-\\s]decies)?(?![\\p{L}])(?:\\.\\d{1,2})?)?'
const ORDINALS = [
  'unic[oa]|prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa]|sest[oa]|settim[oa]|ottav[oa]|non[oa]|decim[oa]',
  'one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth',
].join('|')
const NUMBERS: Readonly<Record<'figure' | 'roman' | 'letter' | 'word', string>> = {
  figure: `\\d{1,4}(?:\\.\\d{1,3})?(?:[°º])?(?:-?[A-Z](?![\\p{L}]))?${INSERTED}`,
  // Up to 399: nothing has more parts, and "CAPO DI GABINETTO" is none.
  roman: `(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})(?![\\p{L}\\d])${INSERTED}`,
  letter: '[A-Z]\\d?(?![\\p{L}\\d])',
  word: `(?:${ORDINALS})(?![\\p{L}\\d])`,
}

const PATTERNS = NAMES.map(([division, names]) => {
  const { figure, roman, letter, word } = NUMBERS
  const numbers = ['annex', 'part', 'section'].includes(division)
    ? [figure, roman, letter, word]
    : [figure, roman, word]
  const number = `(?:n\\.?\\s?)?(?<number>${numbers.join('|')})`
  return { division, pattern: new RegExp(`^(?:${names})\\s{0,3}${number}`, 'iu') }
})

/** An annex that is the only one. */
const BARE_ANNEX = /^(?:ALLEGATO|ALLEGATI|ANNEX|ANNEXES|APPENDICE|APPENDIX|SCHEDULE)$/u

const MAX_LINE_LENGTH = 8_000
const MAX_TITLE_LENGTH = 240
const MAX_TITLE_WORDS = 30
/** "....... 12": an entry of a table of contents. */
const LEADERS = /(?:\.\s?){4,}|…\s?…/u

/**
 * The heading that a line begins with, or null.
 *
 * @param line Without white space around it.
 * @param next What follows, blank lines passed over: a line, or a paragraph whose lines were joined. Empty at the end.
 * @param before The line right above, without a blank line between; empty if there is one. A line in the middle of a
 *   sentence is no heading, whatever it begins with.
 */
export function lawHeading(line: string, next = '', before = ''): LawHeading | null {
  if (line.length > MAX_LINE_LENGTH || LEADERS.test(line) || isInSentence(before)) return null
  const found = beginning(line)
  if (found === null) return null
  const { division, label } = found
  const behind = line.slice(label.length)
  const heading = (text: string, rest = '', takesNext = false): LawHeading => ({
    division: isStatuteSection(label, behind) ? 'article' : division,
    level: isStatuteSection(label, behind) ? LEVELS.article : LEVELS[division],
    text,
    takesNext,
    rest,
  })

  if (/^\s*[.:)\]–—-]*\s*$/u.test(behind)) {
    const title = isTitle(next) ? next.replace(/\.$/, '') : ''
    return title === '' ? heading(label) : heading(`${label} — ${title}`, '', true)
  }
  const parted = /^(?<sign>\s*[.:–—-]+\)?\s*|\s+)(?<words>\S.*)$/su.exec(behind)?.groups
  if (parted === undefined) return null
  const { sign = '', words = '' } = parted
  const isParted = sign.trim() !== ''
  const bracketed = /^\(\(?(?=\p{Lu})[^()]{2,240}\)?\)/u.exec(words)?.[0]
  if (bracketed !== undefined) {
    const rest = words.slice(bracketed.length).replace(/^[\s.:–—-]+/u, '')
    return heading(line.slice(0, line.length - words.length + bracketed.length), rest)
  }
  const { title = '', body = '' } =
    /^(?<title>\p{Lu}[^.;:]{2,120})\.\s*(?:[–—-]\s*)?(?<body>1[.)]\s.*)$/su.exec(words)?.groups ?? {}
  if (isParted && title !== '') return heading(line.slice(0, line.length - words.length + title.length), body)
  if (isTitle(words) && !(isParted && isSentence(words))) return heading(line.replace(/\.$/, ''))
  if (isParted && /^(?:["'“‘«(]?\p{Lu}|\d{1,2}[.)]\s|\(\d{1,2}\)\s)/u.test(words))
    return heading(label, words)
  return null
}

function beginning(line: string): { division: Division; label: string } | null {
  if (BARE_ANNEX.test(line)) return { division: 'annex', label: line }
  if (!/^[\p{Lu}§]/u.test(line)) return null
  for (const { division, pattern } of PATTERNS) {
    const match = pattern.exec(line)
    // "Parte i dati", "Section a": what is a numeral in capitals is a word in small letters.
    if (match === null || /^[ivxlc]+(?!\p{L})|^[a-z]\d?$/u.test(match.groups?.number ?? '')) continue
    return { division, label: match[0] }
  }
  return null
}

/** American statutes number their articles "SECTION 1. SHORT TITLE." and "SEC. 2.", never with a line for the number. */
function isStatuteSection(label: string, behind: string): boolean {
  return /^section\s/i.test(label) && /^\.\s+\S/u.test(behind)
}

function isInSentence(before: string): boolean {
  const end = before.trim()
  if (end === '' || /[.!?;:…)\]»”"]$/.test(end)) return false
  // Another heading, or a line in capitals: "CAPO II" right above "Art. 5".
  return beginning(end) === null && /\p{Ll}/u.test(end) && end.length > 40
}

/** Whether a line reads like the title of an article: begins with a capital, ends no sentence, is not numbered. */
function isTitle(line: string): boolean {
  if (line === '' || line.length > MAX_TITLE_LENGTH || line.split(/\s+/).length > MAX_TITLE_WORDS)
    return false
  if (!/^["'“‘«[(]{0,2}\p{Lu}/u.test(line) || beginning(line) !== null || LEADERS.test(line)) return false
  if (/^\(\(?[^()]+\)?\)\.?$/u.test(line)) return true
  // One in capitals may end with a full stop: "SHORT TITLE."
  if (/\.$/.test(line)) return !/\p{Ll}/u.test(line) && line.length <= 80
  return !/[;:,]$/.test(line)
}

/** Whether words behind "Art. 3." are its text rather than its title. */
function isSentence(words: string): boolean {
  return /\p{Ll}[.;:]["'”’»)]?$/u.test(words)
}
