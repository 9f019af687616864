/** What exists in one language only: topic by topic and month by month, and document by document. */
import { documentsByKey, type ShownDocument } from '../../engine/fetch.ts'
import { and, isIn, not } from '../../engine/filters.ts'
import { IS_UNTRANSLATED } from '../../engine/listing.ts'
import { UNKNOWN } from '../../engine/schema.ts'
import { ask, type IndexReader, keysByDate, matches } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { languages } from '../../language/languages.ts'
import type { Corpus } from '../live.ts'
import type { CoverageResponse } from '../schemas/coverage.ts'
import { criteriaOf } from '../search/criteria.ts'
import { shownDate } from '../search/presenting/date.ts'
import type { SearchRequest } from '../search/request.ts'
import type { LabelLanguage, TopicLabels } from '../topics.ts'
import { breakdown, type Cell, topicsAndLanguages } from './breakdown.ts'

/** Topics that are compared in one answer. */
const MAX_TOPICS = 50

/** Compares what the matches of a request say in each of the languages that are analyzed. */
export async function coverageOf(
  request: SearchRequest,
  { corpus, bridge, reader }: { corpus: Corpus; bridge: Bridge; reader: IndexReader },
  labels: TopicLabels,
  labelsLang: LabelLanguage,
): Promise<CoverageResponse> {
  const { expression } = await criteriaOf(request, corpus, bridge, reader)
  const langs = [...languages.keys()]
  const inLanguage = (lang: string): string => and([expression, isIn('lang', [lang])])
  const { indexes } = reader
  const { totals, lonely, newest } = await ask(reader, {
    totals: langs.map((lang) => matches(indexes, inLanguage(lang))),
    lonely: langs.map((lang) => matches(indexes, and([inLanguage(lang), IS_UNTRANSLATED]))),
    newest: langs.map((lang) =>
      keysByDate(indexes, and([inLanguage(lang), IS_UNTRANSLATED]), 'desc', 0, request.size),
    ),
  })
  const { topics: all } = await topicsAndLanguages(reader, expression)
  const { topic: wanted } = request.filters
  const asked = wanted.length > 0 ? all.filter((id) => wanted.includes(id)) : all
  const topics = asked.slice(0, MAX_TOPICS)
  const cells = await breakdown(reader, expression, { topics, langs, interval: 'month' })
  const firstOf = topics.flatMap((topic) => langs.map((lang) => ({ topic, lang })))
  const { first } = await ask(reader, {
    first: firstOf.map(({ topic, lang }) =>
      keysByDate(
        indexes,
        and([inLanguage(lang), isIn('topics', [topic]), not(isIn('dateBasis', [UNKNOWN]))]),
        'asc',
        0,
        1,
      ),
    ),
  })
  const shown = new Map(
    (await documentsByKey(reader, [...new Set([...newest.flat(), ...first.flat()])])).map((document) => [
      document.key,
      document,
    ]),
  )
  const named = (keys: readonly string[]) => keys.flatMap((key) => shown.get(key) ?? []).map(nameOf)
  return {
    languages: langs.map((lang, index) => ({
      lang,
      documents: totals[index]?.total ?? 0,
      untranslated: lonely[index]?.total ?? 0,
      newest: named(newest[index] ?? []),
    })),
    topics: topics.map((topic) => {
      const own = cells.filter((cell) => cell.topic === topic)
      return {
        id: topic,
        label: labels.label(topic, labelsLang),
        languages: langs.map((lang) => ({
          lang,
          documents: own.find((cell) => cell.lang === lang)?.documents ?? 0,
          first:
            named(first[firstOf.findIndex((one) => one.topic === topic && one.lang === lang)] ?? [])[0] ??
            null,
        })),
        onlyIn: monthsInOne(own),
      }
    }),
    omitted: asked.length - topics.length,
  }
}

/** The months in which only one language has documents, oldest first. Pure. */
export function monthsInOne(cells: readonly Cell[]): { month: string; lang: string; documents: number }[] {
  const byMonth = new Map<string, { lang: string; documents: number }[]>()
  for (const { lang, periods } of cells) {
    for (const [month, documents] of Object.entries(periods)) {
      if (month !== UNKNOWN) byMonth.set(month, [...(byMonth.get(month) ?? []), { lang, documents }])
    }
  }
  return [...byMonth]
    .flatMap(([month, having]) => (having.length === 1 ? having.map((one) => ({ month, ...one })) : []))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}

function nameOf(document: ShownDocument) {
  const { id, title, lang, source, place, path } = document
  return { id, title, lang, date: shownDate(document), source: source === '' ? null : source, place, path }
}
