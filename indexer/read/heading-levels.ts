/**
 * Levels of the headings of a plain text, out of what each heading is: a passage never stands under a heading that is not
 * its own, so a new one closes all that it cannot be inside of.
 */
import type { Division } from './law-headings.ts'

/**
 * What a heading is told by: a part of an act, its number (`1.2 Scope`, as deep as it has figures), the line that is
 * drawn under it (the how manyeth kind of line in the text, from 0), capitals, or its looks alone.
 */
export type HeadingForm = Division | { figures: number } | { underline: number } | 'capitals' | 'looks'

/** The level of the next heading of a text, 2 to 6: below the title, which has level 1. */
export type HeadingLevels = (form: HeadingForm) => number

const DIVISIONS: Readonly<Record<Division, number>> = {
  book: 10,
  annex: 10,
  part: 20,
  title: 30,
  chapter: 40,
  section: 50,
  article: 60,
}
const UNDERLINED = 61
const NUMBERED = 70
const LOOKS = 80
const MAX_LEVEL = 6

/** Levels of a new text. */
export function createHeadingLevels(): HeadingLevels {
  let open: number[] = []
  const isOpen = (from: number, to: number): boolean => open.some((rank) => rank >= from && rank < to)
  const rankOf = (form: HeadingForm): number => {
    if (typeof form === 'object') {
      return 'figures' in form
        ? NUMBERED + Math.min(form.figures, 9) - 1
        : UNDERLINED + Math.min(form.underline, 8)
    }
    if (form !== 'capitals' && form !== 'looks') return DIVISIONS[form]
    // What has no number after an article or a numbered clause may be anything but a part of it.
    if (isOpen(DIVISIONS.article, DIVISIONS.article + 1)) return DIVISIONS.article
    if (isOpen(UNDERLINED, NUMBERED)) return LOOKS
    if (isOpen(NUMBERED, LOOKS) || form === 'capitals') return NUMBERED
    return LOOKS
  }
  return (form) => {
    const rank = rankOf(form)
    // An annex comes behind all that is not in another annex; a part of an act is in no heading told by its looks.
    open = open.filter((above) => above < rank && (rank > DIVISIONS.article || above < UNDERLINED))
    open.push(rank)
    return Math.min(open.length + 1, MAX_LEVEL)
  }
}
