/**
 * Headings of laws, out of texts in which they are set as lines: "Article 6", its title on the next line, chapters and
 * annexes. In Italian and English; what the markup of EUR-Lex and Normattiva says counts before how a line looks.
 */

/**
 * What a line of a law is. `group` heads a part of an annex; of `lines` each break ends a line, headings among them; `end`
 * is what no article heads: signatures, footnotes.
 */
export type LawRole = 'title' | 'number' | 'numberTitle' | 'group' | 'lines' | 'end'

/** A line, as readers of formats make them. */
export type LawLine = { text: string; level: number; role?: LawRole; ends?: number; isCode?: true }

/** Classes that the publishers of laws give to lines; prefixes (`oj-`, `clg-`) are left off before. */
const ROLES: Readonly<Record<string, LawRole>> = {
  'doc-ti': 'title',
  'title-doc-first': 'title',
  'title-doc-last': 'title',
  'ti-section-1': 'number',
  'ti-section-2': 'numberTitle',
  'title-division-1': 'number',
  'title-division-2': 'numberTitle',
  'ti-art': 'number',
  'sti-art': 'numberTitle',
  'title-article-norm': 'number',
  'stitle-article-norm': 'numberTitle',
  'title-annex-1': 'number',
  'title-annex-2': 'numberTitle',
  'article-num-akn': 'number',
  'article-heading-akn': 'numberTitle',
  'article-pre-comma-text-akn': 'lines',
  'attachment-name': 'number',
  'attachment-just-text': 'lines',
  'ti-grseq-1': 'group',
  'title-gr-seq-level-1': 'group',
  'title-gr-seq-level-2': 'group',
  final: 'end',
  signatory: 'end',
  note: 'end',
  footnote: 'end',
}

/** What a class attribute says of its line; undefined for what it does not speak of. */
export function lawRole(classes: string | undefined): LawRole | undefined {
  if (classes === undefined || !/(?:ti-|-ti\b|title-|akn|attachment|final|signatory|note)/.test(classes))
    return undefined
  for (const name of classes.split(/\s+/)) {
    const bare = name.replace(/^(?:oj|clg)-/, '')
    const role = Object.hasOwn(ROLES, bare) ? ROLES[bare] : undefined
    if (role !== undefined) return role
  }
  return undefined
}

/** Kinds of division and the level that their headings have, from a part to an article. */
const KINDS: readonly (readonly [level: number, words: RegExp])[] = [
  [2, /^(?:part|parte|libro|book|annex|allegato|appendix|appendice|schedule|tabella [a-z0-9]+$)/i],
  [3, /^(?:title|titolo)/i],
  [4, /^(?:chapter|capo|capitolo)/i],
  [5, /^(?:section|subsection|sezione|sottosezione)/i],
  [6, /^(?:article|articolo|art\.)/i],
]

const NUMBER =
  String.raw`(?:\d{1,4}|[IVXLCDM]{1,8}|[A-Z]|un(?:ico|o)|prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa])` +
  String.raw`(?:[-.\s]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|undecies|duodecies|[a-z]))?` +
  String.raw`(?:\.\d{1,3})?(?:º|°)?`
const WORD = String.raw`(?:part|parte|libro|book|title|titolo|chapter|capo|capitolo|section|subsection|sezione|sottosezione|article|articolo|art\.|annex|allegato|appendix|appendice|schedule)`
/** A line that is nothing but a number: "Article 6", "CAPO II", "Art. 64-bis.", "ANNEX". */
const BARE = new RegExp(String.raw`^(?:${WORD}\s*${NUMBER}|annex|allegato|appendix|appendice)\s*[.:]?$`, 'i')
/** A number with its title behind it: "Art. 6 – Oggetto", "Articolo 6 (Oggetto)", "CAPO I: Disposizioni". */
const WITH_TITLE = new RegExp(
  String.raw`^(?:${WORD}\s*${NUMBER})(?:\s*[.:]?\s*[–—:-]\s*|\s*[.:]?\s*(?=[(«]))(?<title>\S.*)$`,
  'i',
)
const ARTICLE = /^(?:article|articolo|art\.)/i

/** Longer lines are no title. */
const MAX_TITLE_LENGTH = 160
const MAX_HEADING_LENGTH = 300

/**
 * Joins numbers with their titles, and makes headings of the lines that are headings of a law. A text is a law if its
 * markup says so or two lines in it are articles; every other one comes back as it was.
 */
export function markLawHeadings<Line extends LawLine>(lines: readonly Line[]): Line[] {
  const roles = new Set(lines.map(({ role }) => role))
  const isMarked = roles.has('title') || roles.has('number') || roles.has('lines')
  if (!isMarked && lines.filter(isArticleLine).length < 2) return [...lines]
  const look: Look = {
    inHeadings: lines.some((line) => line.level > 0 && line.role === undefined && isArticleLine(line)),
    titlesAreMarked: roles.has('number'),
  }
  const made: Line[] = []
  /** Level of the division that the line stands in; 0 outside of all. */
  let inside = 0
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line
    const level = line.role === 'group' ? groupLevel(inside, line) : headingLevelOf(line, look)
    if (line.role === 'title' && level === null) {
      index = pushTitle(made, lines, index, look)
    } else if (level === null) {
      const isEnd = line.role === 'end' && inside > 0
      made.push(isEnd ? { ...line, ends: 2 } : line)
      if (isEnd) inside = 0
    } else {
      const isBare = BARE.test(line.text) || line.role === 'number'
      const title = isBare ? titleBelow(lines, index + 1, look) : null
      made.push({ ...line, level, text: withTitle(line.text, title) })
      if (line.role !== 'group') inside = level
      if (title !== null) index += 1
    }
  }
  return made
}

