/** Documents by topic, period and language: what timelines and coverage are read off. */
import { and, isIn } from '../../engine/filters.ts'
import { ask, type FacetCounts, type IndexReader, matches } from '../../engine/search.ts'

/** Documents of one topic in one language. */
export type Cell = {
  topic: string
  lang: string
  documents: number
  /** By `YYYY-MM` or `YYYY`, or `unknown` where the date is not known as exactly as that. */
  periods: FacetCounts
}

/** Cells asked for in one call. */
const CELLS_A_CALL = 60

/**
 * The cells that are not empty, topic by topic.
 *
 * @param scope expression that documents fulfill; empty: all
 */
export async function breakdown(
  reader: IndexReader,
  scope: string,
  {
    topics,
    langs,
    interval,
  }: { topics: readonly string[]; langs: readonly string[]; interval: 'month' | 'year' },
): Promise<Cell[]> {
  const wanted = topics.flatMap((topic) => langs.map((lang) => ({ topic, lang })))
  const cells: Cell[] = []
  for (let first = 0; first < wanted.length; first += CELLS_A_CALL) {
    const some = wanted.slice(first, first + CELLS_A_CALL)
    const { found } = await ask(reader, {
      found: some.map(({ topic, lang }) =>
        matches(reader.indexes, and([scope, isIn('topics', [topic]), isIn('lang', [lang])]), {
          facets: [interval],
        }),
      ),
    })
    for (const [index, { topic, lang }] of some.entries()) {
      const { total = 0, facets } = found[index] ?? {}
      if (total > 0) cells.push({ topic, lang, documents: total, periods: facets?.[interval] ?? {} })
    }
  }
  return cells
}

/** How many documents that fulfill an expression each topic and each language has, most first. */
export async function topicsAndLanguages(
  reader: IndexReader,
  scope: string,
): Promise<{ topics: string[]; langs: string[]; total: number }> {
  const { all } = await ask(reader, { all: [matches(reader.indexes, scope, { facets: ['topics', 'lang'] })] })
  const { total = 0, facets = {} } = all[0] ?? {}
  return { topics: byCount(facets.topics), langs: byCount(facets.lang), total }
}

function byCount(counts: FacetCounts = {}): string[] {
  return Object.entries(counts)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([value]) => value)
}
