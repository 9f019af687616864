/** What a PDF calls its headings: the entries of its outline, by their words. */

/** An entry of an outline as pdf.js gives it. */
export type OutlineEntry = { title: string; items: readonly OutlineEntry[] }

/** The level of the heading with this text, 2 to 6, below the title of the document; `undefined` if the outline has none. */
export type OutlineLevels = (text: string) => number | undefined

const MAX_ENTRIES = 10_000
const MAX_LEVEL = 6

/** Levels of the entries of an outline; deeper ones than five, and more than 10,000, are left alone. */
export function outlineLevels(entries: readonly OutlineEntry[]): OutlineLevels {
  const levels = new Map<string, number>()
  const visit = (below: readonly OutlineEntry[], level: number): void => {
    for (const { title, items } of below) {
      if (levels.size >= MAX_ENTRIES) return
      for (const key of [keyOf(title), keyOf(withoutNumber(title))]) {
        if (key.length > 1 && !levels.has(key)) levels.set(key, level)
      }
      if (level < MAX_LEVEL) visit(items, level + 1)
    }
  }
  visit(entries, 2)
  return (text) => levels.get(keyOf(text)) ?? levels.get(keyOf(withoutNumber(text)))
}

function withoutNumber(text: string): string {
  return text.replace(
    /^\s*(?:(?:chapter|capitolo|appendix|appendice|part|parte)\s+)?(?:[\dA-Z]{1,3}\.)*[\dA-Z]{1,3}[.:]?\s+/i,
    '',
  )
}

/** Letters and figures alone, without case. */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
