/** What there is, in numbers. */
import { isIn, not } from '../../engine/filters.ts'
import { IS_UNTRANSLATED } from '../../engine/listing.ts'
import { UNKNOWN } from '../../engine/schema.ts'
import { ask, type FacetCounts, type IndexReader, matches } from '../../engine/search.ts'
import type { Corpus } from '../live.ts'
import type { StatsResponse } from '../schemas/stats.ts'

/** Of sources so many are named, those with most documents first. */
const MAX_SOURCES = 100
const FACETS = ['lang', 'paths.place', 'source', 'year', 'dateBasis']

/**
 * Counts documents by what they are filed under; of passages and terms what is in memory.
 *
 * @param embedded how many passages can be found by meaning; null where there is no embedder
 */
export async function statsOf(
  { counts, statistics, seen, build }: Corpus,
  reader: IndexReader,
  embedded: number | null,
): Promise<StatsResponse> {
  const { indexes } = reader
  const found = await ask(reader, {
    all: [matches(indexes, '', { facets: FACETS })],
    translated: [matches(indexes, not(IS_UNTRANSLATED), { facets: ['lang'] })],
    copies: [matches(indexes, 'copyGroup EXISTS AND copyGroup IS NOT NULL')],
    dated: [matches(indexes, not(isIn('dateBasis', [UNKNOWN])))],
  })
  const [all] = found.all
  const facets = all?.facets ?? {}
  const translatedIn = found.translated[0]?.facets.lang ?? {}
  const years = Object.keys(facets.year ?? {})
    .filter((year) => year !== UNKNOWN)
    .sort()
  return {
    documents: all?.total ?? 0,
    passages: counts.passages,
    terms: statistics.size,
    languages: listed(facets.lang).map(({ value, documents }) => ({
      lang: value,
      documents,
      translated: translatedIn[value] ?? 0,
    })),
    places: listed(facets['paths.place']).map(({ value, documents }) => ({ place: value, documents })),
    sources: listed(facets.source)
      .filter(({ value }) => value !== '')
      .slice(0, MAX_SOURCES)
      .map(({ value, documents }) => ({ source: value, documents })),
    dates: {
      dated: found.dated[0]?.total ?? 0,
      undated: facets.dateBasis?.[UNKNOWN] ?? 0,
      firstYear: years[0] ?? null,
      lastYear: years.at(-1) ?? null,
      bases: listed(facets.dateBasis)
        .filter(({ value }) => value !== UNKNOWN)
        .map(({ value, documents }) => ({ basis: value, documents })),
    },
    translated: found.translated[0]?.total ?? 0,
    copies: found.copies[0]?.total ?? 0,
    embedded,
    index: { generation: build.generation, builtAt: build.builtAt, change: seen },
  }
}

function listed(counts: FacetCounts = {}): { value: string; documents: number }[] {
  return Object.entries(counts)
    .map(([value, documents]) => ({ value, documents }))
    .sort((a, b) => b.documents - a.documents || (a.value < b.value ? -1 : 1))
}
