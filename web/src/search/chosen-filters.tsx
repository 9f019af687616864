/** The filters that are chosen, as chips that take them off. */
import type { SearchResponse } from '@bifora/client'
import { changed, LIST_FILTERS, type ListFilter, type Search, toggled } from '../address.ts'
import { Link } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate } from '../shown/dates.ts'
import { useValueName } from './value-names.ts'
import { searchWords } from './words.ts'

/** A filter that is chosen: what it is called, and the search without it. */
type Chosen = { key: string; label: string; without: Search }

/** The filters that are chosen, in the order in which they are shown. */
export function useChosen(search: Search, answer: SearchResponse | undefined): Chosen[] {
  const words = useWords(searchWords)
  const { language } = useSettings()
  const nameOf = useValueName(answer)
  const chosen: Chosen[] = LIST_FILTERS.flatMap((filter) =>
    (search[filter] ?? []).map((value) => ({
      key: `${filter} ${value}`,
      label: `${words.filter[filter]}: ${nameOf(filter as ListFilter, value)}`,
      without: toggled(search, filter, value),
    })),
  )
  const { from, to, undated, words: share, copies } = search
  if (from !== undefined || to !== undefined) {
    const ends = [
      from && `${words.from} ${writtenDate(from, language)}`,
      to && `${words.to} ${writtenDate(to, language)}`,
    ]
    const label =
      from === to && from !== undefined ? writtenDate(from, language) : ends.filter(Boolean).join(' ')
    chosen.push({
      key: 'period',
      label: `${words.period}: ${label}`,
      without: changed(search, { from: undefined, to: undefined, undated: undefined }),
    })
  }
  if (undated !== undefined) {
    const label = undated === 'only' ? words.onlyUndated : words.includeUndated
    chosen.push({ key: 'undated', label, without: changed(search, { undated: undefined }) })
  }
  if (share !== undefined) {
    if (share !== 'auto')
      chosen.push({
        key: 'words',
        label: words.wordsChip[share],
        without: changed(search, { words: undefined }),
      })
  }
  if (copies === 'show') {
    chosen.push({ key: 'copies', label: words.showCopies, without: changed(search, { copies: undefined }) })
  }
  return chosen
}

type ChosenFiltersProps = { search: Search; answer: SearchResponse | undefined }

/** The chips; nothing where nothing is chosen. */
export function ChosenFilters({ search, answer }: ChosenFiltersProps) {
  const words = useWords(searchWords)
  const chosen = useChosen(search, answer)
  if (chosen.length === 0) return null
  return (
    <ul class="row chosen" aria-label={words.chosen}>
      {chosen.map(({ key, label, without }) => (
        <li key={key}>
          <Link class="chip chosen-filter" to={{ view: { name: 'search' }, search: without }}>
            <span class="unseen">{words.remove} </span>
            {label}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Link to={{ view: { name: 'search' }, search: changed({ q: search.q, sort: search.sort }, {}) }}>
            {words.clearAll}
          </Link>
        </li>
      )}
    </ul>
  )
}
