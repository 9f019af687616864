/** What results can be narrowed by, with counts that are what a click gives. */
import type { SearchResponse } from '@bifora/client'
import { LIST_FILTERS, type ListFilter, type Search } from '../address.ts'
import { useWords } from '../settings.tsx'
import { FacetList } from './facet-list.tsx'
import './filters.css'
import { FolderList } from './folder-list.tsx'
import { KeptSearches } from './kept-searches.tsx'
import { PeriodFields } from './period-fields.tsx'
import { searchWords } from './words.ts'

/** Filters whose one value says nothing. */
const SAYS_NOTHING_ALONE: readonly ListFilter[] = ['place', 'dateBasis', 'folder']

type FiltersProps = { search: Search; answer: SearchResponse | undefined }

/** All filters at the side of the results, where there is room. */
export function FilterColumn(props: FiltersProps) {
  const words = useWords(searchWords)
  return (
    <section class="filters no-print" aria-label={words.filters}>
      <Filters {...props} />
    </section>
  )
}

/** All filters, one below the other. */
export function Filters({ search, answer }: FiltersProps) {
  // None before there is an answer: others would come between them.
  const shown = LIST_FILTERS.filter(
    (filter) => answer !== undefined && isWorthShowing(filter, search, answer),
  )
  return (
    <>
      <PeriodFields search={search} answer={answer} />
      {shown.map((filter) =>
        filter === 'folder' ? (
          <FolderList key={filter} search={search} answer={answer} />
        ) : (
          <FacetList key={filter} filter={filter} search={search} answer={answer} />
        ),
      )}
      {answer !== undefined && <KeptSearches search={search} />}
    </>
  )
}

function isWorthShowing(filter: ListFilter, search: Search, answer: SearchResponse | undefined): boolean {
  const values = answer?.facets[filter]?.buckets.length ?? 0
  return search[filter] !== undefined || values > (SAYS_NOTHING_ALONE.includes(filter) ? 1 : 0)
}
