/** A slide of any presentation → pieces. */
import type { Piece } from './pieces.ts'
import { isTitleLike } from './plain-headings.ts'

/** What stands on a slide, in reading order. */
export type Slide = {
  /** From 1. */
  page: number
  /** Empty if it has none. */
  title: string
  texts: readonly Piece[]
  /** What the speaker is to say. */
  notes: readonly Piece[]
}

/**
 * The pieces of a slide. One without a title is headed by its first text if that reads like one, or else by its number,
 * so that it does not stand under the title of the slide before.
 */
export function toSlide({ page, title, texts, notes }: Slide): Piece[] {
  const all = [...texts, ...notes].filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const own = title.trim()
  if (own === '' && all.length === 0) return []
  const [first] = all
  const standsIn =
    own === '' && first?.isPart !== true && first !== undefined && isTitleLike(first.text.trim())
  const heading = own !== '' ? own : standsIn ? first.text : `Slide ${page}`
  const level = page === 1 && heading !== 'Slide 1' ? 'title' : 2
  return [{ text: heading, level, page }, ...all.slice(standsIn ? 1 : 0).map((piece) => ({ ...piece, page }))]
}
