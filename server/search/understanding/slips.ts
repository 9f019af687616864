/**
 * Words of a query that somebody has written, but hardly anybody, and that look like a frequent one: *partizoni* beside
 * *partizioni*. Texts have slips, too. Such a word is never replaced; the frequent one is looked for beside it, and
 * counts so little that what was typed comes first.
 */
import { termOf } from '../../../language/analyzer.ts'
import type { Bridge } from '../../../language/bridge/bridge.ts'
import { isJoined } from '../../../language/compounds.ts'
import { foldWord } from '../../../language/fold.ts'
import type { Steps } from '../../../language/slices.ts'
import { isRepairable, repair } from '../../../language/spelling.ts'
import type { Alternative } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { Speller } from './correct.ts'
import { type Expansion, idOf } from './expand.ts'
import { othersOf } from './others.ts'
import type { QueryGroup } from './readings.ts'
import type { Query } from './understand.ts'

/** A rare word, and the frequent one that it may be a slip for. */
export type Slip = { from: string; to: string; lang: string }

/** Passages that a slip is in at most: what more have is a word. */
const MAX_SLIPS = 2
/** How much more frequent the other word must be. */
const MIN_RATIO = 50
/** Shorter words have true neighbors. */
const MIN_LENGTH = 7
/** A passage must have the frequent word ten times to have as much of it as of the one that was typed. */
const WEIGHT = 0.1

/** The likely slips of a query. Names, and what a lexicon knows, are none. */
export function* slipsIn(query: Query, { statistics, vocabularies, knows }: Speller): Steps<Slip[]> {
  const slips: Slip[] = []
  for (const { word } of query.groups) {
    const folded = foldWord(word)
    const mayBe = /^\p{Ll}/u.test(word) && !isJoined(word) && folded.length >= MIN_LENGTH
    if (!mayBe || !isRepairable(folded)) continue
    const passages = [...statistics.languages.keys()].reduce(
      (sum, lang) => sum + (statistics.term(lang, termOf(word, lang))?.passages ?? 0),
      0,
    )
    const isKnown = query.languages.some(({ lang }) => knows(lang, termOf(word, lang)))
    if (isKnown || passages === 0 || passages > MAX_SLIPS) continue
    for (const { lang } of query.languages) {
      const vocabulary = vocabularies(lang)
      const to = vocabulary && (yield* repair(folded, vocabulary, { maxEdits: 1, isOther: true }))
      if (to === undefined || to[0] !== folded[0]) continue
      const ofOther = statistics.term(lang, termOf(to, lang))?.passages ?? 0
      if (ofOther < MIN_RATIO * passages) continue
      slips.push({ from: word, to, lang })
      break
    }
  }
  return slips
}

/**
 * Adds to the groups of a query what their words may be slips for, and its translations.
 *
 * @param without ids of expansions that are not wanted
 */
export function withSlips(
  { groups, expansions }: { groups: QueryGroup[]; expansions: Expansion[] },
  slips: readonly Slip[],
  bridge: Bridge,
  statistics: Statistics,
  without: ReadonlySet<string>,
): { groups: QueryGroup[]; expansions: Expansion[] } {
  const found: Expansion[] = []
  const added = new Map<string, Alternative[]>()
  for (const { from, to, lang } of slips) {
    const terms = [termOf(to, lang)]
    const others = bridge
      .unitsAt(lang, terms, 0)
      .filter(({ length }) => length === 1)
      .flatMap((unit) => othersOf(unit, [to], lang, false, bridge, statistics))
    const meant = [
      { lang, terms, word: to, weight: WEIGHT },
      ...others.map(({ translation, weight }) => ({ ...translation, weight: WEIGHT * weight })),
    ]
    const id = idOf(`${foldWord(from)}\t${lang}\t${terms.join(' ')}`)
    found.push({ id, from, to, lang, weight: WEIGHT, via: 'spelling' })
    if (without.has(id)) continue
    const alternatives = meant.map(({ lang, terms, weight }) => ({ lang, terms, weight, expansion: id }))
    added.set(from, alternatives)
  }
  return {
    groups: groups.map((group) => {
      const more = added.get(group.word) ?? []
      return more.length === 0 ? group : { ...group, alternatives: [...group.alternatives, ...more] }
    }),
    expansions: [...expansions, ...found.filter(({ id }) => !without.has(id))],
  }
}
