/** Where a reader is in a text. */
import type { DocumentPassage } from '@bifora/client'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { headingsAt } from './headings.ts'

/** How far below the upper edge of the window people read, in pixels: below the bar of matches. */
const READ_AT_PX = 120

/** The id of the heading above what is read at the moment; undefined before the first. */
export function useCurrentHeading(passages: readonly DocumentPassage[]): string | undefined {
  const [passage, setPassage] = useState<string | undefined>()
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const text = document.querySelector('.reading-text')?.getBoundingClientRect()
      if (text === undefined) return
      const read = document
        .elementFromPoint(text.left + 8, READ_AT_PX)
        ?.closest<HTMLElement>('[data-passage]')
      if (read?.dataset.passage !== undefined) setPassage(read.dataset.passage)
      else if (text.top > READ_AT_PX) setPassage(undefined)
    }
    const follow = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    addEventListener('scroll', follow, { passive: true })
    return () => {
      removeEventListener('scroll', follow)
      cancelAnimationFrame(frame)
    }
  }, [])
  const headingOf = useMemo(() => {
    let last: string | undefined
    return new Map(
      passages.map((one, index) => {
        last = headingsAt(one, passages[index - 1]).at(-1)?.id ?? last
        return [one.id, last] as const
      }),
    )
  }, [passages])
  return passage === undefined ? undefined : headingOf.get(passage)
}
