/** What values of filters are called on the page. */
import type { SearchResponse } from '@bifora/client'
import type { ListFilter } from '../address.ts'
import { useWords } from '../settings.tsx'
import { shownWords } from '../shown/words.ts'
import { searchWords } from './words.ts'

/** Names values: languages and bases of dates in the words of the page, others as the service names them, or as they are. */
export function useValueName(
  answer: SearchResponse | undefined,
): (filter: ListFilter, value: string) => string {
  const { dateBasis } = useWords(searchWords)
  const { languages } = useWords(shownWords)
  return (filter, value) => {
    if (filter === 'lang') return languages[value as keyof typeof languages] ?? value
    if (filter === 'dateBasis') return dateBasis[value as keyof typeof dateBasis] ?? value
    return answer?.facets[filter]?.buckets.find((bucket) => bucket.value === value)?.label ?? value
  }
}
