/** One value of a filter, with how many documents choosing it gives. */
import type { FacetBucket } from '@bifora/client'
import { type ListFilter, type Search, toggled } from '../address.ts'
import { useGo } from '../navigation.tsx'
import { useSettings } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'

type FacetValueProps = {
  filter: ListFilter
  search: Search
  bucket: Pick<FacetBucket, 'value' | 'count'>
  name: string
}

/** A box to tick. */
export function FacetValue({ filter, search, bucket: { value, count }, name }: FacetValueProps) {
  const go = useGo()
  const { language } = useSettings()
  return (
    <label class="facet-value">
      <input
        type="checkbox"
        // The address decides, so that the tick does not wait for the answer.
        checked={search[filter]?.includes(value) ?? false}
        onChange={() => go({ view: { name: 'search' }, search: toggled(search, filter, value) })}
      />
      <span class="facet-name">{name}</span>
      <span class="facet-count">{writtenNumber(count, language)}</span>
    </label>
  )
}
