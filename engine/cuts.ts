/** A group → steps of what it can be worth in a passage, best first: the material that plans are made of. */
import { passageHas } from './has-group.ts'
import { K1, LEVEL_FLOORS, levelToken } from './levels.ts'
import type { Alternative, Group } from './query.ts'
import type { Statistics } from './statistics.ts'
import type { Step } from './threshold.ts'
import { groupIdf, passagesWith } from './weights.ts'

/** Neighboring levels of a group's alternatives, `worth` the score that they give on average. */
export type Cut = Step & {
  /** Passages at these levels, by language. */
  passages: Map<string, number>
}

/** Units have no levels of their own: they count with the impact of a term that occurs once. */
const UNIT_IMPACT = 1

/** The score that an alternative promises at one level, and in how many passages. */
type Promised = { worth: number; lang: string; passages: number; tokens: string[]; units: string[] }

/** The promises of a group's alternatives, highest first, gathered into at most `max` cuts. */
export function cutsOf(group: Group, statistics: Statistics, max: number): Cut[] {
  const promises = group.alternatives
    .flatMap((alternative) =>
      promisesOf(alternative, groupIdf(group, alternative.lang, statistics), statistics),
    )
    .sort((a, b) => b.worth - a.worth)
  const total = promises.reduce((sum, { passages }) => sum + passages, 0)
  const cuts: Cut[] = []
  let above = 0
  for (const promised of promises) {
    if (cuts.length === 0 || (cuts.length < max && above >= cutAfter(cuts.length, max, total))) {
      cuts.push({ worth: 0, tokens: [], units: [], passages: new Map() })
    }
    join(cuts.at(-1) as Cut, promised)
    above += promised.passages
  }
  return cuts
}

function join(cut: Cut, { worth, lang, passages, tokens, units }: Promised): void {
  const before = [...cut.passages.values()].reduce((sum, count) => sum + count, 0)
  cut.worth = (cut.worth * before + worth * passages) / (before + passages)
  cut.tokens.push(...tokens)
  cut.units.push(...units)
  cut.passages.set(lang, (cut.passages.get(lang) ?? 0) + passages)
}

/** Cumulated passages after which the next cut begins: in equal ratios, so that the top is seen finely. */
function cutAfter(cuts: number, max: number, total: number): number {
  const first = 10
  return total <= first ? 0 : first * (total / first) ** ((cuts - 1) / Math.max(1, max - 1))
}

function promisesOf(alternative: Alternative, idf: number, statistics: Statistics): Promised[] {
  const { lang, terms, weight } = alternative
  const passages = passagesWith(alternative, statistics)
  if (passages === 0) return []
  if (terms.length > 1) {
    const unit = passageHas({ alternatives: [alternative] }, statistics)
    return [{ worth: idf * weighted(UNIT_IMPACT, weight), lang, passages, tokens: [], units: [unit] }]
  }
  const [term = ''] = terms
  return [...(statistics.term(lang, term)?.levels ?? [])].flatMap((count, level) => {
    if (count === 0) return []
    const worth = idf * weighted(impactAt(level), weight)
    return { worth, lang, passages: count, tokens: [levelToken(lang, term, level)], units: [] }
  })
}

/** The impact that a level stands for: its middle. */
function impactAt(level: number): number {
  const floor = LEVEL_FLOORS[level] ?? 0
  const ceiling = LEVEL_FLOORS[level + 1] ?? K1 + 1
  return (floor + ceiling) / 2
}

/** An impact as it is with all frequencies scaled by a weight: BM25's saturation undone, scaled, and redone. */
function weighted(impact: number, weight: number): number {
  const ratio = (weight * impact) / (K1 + 1 - impact)
  return ((K1 + 1) * ratio) / (1 + ratio)
}
