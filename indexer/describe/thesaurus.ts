/**
 * The concepts of a SKOS thesaurus, such as EuroVoc, as topics: labels in Italian and English become their wordings.
 * Statements in, topics out; reads no file.
 */
import type { Statement } from '../../language/bridge/import/rdf.ts'
import type { Topic } from './wordings.ts'

/** Gathers the concepts of one thesaurus. */
export type Thesaurus = {
  add: (statement: Statement) => void
  /** Its concepts with a preferred label in either language, in the order of the file. */
  topics: () => Topic[]
}

const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const SKOS_XL = 'http://www.w3.org/2008/05/skos-xl#'
/** EuroVoc has 7,000. */
export const MAX_CONCEPTS = 20_000
const MAX_LABELS = 60
const MAX_LABEL_LENGTH = 120

type Lang = 'it' | 'en'
type Labels = { preferred: Partial<Record<Lang, string>>; all: Record<Lang, Set<string>>; notation?: string }

/**
 * An empty thesaurus.
 *
 * @throws {RangeError} from `add`, if it has more than 20,000 concepts
 */
export function createThesaurus(): Thesaurus {
  const concepts = new Map<string, Labels>()
  const links: { concept: string; isPreferred: boolean; label: string }[] = []
  const forms = new Map<string, { lang: Lang; text: string }>()
  const conceptOf = (uri: string): Labels => {
    let concept = concepts.get(uri)
    if (concept === undefined) {
      if (concepts.size >= MAX_CONCEPTS) throw new RangeError(`more than ${MAX_CONCEPTS} concepts`)
      concept = { preferred: {}, all: { it: new Set(), en: new Set() } }
      concepts.set(copy(uri), concept)
    }
    return concept
  }
  const addLabel = (uri: string, isPreferred: boolean, lang: Lang, text: string): void => {
    const concept = conceptOf(uri)
    if (isPreferred) concept.preferred[lang] ??= text
    if (concept.all[lang].size < MAX_LABELS) concept.all[lang].add(text)
  }
  return {
    add: ({ subject, predicate, object, language }) => {
      const isPreferred = predicate === `${SKOS}prefLabel` || predicate === `${SKOS_XL}prefLabel`
      const isAlternative = predicate === `${SKOS}altLabel` || predicate === `${SKOS_XL}altLabel`
      if (predicate === `${SKOS}notation` && language !== undefined && object.length <= MAX_LABEL_LENGTH) {
        const known = concepts.get(subject)
        if (known !== undefined) known.notation ??= copy(object)
        return
      }
      if ((isPreferred || isAlternative) && language === undefined) {
        if (links.length < MAX_CONCEPTS * MAX_LABELS) {
          links.push({ concept: copy(subject), isPreferred, label: copy(object) })
        }
        return
      }
      const lang = languageOf(language)
      const text = object.replace(/\s+/g, ' ').trim()
      if (lang === undefined || text === '' || text.length > MAX_LABEL_LENGTH) return
      if (isPreferred || isAlternative) addLabel(subject, isPreferred, lang, copy(text))
      else if (predicate === `${SKOS_XL}literalForm`) forms.set(copy(subject), { lang, text: copy(text) })
    },
    topics: () => {
      for (const { concept, isPreferred, label } of links) {
        const form = forms.get(label)
        if (form !== undefined) addLabel(concept, isPreferred, form.lang, form.text)
      }
      const ids = new Set<string>()
      return [...concepts].flatMap(([uri, { preferred, all, notation }]) => {
        const [it, en] = [preferred.it ?? preferred.en, preferred.en ?? preferred.it]
        if (it === undefined || en === undefined) return []
        const id = unique(slugOf(notation ?? '') || slugOf(lastPart(uri)) || slugOf(en), ids)
        return [{ id, labels: { it, en }, wordings: { it: wordingsOf(all.it), en: wordingsOf(all.en) } }]
      })
    },
  }
}

/** Parsers cut strings out of the text they read, and each cut keeps all of that text in memory: hence the copy. */
function copy(text: string): string {
  return Buffer.from(text).toString()
}

function languageOf(tag: string | undefined): Lang | undefined {
  const code = tag?.split('-')[0]?.toLowerCase()
  return code === 'it' || code === 'en' ? code : undefined
}

/** What stands in parentheses tells concepts apart and is in no text; two letters are too little to go by. */
function wordingsOf(labels: ReadonlySet<string>): string[] {
  const wordings = [...labels].map((label) => label.replace(/\s*\([^)]*\)\s*/g, ' ').trim())
  return [...new Set(wordings)].filter(
    (wording) => /[\p{L}\p{N}]{3}/u.test(wording) || /\p{Lu}{2}/u.test(wording),
  )
}

function lastPart(uri: string): string {
  return uri.split(/[/#:]/).filter(Boolean).at(-1) ?? ''
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
}

function unique(id: string, ids: Set<string>): string {
  let free = id
  for (let count = 2; ids.has(free); count += 1) free = `${id}-${count}`
  ids.add(free)
  return free
}
