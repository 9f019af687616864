/** The search view: a query, what was understood of it, filters, results. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { ProblemNotice } from '../shown/problem.tsx'
import { ChosenFilters } from './chosen-filters.tsx'
import { Controls } from './controls.tsx'
import { FilterColumn } from './filters.tsx'
import { NothingFound } from './nothing-found.tsx'
import { Pages } from './pages.tsx'
import { QueryBox } from './query-box.tsx'
import { Results } from './results.tsx'
import './search-page.css'
import { useNarrow } from '../shown/use-narrow.ts'
import { useSlow } from '../shown/use-slow.ts'
import { Timeline } from './timeline.tsx'
import { Understood } from './understood.tsx'
import { useSearch } from './use-search.ts'
import { searchWords } from './words.ts'

/** The search view. */
export function SearchPage() {
  const words = useWords(searchWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const [isTyping, setTyping] = useState(false)
  const { value: found, error, isLoading, again } = useSearch(search, isTyping)
  const answer = found?.answer
  const isNarrow = useNarrow()
  const isSlow = useSlow(isLoading)
  useEffect(() => {
    document.title = search.q ? `${search.q} – Bifora` : 'Bifora'
  }, [search.q])

  // Drawn anew with an answer, not with every letter.
  const list = useMemo(() => found && <Results search={found.search} answer={found.answer} />, [found])
  const total =
    answer &&
    [
      limit(answer.total.relation, words),
      words.documents(answer.total.value, writtenNumber(answer.total.value, language)),
      answer.byMeaning > 0 ? words.andByMeaning(writtenNumber(answer.byMeaning, language)) : '',
    ]
      .filter((part) => part !== '')
      .join(' ')
  return (
    <div class="search">
      <h1 class="unseen">{words.query}</h1>
      <QueryBox search={search} isTyping={isTyping} setTyping={setTyping} />
      {!isNarrow && <Timeline search={search} answer={answer} />}
      <div class="search-columns">
        {!isNarrow && <FilterColumn search={search} answer={answer} />}
        <section class="search-results" aria-labelledby="results-title" aria-busy={isLoading}>
          <h2 id="results-title" class="unseen" tabIndex={-1}>
            {words.results}
          </h2>
          <Controls search={search} answer={answer} total={total} isSlow={isSlow && answer !== undefined} />
          {!isNarrow && (answer ?? error) && <ChosenFilters search={search} answer={answer} />}
          {/* Here, where all that it pushes down comes with it: how much there is to say is not known before. */}
          <Understood search={search} found={found} />
          {error !== undefined && <ProblemNotice error={error} again={again} />}
          {answer === undefined && error === undefined && <Skeleton label={isSlow ? words.slow : ''} />}
          {answer !== undefined && answer.total.value + answer.byMeaning === 0 && (
            <NothingFound search={search} answer={answer} />
          )}
          {list}
          {answer !== undefined && <Pages search={search} pages={answer.page.pages} />}
        </section>
      </div>
      {/* Told once the keys rest, not with every letter. */}
      <div class="unseen" role="status">
        {isLoading ? '' : total}
      </div>
    </div>
  )
}

function limit(
  relation: 'eq' | 'lte' | 'gte',
  { atMost, atLeast }: { atMost: string; atLeast: string },
): string {
  return relation === 'lte' ? atMost : relation === 'gte' ? atLeast : ''
}

/** Stands where results will, of the same height as some. */
function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton">
      <p class="soft">{label}</p>
      {[1, 2, 3, 4, 5].map((number) => (
        <div key={number} class="skeleton-result" />
      ))}
    </div>
  )
}
