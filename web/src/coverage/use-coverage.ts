/** Going from one coverage to another. */
import type { Search } from '../address.ts'
import { useGo } from '../navigation.tsx'

/** Goes to the coverage of a search. */
export function useCoverage(): (search: Search) => void {
  const go = useGo()
  return (search) => go({ view: { name: 'coverage' }, search })
}
