/** Texts with what matches in them marked, whole or cut to what stands around it. Pure. */
import type { Highlight } from '../types.ts'

/** What is put before and after a match. */
export type Tags = { pre: string; post: string }

/** A text with marks, as InstantSearch shows it. */
export type Marked = { value: string; matchLevel: 'none' | 'partial' | 'full'; matchedWords: string[] }

const ELLIPSIS = '…'

/**
 * A text with its matches marked. Nothing is escaped: InstantSearch does that, around tags of its own.
 *
 * @param isComplete whether the document has every word of the query
 */
export function marked(
  text: string,
  highlights: readonly Highlight[],
  { pre, post }: Tags,
  isComplete: boolean,
): Marked {
  let value = ''
  let at = 0
  for (const { start, end } of highlights) {
    value += text.slice(at, start) + pre + text.slice(start, end) + post
    at = end
  }
  const words = highlights.map(({ start, end }) => text.slice(start, end).toLowerCase())
  return {
    value: value + text.slice(at),
    matchLevel: words.length === 0 ? 'none' : isComplete ? 'full' : 'partial',
    matchedWords: [...new Set(words)],
  }
}

/** Some words of a text around its first match, marked. */
export function snippet(
  text: string,
  highlights: readonly Highlight[],
  { tags, words, isComplete }: { tags: Tags; words: number; isComplete: boolean },
): Omit<Marked, 'matchedWords'> {
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index)
  const first = highlights[0]?.start ?? 0
  const before = starts.findLastIndex((start) => start <= first)
  // A third of the words before the match, unless the text ends sooner.
  const from = Math.max(0, Math.min(before - Math.floor(words / 3), starts.length - words))
  const start = starts[from] ?? 0
  const end = starts[from + words] ?? text.length
  const inside = highlights
    .filter((one) => one.start >= start && one.end <= end)
    .map((one) => ({ start: one.start - start, end: one.end - start }))
  const { value, matchLevel } = marked(text.slice(start, end).trimEnd(), inside, tags, isComplete)
  return { value: (start > 0 ? ELLIPSIS : '') + value + (end < text.length ? ELLIPSIS : ''), matchLevel }
}

/** Where a text stands in another, case aside: the first time. */
export function placesOf(part: string, text: string): Highlight[] {
  const start = text.toLowerCase().indexOf(part.toLowerCase())
  return part === '' || start < 0 ? [] : [{ start, end: start + part.length }]
}
