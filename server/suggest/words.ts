/** The words of a corpus that begin in some way, the most frequent first. Pure. */
import { termOf } from '../../language/analyzer.ts'
import type { Statistics } from '../../ranking/statistics.ts'
import type { Vocabularies } from '../search/understanding/correct.ts'

/** A word that the corpus has. */
export type FoundWord = {
  lang: string
  /** Folded. */
  form: string
  term: string
  /** Documents that have the term. */
  documents: number
}

/** Forms looked at for each word that is wanted: several forms of one term are one suggestion. */
const FORMS_A_WORD = 4

/**
 * The words of a language that begin with `prefix`: one form of each term, the most frequent that fits.
 *
 * @param prefix folded, not empty
 */
export function wordsBeginning(
  prefix: string,
  lang: string,
  { vocabularies, statistics }: { vocabularies: Vocabularies; statistics: Statistics },
  limit: number,
): FoundWord[] {
  const vocabulary = vocabularies(lang)
  if (vocabulary === undefined) return []
  const { forms, counts } = vocabulary
  const likely: number[] = []
  const wanted = limit * FORMS_A_WORD
  for (let place = firstFrom(forms, prefix); forms[place]?.startsWith(prefix); place += 1) {
    const count = counts[place] ?? 0
    if (likely.length === wanted && count <= (counts[likely.at(-1) ?? 0] ?? 0)) continue
    if (likely.length === wanted) likely.pop()
    let at = likely.length
    while (at > 0 && (counts[likely[at - 1] ?? 0] ?? 0) < count) at -= 1
    likely.splice(at, 0, place)
  }
  const words = new Map<string, FoundWord>()
  for (const place of likely) {
    const form = forms[place] ?? ''
    const term = termOf(form, lang)
    // Words are gathered now and then; whether there is still a document with one is known at every moment.
    const documents = statistics.term(lang, term)?.documents ?? 0
    if (documents > 0 && !words.has(term)) words.set(term, { lang, form, term, documents })
  }
  return [...words.values()].slice(0, limit)
}

/** Place of the first form that is not before `prefix`. */
function firstFrom(forms: readonly string[], prefix: string): number {
  let [low, high] = [0, forms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((forms[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}
