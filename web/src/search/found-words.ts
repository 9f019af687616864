/** The words of a result that match, each once. */
import type { SearchHit } from '@bifora/client'

/** A word as it stands in the document, and the expansion it was found through, if it was. */
export type Found = { text: string; expansion: string | undefined }

/** The words that are marked in title and passages, those of the query itself first; case alone makes no other word. */
export function foundWords({ title = '', titleHighlights = [], passages = [] }: SearchHit): Found[] {
  const marked = [
    { text: title, highlights: titleHighlights },
    ...passages.map(({ text, highlights }) => ({ text, highlights })),
  ]
  const found = new Map<string, Found>()
  for (const { text, highlights } of marked) {
    for (const { start, end, expansion } of highlights) {
      const word = text.slice(start, end)
      const key = word.toLowerCase()
      if (!found.has(key)) found.set(key, { text: word, expansion })
    }
  }
  return [...found.values()].sort(
    (a, b) => Number(a.expansion !== undefined) - Number(b.expansion !== undefined),
  )
}
