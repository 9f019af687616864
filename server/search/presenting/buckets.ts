/** The counts of a facet → its values as the API shows them. */
import { UNKNOWN } from '../../../engine/schema.ts'
import type { FacetCounts } from '../../../engine/search.ts'
import { referenceLabel } from '../../../language/references/references.ts'
import type { FacetBucket, Histogram } from '../../schemas/facets.ts'
import type { LabelLanguage, TopicLabels } from '../../topics.ts'
import type { Histogram as CountsByDate } from '../finding/histogram.ts'
import { firstDay, lastDay } from '../periods.ts'
import type { Facet, Filters } from '../request.ts'

/** In which words values are named. */
export type Labeling = { labels: TopicLabels; labelsLang: LabelLanguage }

/** Values that are shown of a facet, and of those that grow with every document. */
const MAX_BUCKETS = 1000
const MAX_OPEN_BUCKETS = 200
const OPEN_FACETS: ReadonlySet<Facet> = new Set(['reference', 'tag'])

/** Most frequent first; periods newest first; selected values stay visible when nothing has them. */
export function presentBuckets(
  facet: Facet,
  counts: FacetCounts,
  filters: Filters,
  labeling: Labeling,
): FacetBucket[] {
  return allBuckets(facet, counts, filters, labeling).filter(
    ({ selected }, index) => selected || index < (OPEN_FACETS.has(facet) ? MAX_OPEN_BUCKETS : MAX_BUCKETS),
  )
}

/** The same, however many they are. */
export function allBuckets(
  facet: Facet,
  counts: FacetCounts,
  filters: Filters,
  labeling: Labeling,
): FacetBucket[] {
  // The engine takes values that differ in case only for one, and counts them under one of their spellings.
  const selected = new Map(selectedValues(facet, filters).map((value) => [value.toLowerCase(), value]))
  const counted = new Set(Object.keys(counts).map((value) => value.toLowerCase()))
  const missing = [...selected].filter(([key]) => !counted.has(key)).map(([, value]) => value)
  const isPeriod = facet === 'year' || facet === 'month'
  return [...Object.keys(counts), ...missing]
    .map((value) => ({
      value,
      label: labelOf(facet, value, labeling),
      count: counts[value] ?? 0,
      selected: selected.has(value.toLowerCase()),
    }))
    .sort((a, b) =>
      isPeriod ? byPeriod(a.value, b.value) : b.count - a.count || (a.value < b.value ? -1 : 1),
    )
}

function selectedValues(facet: Facet, filters: Filters): readonly string[] {
  if (facet !== 'year' && facet !== 'month') return filters[facet]
  return facet === 'year' && filters.undated === 'only' ? [UNKNOWN] : []
}

function labelOf(facet: Facet, value: string, { labels, labelsLang }: Labeling): string {
  if (facet === 'topic') return labels.label(value, labelsLang)
  return facet === 'reference' ? referenceLabel(value, labelsLang) : value
}

/** Newest first, and what is not dated last. */
function byPeriod(a: string, b: string): number {
  if (a === UNKNOWN || b === UNKNOWN) return a === UNKNOWN ? 1 : -1
  return a < b ? 1 : -1
}

/** Counts by date, with the days that choose each. */
export function presentHistogram(
  { interval, buckets, coarse, undated }: CountsByDate,
  { from, to }: Filters,
): Histogram {
  const isNarrowed = from !== undefined || to !== undefined
  return {
    interval,
    buckets: buckets.map(({ period, count }) => {
      const days = { from: firstDay(period) ?? period, to: lastDay(period) ?? period }
      const isWithin = (from ?? '') <= days.from && days.to <= (to ?? '9999-12-31')
      return { ...days, count, selected: isNarrowed && isWithin }
    }),
    coarse,
    undated,
  }
}
