/** Going from match to match, by buttons or the keys n and p. */
import type { DocumentPassage } from '@bifora/client'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { isTyping } from '../frame/shortcuts.tsx'
import { bringIntoView } from './bring-into-view.ts'
import { nextMatch, placeOf } from './matches.ts'

/** Where a reader is among the matches. */
export type Matches = {
  /** From 1; 0 before the first step. */
  current: number
  total: number
  /** The passage that the current match stands in, and which of its highlights it is; undefined if it is not there yet. */
  place: { id: string; text: string; highlight: number } | undefined
  step: (by: 1 | -1) => void
}

/**
 * The matches of what is shown, and the way through them.
 *
 * @param passages as they are shown, so far
 * @param total how many matches there are, with those that are still to come
 */
export function useMatches(passages: readonly DocumentPassage[], total: number): Matches {
  const [current, setCurrent] = useState(0)
  const step = useCallback((by: 1 | -1) => setCurrent((before) => nextMatch(before, by, total)), [total])
  const place = useMemo(() => {
    const found = placeOf(current, passages)
    const passage = found && passages[found.stretch]
    return passage && found && { id: passage.id, text: passage.text, highlight: found.highlight }
  }, [current, passages])

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const by = { n: 1, p: -1 }[event.key]
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey)
      if (by === undefined || !isPlain || isTyping(event) || isDialogOpen()) return
      event.preventDefault()
      step(by as 1 | -1)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [step])

  const shown = place && `${current} ${place.id} ${place.highlight}`
  useEffect(() => {
    const mark = shown === undefined ? null : document.querySelector('mark[aria-current]')
    if (mark !== null) bringIntoView(mark, 'center')
  }, [shown])
  return { current, total, place, step }
}

/** Whether a window of the page lies over the text. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}
