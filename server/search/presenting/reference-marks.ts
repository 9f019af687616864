/** Where the acts and standards of a query stand in a text, in whatever spelling. Pure. */
import { findReferences, referenceTerm } from '../../../language/references/references.ts'
import type { Alternative } from '../../../ranking/groups.ts'
import type { Highlight } from './highlight.ts'

const TERM = referenceTerm('')

/** Whether an alternative stands for an act or a standard, and not for words. */
export function isReference({ terms: [term = ''] }: Pick<Alternative, 'terms'>): boolean {
  return term.startsWith(TERM)
}

/**
 * The stretches of a text that name one of these references, in order. An acronym that means other things, too, is left
 * to the words of the query.
 *
 * @param wanted ids of expansions by the terms of references
 */
export function referenceMarks(text: string, wanted: ReadonlyMap<string, string>): Highlight[] {
  if (wanted.size === 0) return []
  return findReferences(text).flatMap(({ id, start, end, act = { start, end }, article, isAmbiguous }) => {
    const whole = article === undefined ? undefined : wanted.get(referenceTerm(id + article))
    if (whole !== undefined) return [{ start, end, expansion: whole }]
    const expansion =
      isAmbiguous === true && article === undefined ? undefined : wanted.get(referenceTerm(id))
    return expansion === undefined ? [] : [{ ...act, expansion }]
  })
}

/**
 * Marks of words and of references together, none over another: what the query's own words cover from end to end stays
 * theirs, otherwise a reference is one stretch.
 */
export function withReferenceMarks(
  words: readonly Highlight[],
  references: readonly Highlight[],
): Highlight[] {
  let marks = [...words]
  for (const reference of references) {
    const { start, end } = reference
    const inside = marks.filter((mark) => mark.start < end && mark.end > start)
    const isSaid =
      inside[0]?.start === start &&
      inside.at(-1)?.end === end &&
      inside.every(({ expansion }) => expansion === undefined)
    if (!isSaid) marks = [...marks.filter((mark) => !inside.includes(mark)), reference]
  }
  return marks.sort((a, b) => a.start - b.start)
}
