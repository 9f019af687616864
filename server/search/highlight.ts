/** Where the words of a query stand in a text, whatever their inflection. Pure. */
import type { Group } from '../../engine/query.ts'
import { analyze } from '../../language/analyzer.ts'
import { languages } from '../../language/languages.ts'

/** A stretch of text that matches. UTF-16 code units, `end` exclusive, as JavaScript counts. */
export type Highlight = { start: number; end: number }

/** The words of `text` that are alternatives of a group, in order. */
export function highlight(text: string, lang: string, groups: readonly Group[]): Highlight[] {
  const filedUnder = languages.has(lang) ? lang : 'und'
  const wanted = new Set(
    groups.flatMap(({ alternatives }) =>
      alternatives.filter((alternative) => alternative.lang === filedUnder).map(({ term }) => term),
    ),
  )
  if (wanted.size === 0) return []
  return analyze(text, lang)
    .filter(({ term }) => wanted.has(term))
    .map(({ start, end }) => ({ start, end }))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

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
