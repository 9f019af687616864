/** What stands in place of results when there are none: single conditions that stand in the way. */
import type { SearchResponse } from '@bifora/client'
import { changed, LIST_FILTERS, type Search } from '../address.ts'
import { Link } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { searchWords } from './words.ts'

type Relaxation = SearchResponse['relaxations'][number]

/** Nothing, and ways on. */
export function NothingFound({ search, answer }: { search: Search; answer: SearchResponse }) {
  const words = useWords(searchWords)
  const { language } = useSettings()
  const isEmpty = !search.q && Object.keys(search).length === 0
  const nameOf = ({ kind, drop }: Relaxation): string => {
    if (kind !== 'filter') return words.theWord(drop)
    const name = LIST_FILTERS.find((one) => one === drop)
    return words.theFilter(name === undefined ? words.period : words.filter[name])
  }
  const withoutIt = ({ kind, drop, q }: Relaxation): Search =>
    kind === 'filter'
      ? changed(
          search,
          drop === 'from' || drop === 'to' || drop === 'date'
            ? { from: undefined, to: undefined }
            : { [drop]: undefined },
        )
      : changed(search, { q, without: undefined })
  return (
    <div class="nothing panel">
      <p>
        <strong>{isEmpty ? words.empty : words.nothing}</strong>
      </p>
      {isEmpty ? (
        <>
          <p class="soft">{words.emptyHint}</p>
          <pre>npx bifora index ~/articles</pre>
        </>
      ) : answer.relaxations.length === 0 ? (
        <p class="soft">{words.nothingHint}</p>
      ) : (
        <>
          <p class="soft">{words.instead0}</p>
          <ul>
            {answer.relaxations.map((one) => (
              <li key={`${one.kind} ${one.drop}`}>
                <Link to={{ view: { name: 'search' }, search: withoutIt(one) }}>
                  {words.documents(one.total, writtenNumber(one.total, language))}{' '}
                  {words.without(nameOf(one))}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
