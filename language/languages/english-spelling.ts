/** English: British and American spellings of a word, either from the other, by rule and by table. */
import { ISE, OGUE, OUR, RE, SPELLED_BEGINNINGS, SPELLED_WORDS } from './english-spellings.ts'

type Pair = [british: string, american: string]

const pairsOf = (table: string): Pair[] =>
  table.split('|').map((pair) => pair.trim().split(/\s+/) as [string, string])
const beginnings = pairsOf(SPELLED_BEGINNINGS)
const wholeWords = pairsOf(SPELLED_WORDS)
const alternatives = (list: string): string => list.trim().replace(/\s+/g, '|')

const americanWords = new Map(wholeWords)
const britishWords = new Map(wholeWords.map(([british, american]) => [american, british]))
const americanOf = new Map(beginnings)
const britishOf = new Map(beginnings.map(([british, american]) => [american, british]))
/** A word is looked up by its beginnings of these lengths, longest first. */
const lengthsOf = (map: ReadonlyMap<string, string>): number[] =>
  [...new Set([...map.keys()].map(({ length }) => length))].sort((a, b) => b - a)
const americanLengths = lengthsOf(americanOf)
const britishLengths = lengthsOf(britishOf)

const withSInIse = new Set(
  ISE.trim()
    .split(/\s+/)
    .map((word) => word.slice(0, -1)),
)
const BRITISH_IS = /^(.*[aeiouy].*is)(e|es|ed|er|ers|ing|ings|able|ation|ations|ational)$/
const NEGATION = /^(?:un|re|over|pre|mis|non|under|up|in)/
const isWithS = (root: string): boolean =>
  root.endsWith('wis') || withSInIse.has(root) || withSInIse.has(root.replace(NEGATION, ''))
const BRITISH_YS = /^(.+[ao]l)ys(e|es|ed|er|ers|ing)$/
const BRITISH_OUR = new RegExp(`^((?:un|dis|multi|bi|mis|over|well|mono)?(?:${alternatives(OUR)}))our`)
const BRITISH_RE = new RegExp(`^(.*(?:${alternatives(RE)}))re(s|d)?$`)
const BRITISH_OGUE = new RegExp(`^((?:${alternatives(OGUE)}))og(?:ue|(?=u?ing))(?:u(?=ing))?(s|d|r|rs|ing)?$`)
/** *Moveable* as *movable*; *permeable*, *malleable* and soft *c* and *g* keep their *e*. */
const E_ABLE = /^(.*[^cego](?<!perm|mall))eabl(e|es|y)$/
/** *Leukaemia*, *haemorrhage*: within words, where no table needs to know them. */
const AEM = /^(.+)aemi(a|c|as)$/

const AMERICAN_IZ = /^(.*[aeiouy].*i)z(e|es|ed|er|ers|ing|able|ation|ations|ational)$/
const AMERICAN_YZ = /^(.+[ao]l)yz(e|er)$/
const AMERICAN_OR = new RegExp(`^((?:un|dis|multi|bi|mis|over)?(?:${alternatives(OUR)}))or(?!a[rt]|ou|i)`)
const AMERICAN_ER = new RegExp(`^(.*(?:${alternatives(RE)}))er(s)?$`)
const AMERICAN_OG = new RegExp(`^((?:${alternatives(OGUE)}))og(s)?$`)

/** The American spelling of a lower-cased word without accents, in any form: *organised* → `organized`. */
export function american(word: string): string {
  const known = americanWords.get(word)
  if (known !== undefined) return known
  const begun = replaceBeginning(word, americanOf, americanLengths)
  // Most words have no letters that any of the rules could be about.
  if (!/is|ys|our|re|ogu|eab|aem/.test(begun)) return begun
  const [, root, ending] = BRITISH_IS.exec(begun) ?? []
  if (root !== undefined && !isWithS(root)) return `${root.slice(0, -1)}z${ending}`
  return begun
    .replace(BRITISH_YS, '$1yz$2')
    .replace(BRITISH_OUR, '$1or')
    .replace(BRITISH_RE, (_, before: string, after = '') => `${before}er${after === 'd' ? 'ed' : after}`)
    .replace(BRITISH_OGUE, (_, before: string, after = '') => `${before}og${OG_ENDINGS[after] ?? after}`)
    .replace(E_ABLE, '$1abl$2')
    .replace(AEM, '$1emi$2')
}

const OG_ENDINGS: Record<string, string> = { d: 'ed', r: 'er', rs: 'ers' }

/** The other spellings of a base form, American of a British one and the other way round; mostly none. */
export function otherSpellings(base: string): string[] {
  const to = american(base)
  if (to !== base) return [to]
  const known = britishWords.get(base)
  if (known !== undefined) return [known]
  const begun = replaceBeginning(base, britishOf, britishLengths)
  if (begun !== base) return [begun]
  const british = base
    .replace(AMERICAN_IZ, '$1s$2')
    .replace(AMERICAN_YZ, '$1ys$2')
    .replace(AMERICAN_OR, '$1our')
    .replace(AMERICAN_ER, '$1re$2')
    .replace(AMERICAN_OG, '$1ogue$2')
  return british === base ? [] : [british]
}

function replaceBeginning(
  word: string,
  map: ReadonlyMap<string, string>,
  lengths: readonly number[],
): string {
  for (const length of lengths) {
    if (length > word.length) continue
    const other = map.get(word.slice(0, length))
    if (other !== undefined) return other + word.slice(length)
  }
  return word
}

/** Other first letters that British or American forms of a word have, as pairs of an American beginning and a letter. */
export const SPELLED_INITIALS: readonly (readonly [american: string, initial: string])[] = [
  ...wholeWords,
  ...beginnings,
]
  .filter(([british, american]) => british.charAt(0) !== american.charAt(0))
  .map(([british, american]) => [american, british.charAt(0)])
