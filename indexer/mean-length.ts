/**
 * Levels need the mean length of passages before the first of them is stored. It is estimated from a sample held
 * back at the start of a build; ranking later uses the exact mean, so the estimate only decides which passages are
 * looked at first.
 */
import { lengthOf } from '../ranking/encoded-terms.ts'
import type { AnalyzedPassage, IdentifiedDocument } from './record.ts'

/** Passages held back: some megabytes. */
const SAMPLE_SIZE = 2000

type Held = { document: IdentifiedDocument; analyzed: AnalyzedPassage }

/** Passes passages on to `store` with the mean length of their language. */
export function createMeanLengths(
  store: (document: IdentifiedDocument, analyzed: AnalyzedPassage, meanLength: number) => Promise<void>,
) {
  const totals = new Map<string, { passages: number; length: number }>()
  let held: Held[] = []
  let isSettled = false

  const pass = async ({ document, analyzed }: Held): Promise<void> => {
    const total = totals.get(analyzed.lang)
    const meanLength = total === undefined ? lengthOf(analyzed.terms) : total.length / total.passages
    await store(document, analyzed, meanLength)
  }
  const settle = async (): Promise<void> => {
    isSettled = true
    for (const one of held) await pass(one)
    held = []
  }

  return {
    /** Takes a passage. */
    add: async (document: IdentifiedDocument, analyzed: AnalyzedPassage): Promise<void> => {
      const total = totals.get(analyzed.lang) ?? { passages: 0, length: 0 }
      // Languages that came up in the sample keep the mean they had there, so that their levels compare.
      if (!isSettled || total.passages < SAMPLE_SIZE) {
        total.passages += 1
        total.length += lengthOf(analyzed.terms)
        totals.set(analyzed.lang, total)
      }
      if (isSettled) return pass({ document, analyzed })
      held.push({ document, analyzed })
      if (held.length >= SAMPLE_SIZE) await settle()
      return undefined
    },
    /** Passes on what is still held back. */
    finish: settle,
  }
}
