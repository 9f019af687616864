/** Telling a short wait from a long one. */
import { useEffect, useState } from 'preact/hooks'

const SLOW_MS = 300

/** Whether something has been on its way for longer than people take for at once. */
export function useSlow(isLoading: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isLoading) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [isLoading])
  return isLoading && isSlow
}
