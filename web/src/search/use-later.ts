/** Doing something after a pause. */
import { useCallback, useEffect, useRef } from 'preact/hooks'

/** Does what it is given after so many milliseconds, unless it is given something else before, or what uses it is gone. */
export function useLater(): (act: () => void, ms: number) => void {
  const timer = useRef<number>(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback((act, ms) => {
    clearTimeout(timer.current)
    timer.current = Number(setTimeout(act, ms))
  }, [])
}
