/** The text of a document, page after page: the first at once, the others behind it, one at a time. */
import type { BiforaError, DocumentParams, DocumentResponse } from '@bifora/client'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useClient } from '../api.tsx'

/** Passages a page: as many as are read and drawn without being felt. */
const PAGE_SIZE = 200
/** Pages that come by themselves, five thousand passages; those behind them, some hundreds at a time, when they are wanted. */
const PAGES_UNASKED = 25

/** What is known of a text by now. */
export type Text = {
  /** Its first page; undefined as long as that is not there. */
  document: DocumentResponse | undefined
  /** All pages that are there, in order. */
  pages: readonly DocumentResponse[]
  isComplete: boolean
  /** Whether more is on its way. */
  isLoading: boolean
  error: BiforaError | undefined
  /** Asks again for what did not come. */
  again: () => void
  /** Asks for more than comes by itself. */
  more: () => void
}

type State = { of: string; pages: DocumentResponse[]; error: BiforaError | undefined; upTo: number }

/**
 * Reads a text.
 *
 * @param id undefined: nothing is read
 * @param marking what is marked in it
 */
export function useText(id: string | undefined, marking: DocumentParams): Text {
  const client = useClient()
  const of = JSON.stringify([id, marking])
  const [tries, setTries] = useState(0)
  const [kept, setState] = useState<State>(() => beginning(of))
  // What is there of another text, or of other marks, is not shown as this.
  const state = kept.of === of ? kept : beginning(of)
  const { pages, upTo } = state
  const [first] = pages
  const next = pages.length + 1
  const count = first?.page.pages ?? 1
  const isWanted = id !== undefined && next <= Math.min(Math.max(count, 1), upTo)

  useEffect(() => {
    if (!isWanted) return
    const controller = new AbortController()
    const { signal } = controller
    client.document(id, { ...marking, page: next, size: PAGE_SIZE }, { signal }).then(
      (page) => {
        if (signal.aborted) return
        // It was replaced between two pages: what is there is of the one before.
        const isSame = first === undefined || first.revision === page.revision
        setState({ ...(isSame ? { ...state, pages: [...pages, page] } : beginning(of)), error: undefined })
      },
      (error: BiforaError) => {
        if (!signal.aborted) setState({ ...state, error })
      },
    )
    return () => controller.abort()
  }, [client, of, next, isWanted, tries])

  const { again, more } = useMemo(
    () => ({
      again: () => {
        setState((before) => ({ ...before, error: undefined }))
        setTries((tried) => tried + 1)
      },
      more: () => setState((before) => ({ ...before, upTo: before.pages.length + PAGES_UNASKED })),
    }),
    [],
  )
  return {
    document: first,
    pages,
    isComplete: first !== undefined && next > count,
    isLoading: isWanted && state.error === undefined,
    error: state.error,
    again,
    more,
  }
}

function beginning(of: string): State {
  return { of, pages: [], error: undefined, upTo: PAGES_UNASKED }
}
