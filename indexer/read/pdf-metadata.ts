/** Properties of a PDF → metadata. Programs fill them in by themselves, so most of what they say is doubted. */
import type { Metadata } from '../document.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'

const NO_TITLE =
  /^(?:untitled|senza (?:titolo|nome)|titolo|title|(?:nuovo )?document[oi]?|presentazione standard.*|(?:microsoft )?(?:power ?point|word|excel).*|slide \d+|pagina \d+|layout \d+|(?:stampa|print|scan)[\w -]*\d*|none|null|bozza|\W*)[\d\s()]*$/i

const FILE_NAME =
  /\.(?:docx?|odt|pdf|rtf|pptx?|xlsx?|tex|dvi|ps|indd|qxd|p65|html?|cdr|ai|eps|tmp|fm|pub|wpd)(?:\W|$)/i

/** An organization rather than a person. */
const ORGANIZATION =
  /\b(?:minister[oi]|agenzia|universit|istitut|ufficio|region[ei]|comune|provincia|autorit|consiglio|commission|parlament|parliament|governo|government|department|dipartimento|agency|institute|bank|banca|office|council|authority|foundation|fondazione|consor[zt]i|association|associazione|centro|center|centre|university|gruppo|group|team|project|progetto|s\.?p\.?a\.?|s\.?r\.?l\.?|inc\.?|ltd|gmbh|corporation|company|european|europea)/i

/** Metadata out of properties by their names, as `Pdf.properties` gives them. */
export function metadataOf(properties: ReadonlyMap<string, string>): Metadata {
  const clean = (name: string): string => toSingleLine(cleanCharacters(properties.get(name) ?? ''))
  const first = (...names: string[]): string => names.map(clean).find((value) => value !== '') ?? ''
  const title = [clean('dc:title'), clean('Title')].find(isTitle)
  const author = first('dc:publisher', 'prism:publicationname', 'Company', 'dc:creator', 'Author')
  const isPublisher = ['dc:publisher', 'prism:publicationname'].some((name) => clean(name) === author)
  const lang = first('Language', 'dc:language')
  const date = first('prism:publicationdate', 'prism:coverdate', 'dc:date')
  const updated = isoDay(first('ModDate', 'xmp:modifydate', 'CreationDate', 'xmp:createdate'))
  const tags = tagsOf(first('Keywords', 'pdf:keywords', 'dc:subject'))
  return {
    ...(title === undefined ? {} : { title }),
    ...(author !== '' && (isPublisher || ORGANIZATION.test(author)) ? { source: author } : {}),
    ...(/^[a-z]{2,3}(?:[-_][\w-]+)?$/i.test(lang) ? { lang } : {}),
    ...(date === '' ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
    ...(tags.length === 0 ? {} : { tags }),
  }
}

function isTitle(value: string): boolean {
  if (value.length < 3 || value.length > 300 || NO_TITLE.test(value) || FILE_NAME.test(value)) return false
  // A name of a file, a number of a template: one word of parts, or hardly any letters.
  if (!value.includes(' ') && /[_\d\\/.]/.test(value)) return false
  return /\p{L}{2}/u.test(value) && !value.includes('\uFFFD')
}

/** `D:20230204115901-00'00'` or ISO 8601 → `2023-02-04`; `undefined` if it is no date. */
function isoDay(value: string): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(value) ?? []
  const written = `${year}-${month}-${day}`
  return Number(year) > 1980 && !Number.isNaN(Date.parse(written)) ? written : undefined
}

function tagsOf(value: string): string[] {
  const parts = value.split(/[;,]/).map((part) => part.trim())
  return [...new Set(parts)]
    .filter((part) => part.length > 1 && part.length < 80 && !/=|\//.test(part))
    .slice(0, 50)
}
