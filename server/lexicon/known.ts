/** What lexicons say of words, as it is answered: pair by pair, those that were rejected after those that count. */
import type { Bridge } from '../../language/bridge/bridge.ts'
import { type Explanation, explainWords } from '../../language/bridge/explain.ts'
import { withEvidenceIn } from '../evidence.ts'
import type { LexiconResponse } from '../schemas/lexicon.ts'
import type { LabelLanguage } from '../topics.ts'

type InLanguage = LexiconResponse['languages'][number]

/** What is known of the words of `q`, read as words of each language; evidence in the language `shownIn`. */
export function knownOf(q: string, bridge: Bridge, shownIn: LabelLanguage): InLanguage[] {
  return explainWords(q, bridge).map(({ lang, units, rejected }) => ({
    lang,
    translations: [...withEvidenceIn(units.flatMap(translationsOf), shownIn), ...rejected.map(rejectedPair)],
  }))
}

function translationsOf({ word, translations }: Explanation['units'][number]): InLanguage['translations'] {
  return translations.map(({ word: to, lang, weight, via, lexicons, sources, evidence, times }) => ({
    from: sources[0] ?? word,
    to,
    lang,
    weight: Math.round(weight * 1000) / 1000,
    via,
    lexicons: [...lexicons],
    rejected: false,
    ...(evidence === undefined ? {} : { evidence }),
    ...(times === undefined ? {} : { times }),
  }))
}

function rejectedPair({ from, to }: Explanation['rejected'][number]): InLanguage['translations'][number] {
  return {
    from: from.word,
    to: to.word,
    lang: to.lang,
    weight: 0,
    via: 'own',
    lexicons: ['rejected'],
    rejected: true,
  }
}
