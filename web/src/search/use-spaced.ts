/** Doing something as often as it comes, but not for each of many that come at once. */
import { useEffect, useMemo, useRef } from 'preact/hooks'

/** See {@link useSpaced}. */
export type Spaced = { act: (act: () => void) => void; cancel: () => void }

/**
 * What stands alone is done at once. Where something comes less than `ms` milliseconds after what came before, the last
 * of them is done when it has been quiet for as long. What waits is given up by `cancel`, and when what uses it is gone.
 */
export function useSpaced(ms: number): Spaced {
  const timer = useRef<number>(0)
  const cameAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useMemo(() => {
    const cancel = () => clearTimeout(timer.current)
    const act = (act: () => void): void => {
      cancel()
      const now = performance.now()
      const isAlone = now - cameAt.current >= ms
      cameAt.current = now
      if (isAlone) act()
      else timer.current = Number(setTimeout(act, ms))
    }
    return { act, cancel }
  }, [ms])
}
