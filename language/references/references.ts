/**
 * The acts and standards that a text names, in Italian and English: one id whatever the spelling, so that *regolamento
 * (UE) 2024/1689*, *Regulation (EU) 2024/1689*, *AI Act* and CELEX 32024R1689 are one thing.
 */
import { articleOf } from './articles.ts'
import { codes } from './codes.ts'
import { euActs } from './eu-acts.ts'
import { italianActs } from './italian-acts.ts'
import { KNOWN_ACTS } from './known-names.ts'
import { namedActs } from './names.ts'
import type { ReferenceMention } from './reference.ts'

/** How references are looked for. */
export type ReferenceOptions = {
  /** Whether it is a query, which people type in small letters. Default false. */
  isQuery?: boolean
}

/**
 * The references of a text, in its order; of those that overlap, the longest. Acronyms that mean other things, too,
 * are marked `isAmbiguous`.
 */
export function findReferences(text: string, { isQuery = false }: ReferenceOptions = {}): ReferenceMention[] {
  const found = [
    ...euActs(text),
    ...italianActs(text),
    ...codes(text, { ignoresCase: isQuery }),
    ...namedActs(text),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const mentions: ReferenceMention[] = []
  for (const mention of found) {
    const last = mentions.at(-1)
    if (last === undefined || mention.start >= last.end) mentions.push(mention)
    else if (mention.end - mention.start > last.end - last.start) mentions[mentions.length - 1] = mention
  }
  return mentions.map((mention) => {
    const article = /^(?:eu|it):/.test(mention.id) ? articleOf(text, mention.start, mention.end) : null
    if (article === null) return mention
    const act = { start: mention.start, end: mention.end }
    return { ...mention, act, article: article.anchor, start: article.start, end: article.end }
  })
}

/** The references that count: an ambiguous acronym does where its act is known to be spoken of. */
export function surely(
  mentions: readonly ReferenceMention[],
  isKnown: (id: string) => boolean,
): ReferenceMention[] {
  return mentions.filter(
    ({ id, isAmbiguous, article }) => isAmbiguous !== true || article !== undefined || isKnown(id),
  )
}

/** The term that stands for a reference, or an article of it, in the index: like no term of a word. */
export function referenceTerm(id: string): string {
  return `§${id}`
}

const LABELS = new Map(KNOWN_ACTS.map(({ id, label }) => [id, label]))
const ITALIAN_KINDS: Readonly<Record<string, { it: string; en: string }>> = {
  dlgs: { it: 'D.Lgs.', en: 'Legislative Decree' },
  dl: { it: 'D.L.', en: 'Decree-Law' },
  l: { it: 'Legge', en: 'Law' },
  dpr: { it: 'D.P.R.', en: 'Presidential Decree' },
  dpcm: { it: 'D.P.C.M.', en: 'Prime Ministerial Decree' },
  dm: { it: 'D.M.', en: 'Ministerial Decree' },
  rd: { it: 'R.D.', en: 'Royal Decree' },
}
const EU_KINDS: Readonly<Record<string, { it: string; en: string }>> = {
  reg: { it: 'Regolamento', en: 'Regulation' },
  dir: { it: 'Direttiva', en: 'Directive' },
  dec: { it: 'Decisione', en: 'Decision' },
}

/** What a reference is shown as: `D.Lgs. 82/2005 (Codice dell'amministrazione digitale), art. 64-bis`. */
export function referenceLabel(id: string, lang: 'it' | 'en'): string {
  const [act = '', anchor] = id.split('#')
  const label = actLabel(act, lang)
  if (anchor === undefined) return label
  const article = anchor.replace(/^art/, '').replace(/(?<=\d)(?=\p{L})/u, '-')
  return `${label}, ${lang === 'it' ? 'art.' : 'Article'} ${article}`
}

function actLabel(id: string, lang: 'it' | 'en'): string {
  const known = LABELS.get(id)
  if (known !== undefined) return known[lang]
  const [scheme = '', kind = '', number = ''] = id.split(':')
  const inItaly = scheme === 'it' ? ITALIAN_KINDS[kind]?.[lang] : undefined
  if (inItaly !== undefined) {
    const [year, count] = number.split('/')
    return `${inItaly} ${count}/${year}`
  }
  if (scheme === 'eu') {
    if (number === '') return lang === 'it' ? `Atto (UE) ${kind}` : `Act (EU) ${kind}`
    const [year, count] = number.split('/')
    const community = lang === 'it' ? 'CE' : 'EC'
    if (kind === 'reg')
      return `${EU_KINDS.reg?.[lang]} (${Number(year) >= 2010 ? (lang === 'it' ? 'UE' : 'EU') : community}) ${lang === 'it' ? 'n.' : 'No'} ${count}/${year}`
    const shown = Number(year) < 1999 ? number.slice(2) : number
    return `${EU_KINDS[kind]?.[lang] ?? kind} ${shown}/${Number(year) >= 2010 ? (lang === 'it' ? 'UE' : 'EU') : community}`
  }
  return codeLabel(scheme, kind)
}

function codeLabel(scheme: string, number: string): string {
  if (scheme === 'nist') return `NIST ${number.replace(/^sp/, 'SP ').replace(/^fips/, 'FIPS ').toUpperCase()}`
  if (scheme === 'etsi')
    return `ETSI ${number.slice(0, 2).toUpperCase()} ${number.slice(2, 5)} ${number.slice(5)}`
  if (scheme === 'en') return `EN ${number.replace(/^(\d{3})(\d{3})/, '$1 $2')}`
  return scheme === 'cve' ? `CVE-${number}` : `${scheme.toUpperCase()} ${number}`
}
