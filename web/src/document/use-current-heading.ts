/** Where a reader is in a text. */
import type { DocumentPassage } from '@bifora/client'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { headingsAt } from './headings.ts'

/** How far below the upper edge of the window people read, in pixels: below the bar of matches. */
const READ_AT_PX = 120

/**
 * The id of the heading above what is read at the moment: one that was gone to, as long as it is in sight, otherwise the last
 * that begins above the upper part of the window. Undefined before the first.
 */
export function useCurrentHeading(passages: readonly DocumentPassage[]): string | undefined {
  /** Id of a passage or of a heading. */
  const [place, setPlace] = useState<string | undefined>()
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      setPlace((before) => goneTo() ?? readAt(before))
    }
    const follow = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    addEventListener('scroll', follow, { passive: true })
    addEventListener('focusin', follow)
    return () => {
      removeEventListener('scroll', follow)
      removeEventListener('focusin', follow)
      cancelAnimationFrame(frame)
    }
  }, [])
  const headingOf = useMemo(() => {
    let last: string | undefined
    return new Map(
      passages.flatMap((one, index) => {
        const headings = headingsAt(one, passages[index - 1])
        last = headings.at(-1)?.id ?? last
        return [...headings.map(({ id }) => [id, id] as const), [one.id, last] as const]
      }),
    )
  }, [passages])
  return place === undefined ? undefined : headingOf.get(place)
}

/** The heading that has the focus, if it can be seen. */
function goneTo(): string | undefined {
  const heading = document.activeElement?.closest('.reading-text :is(h2, h3, h4, h5, h6)')
  if (heading == null) return undefined
  const { top, bottom } = heading.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight ? heading.id : undefined
}

/** The passage at the height at which people read; between two of them it is the one before. */
function readAt(before: string | undefined): string | undefined {
  const text = document.querySelector('.reading-text')?.getBoundingClientRect()
  if (text === undefined || text.top > READ_AT_PX) return undefined
  const passage = document.elementFromPoint(text.left + 8, READ_AT_PX)?.closest<HTMLElement>('[data-passage]')
  return passage?.dataset.passage ?? before
}
