/** Words → what the index knows of them, read as words of each language. */
import { documentHas } from '../engine/filters.ts'
import { ask, type IndexReader, matches } from '../engine/search.ts'
import { analyzeWhole, termsOfUnit } from '../language/analyzer.ts'
import type { Bridge } from '../language/bridge/bridge.ts'
import { languages } from '../language/languages.ts'
import type { Corpus } from './live.ts'
import type { TermsResponse } from './schemas/terms.ts'
import { expand } from './search/understanding/expand.ts'
import { understand } from './search/understanding/understand.ts'

/** What is known of the words of `q`. */
export async function termsOf(
  q: string,
  { statistics, cognates }: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<TermsResponse['languages']> {
  const codes = [...new Set([...languages.keys(), ...statistics.languages.keys()])].filter(
    (code) => code !== 'und',
  )
  return Promise.all(
    codes.map(async (lang) => {
      const query = understand(q, lang, statistics, bridge.knows)
      const asked = [...query.groups, ...query.phrases.flatMap(({ groups }) => groups)]
      const { expansions } = expand(asked, { bridge, cognates }, statistics, new Set())
      const { counts } = await ask(reader, {
        counts: expansions.map(({ to, lang }) =>
          matches(
            reader.indexes,
            documentHas({ alternatives: [{ lang, terms: termsOfUnit(to, lang), weight: 1 }] }),
          ),
        ),
      })
      return {
        lang,
        words: analyzeWhole(q, lang).map(({ word, term }) => {
          const { forms = [], documents = 0, passages = 0 } = statistics.term(lang, term) ?? {}
          return { word, term, forms: [...forms], documents, passages, known: bridge.knows(lang, term) }
        }),
        expansions: expansions.map((expansion, index) => ({
          ...expansion,
          documents: counts[index]?.total ?? 0,
        })),
      }
    }),
  )
}
