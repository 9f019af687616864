/** Boolean expressions that add up: "whatever of these a record has, together it is worth at least so much". */
import { and, isIn, or } from './filter.ts'
import { expressionOf, type Having } from './has-group.ts'

/** One of several ways to have a part, all of which include those before them in the part's list. */
export type Step = Having & { worth: number }

/** Sums of the same numbers in the same order are equal but for rounding. */
const ROUNDING = 1e-9

/**
 * The filter on `tok` for records whose parts are worth at least `least` together.
 *
 * @param parts for each part its steps, worth most first; a record that has the tokens of a later step may have
 * those of the earlier ones too, and counts with the best
 * @returns an expression; one that no record fulfills if `least` is out of reach
 */
export function atLeast(parts: readonly (readonly Step[])[], least: number): string {
  const reach = parts.map(() => 0)
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    reach[index] = (parts[index]?.[0]?.worth ?? 0) + (reach[index + 1] ?? 0)
  }
  const build = (index: number, missing: number): string | undefined => {
    if (missing <= ROUNDING) return ''
    if ((reach[index] ?? 0) < missing - ROUNDING) return undefined
    // What a step asks of the other parts is no less than an earlier step asks, so each names only its own tokens.
    const branches = new Map<string, Having>()
    for (const step of parts[index] ?? []) {
      const rest = build(index + 1, missing - step.worth)
      if (rest === undefined) break
      const { tokens, units } = branches.get(rest) ?? { tokens: [], units: [] }
      branches.set(rest, { tokens: [...tokens, ...step.tokens], units: [...units, ...step.units] })
    }
    const without = build(index + 1, missing)
    const expressions = [...branches].map(([rest, having]) => and([expressionOf(having), rest]))
    if (without !== undefined) expressions.push(without)
    return expressions.length === 0 ? undefined : or(expressions)
  }
  return build(0, least) ?? isIn('tok', [])
}