/** How a law is set: whether its articles stand in headings, and whether its markup names their titles. */
type Look = { inHeadings: boolean; titlesAreMarked: boolean }

/** Groups of an annex stand below its heading; in an article they are lines of it. */
function groupLevel(inside: number, { text }: LawLine): number | null {
  return inside > 0 && inside < 6 && text.length <= MAX_HEADING_LENGTH ? inside + 1 : null
}

/** "Art. 6." and "Oggetto" → "Art. 6 – Oggetto"; "Art. 6. (Oggetto)" too. */
function withTitle(text: string, title: string | null): string {
  if (title !== null) return `${trimStop(text)} – ${title}`
  const own = WITH_TITLE.exec(text)?.groups?.title
  if (own === undefined || !/^[(]/.test(own)) return trimStop(text)
  return `${text.slice(0, text.length - own.length).replace(/[\s.]+$/, '')} – ${withoutBrackets(own)}`
}

function isArticleLine({ text, isCode }: LawLine): boolean {
  if (isCode === true || text.length > MAX_TITLE_LENGTH || !ARTICLE.test(text)) return false
  return BARE.test(text) || WITH_TITLE.test(text)
}

/** The level of a line that heads a division; null for every other line. */
function headingLevelOf({ text, level, role, isCode }: LawLine, { inHeadings }: Look): number | null {
  if (isCode === true || text.length > MAX_HEADING_LENGTH) return null
  const byKind = KINDS.find(([, words]) => words.test(text))?.[0]
  if (role === 'number') return byKind ?? (level > 0 ? level : 5)
  if (level > 0) return BARE.test(text) ? level : null
  if (inHeadings && byKind === 6 && role !== 'lines') return null
  if (role === 'numberTitle' || role === 'end' || byKind === undefined) return null
  if (BARE.test(text)) return byKind
  const title = WITH_TITLE.exec(text)?.groups?.title
  return title !== undefined && isTitle(title) ? byKind : null
}

/** The title of a number, on the line below it; null where the text begins at once. */
function titleBelow(lines: readonly LawLine[], index: number, look: Look): string | null {
  const line = lines[index]
  if (line === undefined || line.isCode === true || line.text.length > MAX_HEADING_LENGTH) return null
  const text = withoutBrackets(line.text)
  if (line.role === 'numberTitle') return text === '' ? null : text
  // The title of an annex is set like that of the act.
  if (line.role === 'title' && lines[index - 1]?.role === 'title') return BARE.test(text) ? null : text
  if (
    line.role === 'title' ||
    line.role === 'number' ||
    line.role === 'end' ||
    headingLevelOf(line, look) !== null
  )
    return null
  if (line.level > 0) return isTitle(text) && look.inHeadings ? text : null
  if (look.titlesAreMarked && line.role !== 'lines' && text === trimStop(line.text)) return null
  if (isTitle(line.text)) return text
  // With a full stop it is a title where the first paragraph has its number, else the text.
  return isTitle(text) && /^\(?1[.)]/.test(lines[index + 1]?.text ?? '') ? text : null
}

/** A title is short, begins like one, and is no sentence and no numbered paragraph. */
function isTitle(text: string): boolean {
  if (text.length > MAX_TITLE_LENGTH || !/^[(«"“]*[\p{Lu}\p{Lt}]/u.test(text)) return false
  if (/[;:,]$/.test(text)) return false
  if (/^[([].*[)\]]\.?$/.test(text)) return true
  return !/[.!?]$/.test(text)
}

/** "(( (Oggetto) ))", "(Oggetto)." → "Oggetto". */
function withoutBrackets(text: string): string {
  let inner = trimStop(text)
  while (inner.startsWith('(') && inner.endsWith(')') && !/^\([^()]*\).*\(/.test(inner))
    inner = trimStop(inner.slice(1, -1).trim())
  return inner
}

function trimStop(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}º°)])\s*\.\s*$/u, '').trim()
}

/** The lines of a title of an act are one heading, if it is not too long; else its first line is. Gives the last index. */
function pushTitle<Line extends LawLine>(
  made: Line[],
  lines: readonly Line[],
  index: number,
  look: Look,
): number {
  let last = index
  while (lines[last + 1]?.role === 'title' && headingLevelOf(lines[last + 1] as Line, look) === null)
    last += 1
  const parts = lines.slice(index, last + 1)
  const whole = parts.map(({ text }) => text).join(' ')
  const level = made.some((line) => line.level === 1) ? 2 : 1
  const isOne = whole.length <= MAX_HEADING_LENGTH
  const set: Line[] = isOne ? [{ ...(parts[0] as Line), text: whole }] : parts
  for (const line of set)
    made.push({ ...line, level: line === set[0] && line.text.length <= MAX_HEADING_LENGTH ? level : 0 })
  return last
}
