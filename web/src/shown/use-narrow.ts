/** Whether the window is too narrow for two columns. */
import { useEffect, useState } from 'preact/hooks'

/** The same as in search-page.css. */
const NARROW = '(max-width: 56rem)'

/** Follows the window as it is made wider or narrower. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches)
  useEffect(() => {
    const query = matchMedia(NARROW)
    const follow = () => setNarrow(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return isNarrow
}
