/**
 * The concepts of a SKOS thesaurus, gathered statement by statement and kept only as their labels in two languages.
 * Labels may be literals (`skos:prefLabel`) or resources of their own (`skosxl:prefLabel` → `skosxl:literalForm`),
 * in any order. https://www.w3.org/TR/skos-reference/#labels and #xl
 */
import { LexiconError } from '../lexicon.ts'
import { createPairs, type Imported } from './pairs.ts'
import type { Statement } from './rdf.ts'

/** Gathers the concepts of one thesaurus. */
export type Concepts = {
  add: (statement: Statement) => void
  /** Preferred label with preferred label, then alternative labels with the other language's preferred one. */
  imported: () => Imported
}

const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const SKOS_XL = 'http://www.w3.org/2008/05/skos-xl#'
/** Labels and links to labels that are kept: some 500 MB of memory. EuroVoc with all its languages has a fifth. */
const MAX_KEPT = 2_000_000

type Kind = 'preferred' | 'alternative'
type Labels = { preferred?: string; alternatives: string[] }
type Concept = Map<string, Labels>

/** The concepts of a thesaurus that pair `from` with `to` (ISO 639-1). */
export function createConcepts(from: string, to: string, name: string): Concepts {
  const concepts = new Map<string, Concept>()
  const links: { concept: string; kind: Kind; label: string }[] = []
  const forms = new Map<string, { lang: string; text: string }>()
  const languages = new Set<string>()
  let kept = 0
  const keep = (): void => {
    kept += 1
    if (kept > MAX_KEPT)
      throw new LexiconError(`${name} has more than ${MAX_KEPT} labels, the most that is read. Split it.`)
  }
  const wanted = (tag: string | undefined): string | undefined => {
    const lang = tag?.split('-')[0]?.toLowerCase()
    if (lang) languages.add(lang)
    return lang === from || lang === to ? lang : undefined
  }
  const label = (uri: string, kind: Kind, lang: string, text: string): void => {
    let concept = concepts.get(uri)
    if (concept === undefined) {
      concept = new Map()
      concepts.set(uri, concept)
    }
    const labels = concept.get(lang) ?? { alternatives: [] }
    concept.set(lang, labels)
    if (kind === 'preferred') labels.preferred ??= text
    else labels.alternatives.push(text)
  }
  return {
    add: ({ subject, predicate, object, language }) => {
      const kind = KINDS.get(predicate)
      if (kind !== undefined && language === undefined) {
        keep()
        links.push({ concept: ownCopy(subject), kind, label: ownCopy(object) })
        return
      }
      const lang = kind !== undefined || predicate === `${SKOS_XL}literalForm` ? wanted(language) : undefined
      if (lang === undefined) return
      keep()
      if (kind === undefined) forms.set(ownCopy(subject), { lang, text: ownCopy(object) })
      else label(ownCopy(subject), kind, lang, ownCopy(object))
    },
    imported: () => {
      for (const { concept, kind, label: node } of links) {
        const form = forms.get(node)
        if (form !== undefined) label(concept, kind, form.lang, form.text)
      }
      const imported = pairLabels(concepts, from, to, name)
      if (imported.entries.length === 0) {
        const found =
          languages.size > 0 ? `its labels are in: ${[...languages].sort().join(', ')}` : 'it has no labels'
        throw new LexiconError(
          `${name} has no concept with preferred labels in both ${from} and ${to}; ${found}.`,
        )
      }
      return imported
    },
  }
}

const KINDS = new Map<string, Kind>([
  [`${SKOS}prefLabel`, 'preferred'],
  [`${SKOS}altLabel`, 'alternative'],
  [`${SKOS_XL}prefLabel`, 'preferred'],
  [`${SKOS_XL}altLabel`, 'alternative'],
])

function pairLabels(
  concepts: ReadonlyMap<string, Concept>,
  from: string,
  to: string,
  name: string,
): Imported {
  const pairs = createPairs(name)
  for (const [uri, concept] of concepts) {
    const source = concept.get(from)
    const target = concept.get(to)
    if (source?.preferred && target?.preferred) pairs.add(source.preferred, target.preferred, uri)
    if (target?.preferred)
      for (const text of source?.alternatives ?? []) pairs.add(text, target.preferred, uri)
    if (source?.preferred)
      for (const text of target?.alternatives ?? []) pairs.add(source.preferred, text, uri)
  }
  return pairs.imported()
}

/** Parsers cut strings out of the text they read, and each cut keeps all of that text in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString()
}
