/** An unfinished word that no document has → a word of the lexicons whose translation some document has. */
import { termOf } from '../../../language/analyzer.ts'
import { wordsBeginning } from '../../../language/beginnings.ts'
import type { Bridge } from '../../../language/bridge/bridge.ts'
import { foldWord } from '../../../language/fold.ts'
import { languages } from '../../../language/languages.ts'
import type { Steps } from '../../../language/slices.ts'
import { passagesWith } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { Completed } from './complete.ts'
import { lexiconWords } from './lexicon-words.ts'
import type { Query } from './understand.ts'
import { spellingsOf, unfinishedWord } from './unfinished.ts'

/** Words of a language that are looked at. */
const MAX_WORDS = 64
/** As much as the likeliest completion that documents have. */
const WEIGHT = 0.9
/** Lexicons have so many words that short beginnings say nothing. */
const MIN_LEXICON_LENGTH = 4

/** A word that no document has may still be translated, and its beginning is no mistake: undefined if it begins none. */
export function* completeFromLexicons(
  q: string,
  query: Query,
  statistics: Statistics,
  bridge: Bridge,
): Steps<Completed | undefined> {
  const last = unfinishedWord(q, query)
  const beginning = foldWord(last?.text ?? '')
  if (last === undefined || beginning.length < MIN_LEXICON_LENGTH) return undefined
  // What is known as it stands needs no end.
  const isKnown = (lang: string): boolean => {
    const term = termOf(last.text, lang)
    return statistics.term(lang, term)?.forms.includes(beginning) === true
  }
  const langs = [...new Set([...query.languages.map(({ lang }) => lang), ...languages.keys()])]
  if (langs.some(isKnown)) return undefined
  let isBegun = false
  for (const lang of langs) {
    const words = wordsBeginning(beginning, yield* lexiconWords(bridge, lang), MAX_WORDS)
    if (words.some(({ form }) => form === beginning)) return undefined
    isBegun ||= words.length > 0
    const word = words
      .flatMap(({ form }) => spellingsOf(form))
      .find((spelling) =>
        bridge
          .unitsAt(lang, [termOf(spelling, lang)], 0)
          .some(
            ({ length, translations }) =>
              length === 1 && translations.some((one) => passagesWith(one, statistics) > 0),
          ),
      )
    if (word === undefined) continue
    const completion = { from: last.text, to: word, lang, weight: WEIGHT }
    return { q: q.slice(0, last.start) + word, word, alternatives: [], completions: [completion] }
  }
  return isBegun ? { q, word: last.text, alternatives: [], completions: [] } : undefined
}
