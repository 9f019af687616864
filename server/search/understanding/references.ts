/**
 * Acts and standards in a query: whoever asks for *AI Act* finds what says *regolamento (UE) 2024/1689*, too. The words
 * that name one get the term that stands for it in the index as an alternative, besides all others that they have.
 */
import { analyzeWhole } from '../../../language/analyzer.ts'
import { foldWord } from '../../../language/fold.ts'
import { findReferences, referenceLabel, referenceTerm } from '../../../language/references/references.ts'
import type { Alternative } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { Expansion } from './expand.ts'
import type { QueryGroup } from './readings.ts'
import type { Query } from './understand.ts'

/** As much as the likeliest translation. */
const WEIGHT = 0.9
/** Of acronyms that mean other things, too. */
const AMBIGUOUS_WEIGHT = 0.5

/**
 * Adds the references of a query to its groups, in all languages of the corpus.
 *
 * @param without ids of expansions that are not wanted
 */
export function withReferences(
  { groups, expansions }: { groups: QueryGroup[]; expansions: Expansion[] },
  { plain, lang }: Pick<Query, 'plain' | 'lang'>,
  statistics: Statistics,
  without: ReadonlySet<string>,
): { groups: QueryGroup[]; expansions: Expansion[] } {
  const mentions = findReferences(plain, { isQuery: true })
  if (mentions.length === 0) return { groups, expansions }
  const labelLang = lang.value === 'it' ? 'it' : 'en'
  const added: Alternative[][] = groups.map(() => [])
  const found: Expansion[] = []
  const add = (id: string, start: number, end: number, weight: number): void => {
    const term = referenceTerm(id)
    const langs = [...statistics.languages.keys()].filter((code) => statistics.term(code, term) !== undefined)
    const from = plain.slice(start, end)
    const expansion = { id: `r${found.length + 1}`, from, to: referenceLabel(id, labelLang), lang: labelLang }
    if (langs.length === 0) return
    found.push({ ...expansion, weight, via: 'reference' })
    if (without.has(expansion.id)) return
    const words = new Set(
      [...statistics.languages.keys()].flatMap((code) =>
        analyzeWhole(from, code).map(({ word }) => foldWord(word)),
      ),
    )
    for (const [index, { word }] of groups.entries()) {
      if (!words.has(foldWord(word))) continue
      for (const code of langs)
        added[index]?.push({ lang: code, terms: [term], weight, expansion: expansion.id })
    }
  }
  for (const { id, start, end, article, act = { start, end }, isAmbiguous } of mentions) {
    const weight = isAmbiguous === true && article === undefined ? AMBIGUOUS_WEIGHT : WEIGHT
    add(id, act.start, act.end, weight)
    if (article === undefined) continue
    if (start < act.start) add(id + article, start, act.start, weight)
    if (end > act.end) add(id + article, act.end, end, weight)
  }
  return {
    groups: groups.map((group, index) => ({
      ...group,
      alternatives: [...group.alternatives, ...(added[index] ?? [])],
    })),
    expansions: [...expansions, ...found.filter(({ id }) => !without.has(id))],
  }
}
