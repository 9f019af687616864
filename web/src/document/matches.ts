/** The matches of a text, counted through: which one is where, and which is next. Pure. */
import type { Highlight } from '@bifora/client'

/** A stretch of text with what is marked in it. */
export type Marked = { text: string; highlights?: readonly Highlight[] | undefined }

/** For each stretch how many matches come before it, and at the end how many there are. */
export function countedBefore(stretches: readonly Marked[]): number[] {
  let count = 0
  return [
    ...stretches.map(({ highlights = [] }) => {
      const before = count
      count += highlights.length
      return before
    }),
    count,
  ]
}

/**
 * The match that comes after, or before, another: behind the last comes the first again.
 *
 * @param current from 1; 0: none has been gone to yet
 * @returns from 1; 0 where there are none
 */
export function nextMatch(current: number, step: 1 | -1, total: number): number {
  if (total === 0) return 0
  const next = current + step
  if (next > total) return 1
  return next < 1 ? total : next
}

/** Where the match with a number, from 1, stands: in which stretch, and as which of its highlights. Undefined: further on. */
export function placeOf(
  number: number,
  stretches: readonly Marked[],
): { stretch: number; highlight: number } | undefined {
  let left = number
  for (const [stretch, { highlights = [] }] of stretches.entries()) {
    if (left >= 1 && left <= highlights.length) return { stretch, highlight: left - 1 }
    left -= highlights.length
  }
  return undefined
}

/** Characters on each side of a match that are read out with it. */
const AROUND = 60

/** A match with the words around it, as one line; words are not cut. */
export function aroundMatch(text: string, { start, end }: Pick<Highlight, 'start' | 'end'>): string {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  const whole =
    (from === 0 ? before : before.replace(/^\S*\s?/, '')) +
    text.slice(start, end) +
    (to === text.length ? after : after.replace(/\s?\S*$/, ''))
  return whole.replace(/\s+/g, ' ').trim()
}

/** A paragraph of a passage, and which of the highlights of the passage is its first. */
export type Paragraph = { text: string; highlights: Highlight[]; first: number }

/** A text taken apart at its empty lines, each part with its highlights. One that reaches over two parts is cut in the first. */
export function paragraphsOf({ text, highlights = [] }: Marked): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let first = 0
  let at = 0
  for (const part of text.split(/(\n[^\S\n]*\n\s*)/)) {
    const start = at
    at += part.length
    if (part.trim() === '') continue
    const own = highlights.filter((one) => one.start >= start && one.start < at)
    paragraphs.push({
      text: part,
      first,
      highlights: own.map((one) => ({
        ...one,
        start: one.start - start,
        end: Math.min(one.end, at) - start,
      })),
    })
    first += own.length
  }
  return paragraphs
}
