/** Answers within a number of characters: what an assistant can read at once is limited, and what is cut must be said. Pure. */

/** Characters of an answer if nobody says otherwise: some 5,000 tokens. */
export const DEFAULT_CHARACTERS = 20_000
/** Less has no room for one result. */
export const MIN_CHARACTERS = 1_000
/** More than this clients cut by themselves. */
export const MAX_CHARACTERS = 80_000

/** Room that what is around a list takes, and what is said about what was cut. */
const AROUND = 600

/** The first of `items` that have room together, at least one, and how many were left out. */
export function fitting<T>(items: readonly T[], maxCharacters: number): { shown: T[]; cut: number } {
  let room = maxCharacters - AROUND
  const shown: T[] = []
  for (const item of items) {
    room -= JSON.stringify(item).length
    if (room < 0 && shown.length > 0) break
    shown.push(item)
  }
  return { shown, cut: items.length - shown.length }
}

/**
 * The part of a text around a place in it, cut at words.
 *
 * @param at offset of what must be seen, in UTF-16 code units
 * @param length of the part, in UTF-16 code units
 */
export function excerpt(text: string, at: number, length: number): string {
  if (text.length <= length) return text
  const first = Math.max(0, Math.min(at - length / 4, text.length - length))
  const start = first === 0 ? 0 : text.indexOf(' ', first) + 1
  const end = start + length >= text.length ? text.length : text.lastIndexOf(' ', start + length)
  const part = text.slice(start, end <= start ? start + length : end).trim()
  return `${start > 0 ? '… ' : ''}${part}${end < text.length ? ' …' : ''}`
}
