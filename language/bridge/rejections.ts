/**
 * Pairs that somebody has decided to be no translations, whatever other lexicons say. They are compared by terms, so that
 * a pair is rejected in all its forms.
 */
import type { Lexicon } from './lexicon.ts'
import { areSame, type Side, sidesIn } from './sides.ts'

/** A pair that is no translation, from the side that was asked for. */
export type Rejection = { from: Side; to: Side }

/** Lookup of rejected pairs. */
export type Rejections = {
  /** Pairs that were rejected of a run of terms of a language. */
  of: (lang: string, terms: readonly string[]) => readonly Rejection[]
  /** Whether two sides are a pair that was rejected. */
  has: (from: Omit<Side, 'word'>, to: Omit<Side, 'word'>) => boolean
}

/** The pairs of those lexicons that reject them. */
export function rejectionsIn(lexicons: readonly Lexicon[]): Rejections {
  const byTerms = new Map<string, Rejection[]>()
  const add = (from: Side, to: Side): void => {
    const key = keyOf(from.lang, from.terms)
    byTerms.set(key, [...(byTerms.get(key) ?? []), { from, to }])
  }
  for (const { from, to, entries, isRejecting } of lexicons) {
    if (isRejecting !== true) continue
    const [sourceOf, targetOf] = [sidesIn(from), sidesIn(to)]
    for (const entry of entries) {
      const [source, target] = [sourceOf(entry.source), targetOf(entry.target)]
      if (source === undefined || target === undefined) continue
      add(source, target)
      add(target, source)
    }
  }
  const of: Rejections['of'] = (lang, terms) =>
    byTerms.size === 0 ? [] : (byTerms.get(keyOf(lang, terms)) ?? [])
  return {
    of,
    has: (from, { lang, terms }) =>
      of(from.lang, from.terms).some(({ to }) => to.lang === lang && areSame(to.terms, terms)),
  }
}

function keyOf(lang: string, terms: readonly string[]): string {
  return `${lang} ${terms.join(' ')}`
}
