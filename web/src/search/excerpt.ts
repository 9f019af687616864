/** The part of a passage that says most about why it was found. */
import type { Highlight } from '@bifora/client'

/** A part of a text, with what matches in it. */
export type Excerpt = {
  text: string
  /** Offsets in `text` of this excerpt. */
  highlights: Highlight[]
  /** Whether the text goes on before and after it. */
  isCutBefore: boolean
  isCutAfter: boolean
}

/** Characters that may stand before the first match that is shown. */
const LEAD = 60

/**
 * A part of `text` of about `maxLength` characters (UTF-16 code units) that has as many matches as fit, cut between words.
 * Without matches it is the beginning.
 */
export function excerptOf(text: string, highlights: readonly Highlight[], maxLength: number): Excerpt {
  if (text.length <= maxLength) {
    return { text, highlights: [...highlights], isCutBefore: false, isCutAfter: false }
  }
  const first = bestStart(highlights, maxLength)
  const start = Math.max(0, Math.min(first - LEAD, text.length - maxLength))
  const from = start === 0 ? 0 : afterSpace(text, start, first)
  const to = from + maxLength >= text.length ? text.length : beforeSpace(text, from + maxLength)
  return {
    text: text.slice(from, to),
    highlights: highlights
      .filter((one) => one.start >= from && one.end <= to)
      .map((one) => ({ ...one, start: one.start - from, end: one.end - from })),
    isCutBefore: from > 0,
    isCutAfter: to < text.length,
  }
}

/** Where the match begins after which most others follow within reach. */
function bestStart(highlights: readonly Highlight[], maxLength: number): number {
  let best = 0
  let most = 0
  for (const { start } of highlights) {
    const reached = highlights.filter((one) => one.start >= start && one.end <= start + maxLength - LEAD)
    if (reached.length > most) {
      best = start
      most = reached.length
    }
  }
  return best
}

function afterSpace(text: string, start: number, limit: number): number {
  const space = text.slice(start, limit).search(/\s/)
  return space === -1 ? start : start + space + 1
}

function beforeSpace(text: string, end: number): number {
  const space = text.slice(0, end).search(/\s\S*$/)
  return space === -1 ? end : space
}
