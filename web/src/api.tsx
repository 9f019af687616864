/** The service, as the page asks it. */
import { type BiforaError, type Client, createClient } from '@bifora/client'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useSettings } from './settings.tsx'

/** Address of the service, from the page's own: the page may stand below a prefix. */
export const serviceUrl = new URL('.', document.baseURI).href.replace(/\/$/, '')

/** The client of the service that the page came from, with the key that was given, in the language of the interface. */
export function useClient(): Client {
  const { key, language } = useSettings()
  return useMemo(
    () => createClient({ url: serviceUrl, acceptLanguage: language, ...(key === '' ? {} : { key }) }),
    [key, language],
  )
}

/** What came of a question to the service. */
export type Answer<T> = {
  /** The last answer. It stays while the next one is on its way, and where that fails. */
  value: T | undefined
  error: BiforaError | undefined
  /** Whether an answer is on its way. */
  isLoading: boolean
  /** Asks again. */
  again: () => void
}

type State<T> = Pick<Answer<T>, 'value' | 'error'> & {
  /** The asking that `value` or `error` has come of. */
  settled: symbol | undefined
}

/**
 * Asks the service whenever what is asked for changes, and gives up what was asked before: whatever comes of that, and
 * when, is not shown.
 *
 * @param question what is asked, as text: the same text is not asked twice in a row
 * @param ask undefined where there is nothing to ask
 */
export function useAnswer<T>(
  question: string,
  ask: ((client: Client, signal: AbortSignal) => Promise<T>) | undefined,
): Answer<T> {
  const client = useClient()
  const asked = useRef(ask)
  asked.current = ask
  const isAsked = ask !== undefined
  const [tries, setTries] = useState(0)
  const [{ value, error, settled }, setState] = useState<State<T>>({
    value: undefined,
    error: undefined,
    settled: undefined,
  })
  const asking = useMemo(() => Symbol(question), [client, question, tries, isAsked])
  // Before the browser draws: to ask behind that would cost a frame.
  useLayoutEffect(() => {
    if (asked.current === undefined) return
    const controller = new AbortController()
    asked.current(client, controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setState({ value, error: undefined, settled: asking })
      },
      (error: BiforaError) => {
        if (!controller.signal.aborted) setState((before) => ({ ...before, error, settled: asking }))
      },
    )
    return () => controller.abort()
  }, [asking])
  const again = useMemo(() => () => setTries((count) => count + 1), [])
  return { value, error, isLoading: isAsked && settled !== asking, again }
}
