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
/** What labels and links to labels may take, estimated. EuroVoc with all its languages takes some 60 MB. */
const MAX_KEPT_MB = 400
const MEGABYTE = 1_000_000
const OVERHEAD_BYTES = 100

type Kind = 'preferred' | 'alternative'
type Side = 'source' | 'target'
type Labels = { preferred?: string; alternative?: string[] }
type Concept = { [side in Side]?: Labels }

/** What to gather. */
export type ConceptOptions = {
  /** ISO 639-1. */
  from: string
  to: string
  /** How errors call the thesaurus. */
  name: string
  /** Memory that labels may take, estimated. Default: 400. */
  maxKeptMb?: number
}

/** The concepts of a thesaurus that has labels in two languages. */
export function createConcepts({ from, to, name, maxKeptMb = MAX_KEPT_MB }: ConceptOptions): Concepts {
  const concepts = new Map<string, Concept>()
  const links: { concept: Concept; kind: Kind; label: string }[] = []
  const forms = new Map<string, { side: Side; text: string }>()
  const languages = new Set<string>()
  let keptBytes = 0
  /** Parsers cut strings out of the text they read, and each cut keeps all of that text in memory: hence the copy. */
  const keep = (text: string): string => {
    keptBytes += 2 * text.length + OVERHEAD_BYTES
    if (keptBytes > maxKeptMb * MEGABYTE) {
      throw new LexiconError(
        `${name}: its labels take more than ${maxKeptMb} MB of memory, the most that is kept. Split it, or leave only the languages ${from} and ${to}.`,
      )
    }
    return Buffer.from(text).toString()
  }
  const sideOf = (tag: string | undefined): Side | undefined => {
    const lang = tag?.split('-')[0]?.toLowerCase()
    if (lang) languages.add(lang)
    return lang === from ? 'source' : lang === to ? 'target' : undefined
  }
  const conceptOf = (uri: string): Concept => {
    let concept = concepts.get(uri)
    if (concept === undefined) {
      concept = {}
      concepts.set(keep(uri), concept)
    }
    return concept
  }
  return {
    add: ({ subject, predicate, object, language }) => {
      const kind = KINDS.get(predicate)
      if (kind !== undefined && language === undefined) {
        links.push({ concept: conceptOf(subject), kind, label: keep(object) })
        return
      }
      const side = kind !== undefined || predicate === `${SKOS_XL}literalForm` ? sideOf(language) : undefined
      if (side === undefined) return
      if (kind === undefined) forms.set(keep(subject), { side, text: keep(object) })
      else addLabel(conceptOf(subject), kind, side, keep(object))
    },
    imported: () => {
      for (const { concept, kind, label } of links) {
        const form = forms.get(label)
        if (form !== undefined) addLabel(concept, kind, form.side, form.text)
      }
      const imported = pairLabels(concepts, name)
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

function addLabel(concept: Concept, kind: Kind, side: Side, text: string): void {
  const labels = concept[side] ?? {}
  concept[side] = labels
  if (kind === 'preferred') labels.preferred ??= text
  else if (labels.alternative === undefined) labels.alternative = [text]
  else labels.alternative.push(text)
}

const KINDS = new Map<string, Kind>([
  [`${SKOS}prefLabel`, 'preferred'],
  [`${SKOS}altLabel`, 'alternative'],
  [`${SKOS_XL}prefLabel`, 'preferred'],
  [`${SKOS_XL}altLabel`, 'alternative'],
])

function pairLabels(concepts: ReadonlyMap<string, Concept>, name: string): Imported {
  const pairs = createPairs(name)
  for (const [uri, { source, target }] of concepts) {
    if (source?.preferred && target?.preferred) pairs.add(source.preferred, target.preferred, uri)
    if (target?.preferred)
      for (const text of source?.alternative ?? []) pairs.add(text, target.preferred, uri)
    if (source?.preferred)
      for (const text of target?.alternative ?? []) pairs.add(source.preferred, text, uri)
  }
  return pairs.imported()
}
