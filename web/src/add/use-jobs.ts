/** The jobs of the service, looked at again and again while something is running. */
import type { BiforaError, JobsResponse } from '@bifora/client'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useClient } from '../api.tsx'

const EVERY_MS = 2_000
const SHOWN = 50

/** What is known of the jobs. */
export type Jobs = { value: JobsResponse | undefined; error: BiforaError | undefined; again: () => void }

/**
 * The jobs. Nothing is asked while the tab is hidden.
 *
 * @param isBusy whether something is on its way from here, so that there will be jobs
 */
export function useJobs(isBusy: boolean): Jobs {
  const client = useClient()
  const [state, setState] = useState<Omit<Jobs, 'again'>>({ value: undefined, error: undefined })
  const [tries, setTries] = useState(0)
  const busy = useRef(isBusy)
  busy.current = isBusy
  useEffect(() => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(timer)
      if (document.hidden) return
      client.jobs({ size: SHOWN }, { signal: controller.signal }).then(
        (value) => {
          setState({ value, error: undefined })
          if (value.unfinished > 0 || busy.current) timer = setTimeout(look, EVERY_MS)
        },
        (error: BiforaError) => {
          if (!controller.signal.aborted) setState((before) => ({ ...before, error }))
        },
      )
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      controller.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [client, tries, isBusy])
  const again = useCallback(() => setTries((count) => count + 1), [])
  return { ...state, again }
}
