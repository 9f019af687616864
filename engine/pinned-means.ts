/**
 * Means that levels are cut with. The mean length of a language's passages is estimated when the first of them come, and
 * pinned: levels of passages that come later then compare with theirs. Ranking uses the exact mean; where the two are far
 * apart, the index is rebuilt.
 */
import { createBreaks } from '../language/slices.ts'
import { termLanguage } from '../ranking/counts.ts'
import { lengthOf } from '../ranking/encoded-terms.ts'
import type { Contribution, Draft, PassageDraft } from './drafts.ts'
import type { PinnedMean } from './generation.ts'
import type { PassageRecord } from './schema.ts'

/** Passages held back to estimate the mean length of languages that are new. */
const SAMPLE_SIZE = 2000
/**
 * What the mean of a new language is drawn to while few of its passages are known: that of the other languages, which are
 * cut into passages by the same rules, and this one, in terms, while nothing is known of them either.
 */
const USUAL_LENGTH = 60
const USUAL_COUNTS_AS = 50
/** So many passages say how long those of a language are. */
const ENOUGH_PASSAGES = 100

/**
 * Passes all passages of drafts on, with the mean that levels of their language are cut with.
 *
 * @param together drafts that come at the same time on other servers, these among them: means are estimated of all of
 * them, as they are where one server has all. Default: of these drafts
 * @returns the means of languages that were new
 */
export async function passThrough(
  drafts: readonly Draft[],
  contributions: readonly Contribution[],
  pins: ReadonlyMap<string, PinnedMean>,
  store: (record: PassageRecord) => Promise<void>,
  together: readonly Draft[] = [],
): Promise<PinnedMean[]> {
  const fresh = new Map<string, PinnedMean>()
  const expected = meansOf(together, pins)
  const totals: Totals = new Map()
  const takeBreak = createBreaks()
  let held: { contribution: Contribution; passage: PassageDraft }[] = []
  const settle = async (): Promise<void> => {
    estimate(totals, pins, fresh)
    for (const { contribution, passage } of held) {
      await takeBreak()
      const pin = fresh.get(termLanguage(passage.lang))
      await store(contribution.add(passage, pin?.meanLength ?? USUAL_LENGTH))
    }
    held = []
  }
  for (const [index, { passages }] of drafts.entries()) {
    const contribution = contributions[index]
    if (contribution === undefined) continue
    for await (const passage of passages) {
      await takeBreak()
      const lang = termLanguage(passage.lang)
      const known = expected.get(lang)
      if (known !== undefined) fresh.set(lang, known)
      const pin = pins.get(lang) ?? fresh.get(lang)
      if (pin !== undefined) {
        await store(contribution.add(passage, pin.meanLength))
        continue
      }
      const total = totals.get(lang) ?? { passages: 0, length: 0 }
      totals.set(lang, { passages: total.passages + 1, length: total.length + lengthOf(passage.terms) })
      // Words as written are most of what it weighs, and do not wait for any mean.
      contribution.addWords(passage)
      held.push({ contribution, passage: { ...passage, words: [] } })
      if (held.length >= SAMPLE_SIZE) await settle()
    }
  }
  await settle()
  return [...fresh.values()]
}

/** Passages of languages, and their terms. */
type Totals = Map<string, { passages: number; length: number }>

/**
 * Adds the means of languages that none is known of.
 *
 * @param pins those of other languages
 */
function estimate(
  totals: Totals,
  pins: ReadonlyMap<string, PinnedMean>,
  fresh: Map<string, PinnedMean>,
): void {
  let passages = USUAL_COUNTS_AS
  let length = USUAL_LENGTH * USUAL_COUNTS_AS
  for (const pin of pins.values()) {
    passages += pin.passages
    length += pin.meanLength * pin.passages
  }
  for (const total of totals.values()) {
    passages += total.passages
    length += total.length
  }
  const usual = length / passages
  for (const [lang, total] of totals) {
    if (fresh.has(lang)) continue
    const meanLength = (total.length + usual * USUAL_COUNTS_AS) / (total.passages + USUAL_COUNTS_AS)
    fresh.set(lang, { lang, meanLength, passages: total.passages })
  }
}

/** The means of languages that are new, of drafts whose passages are lists: those can be read twice. */
function meansOf(
  drafts: readonly Draft[],
  pins: ReadonlyMap<string, PinnedMean>,
): ReadonlyMap<string, PinnedMean> {
  const fresh = new Map<string, PinnedMean>()
  const totals: Totals = new Map()
  let held = 0
  for (const { passages } of drafts) {
    if (!Array.isArray(passages)) break
    for (const passage of passages as readonly PassageDraft[]) {
      const lang = termLanguage(passage.lang)
      if (pins.has(lang) || fresh.has(lang)) continue
      const total = totals.get(lang) ?? { passages: 0, length: 0 }
      totals.set(lang, { passages: total.passages + 1, length: total.length + lengthOf(passage.terms) })
      held += 1
      if (held < SAMPLE_SIZE) continue
      estimate(totals, pins, fresh)
      held = 0
    }
  }
  estimate(totals, pins, fresh)
  return fresh
}

/** The present means of languages, of those that have enough passages to say so: what a new generation is cut with. */
export function meansIn(totals: ReadonlyMap<string, { passages: number; length: number }>): PinnedMean[] {
  return [...totals]
    .filter(([, { passages }]) => passages >= ENOUGH_PASSAGES)
    .map(([lang, { passages, length }]) => ({ lang, meanLength: length / passages, passages }))
}

/**
 * How far the present mean of a language is from its pinned one; 1 is the same. Of the language that is farthest, and has
 * enough passages to say so. One that was pinned is believed until there are twice as many.
 */
export function driftOf(
  pins: ReadonlyMap<string, PinnedMean>,
  totals: ReadonlyMap<string, { passages: number; length: number }>,
): number {
  let drift = 1
  for (const { lang, meanLength, passages } of meansIn(totals)) {
    const pin = pins.get(lang)
    if (pin === undefined || passages < pin.passages * 2) continue
    const ratio = meanLength / pin.meanLength
    drift = Math.max(drift, ratio, 1 / ratio)
  }
  return drift
}
