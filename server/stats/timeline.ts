/** A request → its matches by topic, language and period. */
import { UNKNOWN } from '../../engine/schema.ts'
import type { IndexReader } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Corpus } from '../live.ts'
import type { TimelineResponse } from '../schemas/stats.ts'
import { criteriaOf } from '../search/criteria.ts'
import type { SearchRequest } from '../search/request.ts'
import type { LabelLanguage, TopicLabels } from '../topics.ts'
import { breakdown, type Cell, topicsAndLanguages } from './breakdown.ts'

/** Topics that are counted in one answer. */
const MAX_TOPICS = 100

/** Counts the matches of a request by topic, language and period. */
export async function timelineOf(
  request: SearchRequest,
  interval: 'month' | 'year',
  { corpus, bridge, reader }: { corpus: Corpus; bridge: Bridge; reader: IndexReader },
  labels: TopicLabels,
  labelsLang: LabelLanguage,
): Promise<TimelineResponse> {
  const { expression, total } = await criteriaOf(request, corpus, bridge, reader)
  const { topics: all, langs } = await topicsAndLanguages(reader, expression)
  const { topic: wanted } = request.filters
  const asked = wanted.length > 0 ? all.filter((id) => wanted.includes(id)) : all
  const topics = asked.slice(0, MAX_TOPICS)
  const cells = await breakdown(reader, expression, { topics, langs, interval })
  return {
    interval,
    total,
    topics: topics.map((id) => ({
      id,
      label: labels.label(id, labelsLang),
      languages: cells.filter(({ topic }) => topic === id).map((cell) => inPeriods(cell)),
    })),
    omitted: asked.length - topics.length,
  }
}

function inPeriods({ lang, documents, periods: { [UNKNOWN]: undated = 0, ...periods } }: Cell) {
  return {
    lang,
    documents,
    undated,
    periods: Object.entries(periods)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([period, documents]) => ({ period, documents })),
  }
}
