/** The values of one filter: the most frequent, and all others by their names. */
import type { FacetBucket, SearchResponse } from '@bifora/client'
import { useState } from 'preact/hooks'
import type { ListFilter, Search } from '../address.ts'
import { useAnswer } from '../api.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { FacetValue } from './facet-value.tsx'
import { criteriaOf } from './use-search.ts'
import { useValueName } from './value-names.ts'
import { searchWords } from './words.ts'

const FEW = 6
const MANY = 30
/** Facets that the service looks for values in by a text. */
const SEARCHABLE: readonly ListFilter[] = ['topic', 'source', 'tag', 'reference']

type FacetListProps = { filter: ListFilter; search: Search; answer: SearchResponse | undefined }

/** The values, with their counts. */
export function FacetList({ filter, search, answer }: FacetListProps) {
  const words = useWords(searchWords)
  const { language } = useSettings()
  const nameOf = useValueName(answer)
  const [isLong, setLong] = useState(false)
  const [text, setText] = useState('')
  const counted = answer?.facets[filter]?.buckets ?? []
  const looked = useLookedUp({ filter, search, text })
  const buckets = text.trim() === '' ? (isLong ? counted.slice(0, MANY) : firstFew(counted)) : looked
  return (
    <fieldset class="facet">
      <legend>{words.filter[filter]}</legend>
      {isLong && SEARCHABLE.includes(filter) && (
        <input
          class="field facet-text"
          type="search"
          aria-label={`${words.filter[filter]}: ${words.find}`}
          placeholder={words.find}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <ul class="facet-values">
        {buckets?.map((bucket) => (
          <li key={bucket.value}>
            <FacetValue
              filter={filter}
              search={search}
              bucket={bucket}
              name={named(nameOf, filter, bucket)}
            />
          </li>
        ))}
      </ul>
      {isLong && text.trim() === '' && counted.length > MANY && (
        <p class="soft small">
          {words.ofValues(writtenNumber(MANY, language), writtenNumber(counted.length, language))}
        </p>
      )}
      {buckets?.length === 0 && <p class="soft small">{words.noValue}</p>}
      {counted.length > FEW && (
        <button
          type="button"
          class="plain-button small"
          aria-expanded={isLong}
          onClick={() => {
            setLong(!isLong)
            setText('')
          }}
        >
          {isLong ? words.fewer : words.more}
          <span class="unseen"> {words.filter[filter]}</span>
        </button>
      )}
    </fieldset>
  )
}

/** The most frequent, and whatever is chosen. */
function firstFew(buckets: readonly FacetBucket[]): FacetBucket[] {
  return buckets.filter(({ selected }, rank) => selected || rank < FEW)
}

function named(
  nameOf: ReturnType<typeof useValueName>,
  filter: ListFilter,
  { value, label }: FacetBucket,
): string {
  return label === value ? nameOf(filter, value) : label
}

function useLookedUp({ filter, search, text }: { filter: ListFilter; search: Search; text: string }) {
  const { q, ...criteria } = criteriaOf(search)
  const params = { ...criteria, query: q, q: text.trim(), size: MANY }
  const { value } = useAnswer(
    JSON.stringify([filter, params]),
    params.q === '' ? undefined : (client, signal) => client.facet(filter, params, { signal }),
  )
  return value?.buckets
}
