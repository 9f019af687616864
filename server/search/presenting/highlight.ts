/** Where the words of a query stand in a text, whatever their inflection and language. Pure. */

import { analyze, type Term, termFinder } from '../../../language/analyzer.ts'
import { languages } from '../../../language/languages.ts'
import type { Alternative, Group } from '../../../ranking/groups.ts'
import { isReference, referenceMarks, withReferenceMarks } from './reference-marks.ts'

/** A stretch of text that matches. UTF-16 code units, `end` exclusive, as JavaScript counts. */
export type Highlight = {
  start: number
  end: number
  /** Id of the expansion that it matches; absent for a word of the query itself. */
  expansion?: string
}

/** Finds the words of a text that are alternatives of a group, in order; units as one stretch. */
export type Highlighter = (text: string, lang: string) => Highlight[]

/** A highlighter for the groups of a search. */
export function createHighlighter(groups: readonly Group[]): Highlighter {
  const byLanguage = new Map<string, (text: string) => Highlight[]>()
  return (text, lang) => {
    const filedUnder = languages.has(lang) ? lang : 'und'
    const highlight = byLanguage.get(filedUnder) ?? highlighterFor(groups, filedUnder)
    byLanguage.set(filedUnder, highlight)
    return highlight(text)
  }
}

function highlighterFor(groups: readonly Group[], lang: string): (text: string) => Highlight[] {
  const wanted = new Map<string, Alternative[]>()
  const references = new Map<string, string>()
  for (const alternative of groups.flatMap(({ alternatives }) => alternatives)) {
    const first = alternative.terms[0]
    if (alternative.lang !== lang || first === undefined) continue
    if (isReference(alternative)) references.set(first, alternative.expansion ?? '')
    else wanted.set(first, [...(wanted.get(first) ?? []), alternative])
  }
  if (wanted.size === 0) return (text) => referenceMarks(text, references)
  const isUnitFirst = (term: string): boolean =>
    wanted.get(term)?.some(({ terms }) => terms.length > 1) ?? false
  const find = termFinder(lang, new Set(wanted.keys()))
  return (text) => {
    const found = find(text)
    // What follows a word of a unit is seen among all terms only.
    const terms = found.some(({ term }) => isUnitFirst(term)) ? analyze(text, lang) : found
    return withReferenceMarks(marked(terms, wanted), referenceMarks(text, references))
  }
}

function marked(terms: readonly Term[], wanted: ReadonlyMap<string, readonly Alternative[]>): Highlight[] {
  const highlights: Highlight[] = []
  for (let at = 0; at < terms.length; at += 1) {
    // The parts of a joined word that is marked as a whole.
    if ((terms[at]?.start ?? 0) < (highlights.at(-1)?.end ?? 0)) continue
    const matching = (wanted.get(terms[at]?.term ?? '') ?? [])
      .filter((one) => one.terms.every((term, offset) => terms[at + offset]?.term === term))
      // The longest, and of equal ones the word itself before its translations.
      .sort((a, b) => b.terms.length - a.terms.length || b.weight - a.weight)[0]
    if (matching === undefined) continue
    const last = at + matching.terms.length - 1
    highlights.push({
      start: terms[at]?.start ?? 0,
      end: terms[last]?.end ?? 0,
      ...(matching.expansion === undefined ? {} : { expansion: matching.expansion }),
    })
    at = last
  }
  return highlights
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** Text as HTML: everything escaped, highlights inside `<mark>`. */
export function markHtml(text: string, highlights: readonly Highlight[]): string {
  let html = ''
  let at = 0
  for (const { start, end } of highlights) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at))
}
