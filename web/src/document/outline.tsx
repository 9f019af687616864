/** The headings of a text, as a way into it: beside it where there is room, folded above it where there is not. */
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useWords } from '../settings.tsx'
import { useNarrow } from '../shown/use-narrow.ts'
import { bringIntoView } from './bring-into-view.ts'
import { type Heading, outlineOf } from './headings.ts'
import './outline.css'
import { languageOf } from './passage-text.tsx'
import { useCurrentHeading } from './use-current-heading.ts'
import type { Text } from './use-text.ts'
import { documentWords } from './words.ts'

type OutlineProps = Pick<Text, 'pages' | 'isComplete' | 'isLoading' | 'more'>

/** The outline; nothing where there are no headings to choose from. Where not all of the text is there yet, it says so. */
export function Outline({ pages, isComplete, isLoading, more }: OutlineProps) {
  const words = useWords(documentWords)
  const isNarrow = useNarrow()
  const list = useRef<HTMLDetailsElement>(null)
  const passages = useMemo(() => pages.flatMap((page) => page.passages), [pages])
  const headings = useMemo(() => outlineOf(passages), [passages])
  const current = useCurrentHeading(passages)
  useEffect(() => keepInSight(list.current), [current])
  useLinkedHeading(headings)
  if (headings.length < 2) return null
  return (
    <details class="outline no-print" open={!isNarrow} ref={list}>
      <summary>{words.outline}</summary>
      <nav aria-label={words.outline}>
        <ol class="outline-list">
          {headings.map((heading) => (
            <li key={heading.id} data-depth={Math.min(heading.depth, 3)} lang={languageOf(heading)}>
              <a
                href={`${location.search}#${heading.id}`}
                aria-current={heading.id === current ? 'location' : undefined}
                onClick={(event) => follow(event, heading.id)}
              >
                {heading.text}
              </a>
            </li>
          ))}
        </ol>
        {!isComplete && (
          <p class="outline-more small soft">
            {isLoading ? (
              words.outlineLoading
            ) : (
              <>
                {words.outlineMore}{' '}
                <button type="button" class="plain-button" onClick={more}>
                  {words.more}
                </button>
              </>
            )}
          </p>
        )}
      </nav>
    </details>
  )
}

/** Goes to the heading that the address of the window names, once, when it has come. */
function useLinkedHeading(headings: readonly Heading[]): void {
  const linked = useRef(decodeURIComponent(location.hash.slice(1)))
  useEffect(() => {
    if (!headings.some(({ id }) => id === linked.current)) return
    goTo(linked.current)
    linked.current = ''
  }, [headings])
}

/** Scrolls the list, and nothing else, to the heading that is read. */
function keepInSight(list: HTMLElement | null): void {
  const link = list?.querySelector('[aria-current]')
  if (list === null || link == null) return
  const { top, bottom } = link.getBoundingClientRect()
  const window = list.getBoundingClientRect()
  if (top < window.top || bottom > window.bottom) list.scrollTop += top - window.top - window.height / 3
}

/** By hand, since the page has a <base>. */
function follow(event: MouseEvent, id: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  goTo(id)
}

/** The focus goes along, so that reading goes on from there. */
function goTo(id: string): void {
  const heading = document.getElementById(id)
  if (heading === null) return
  bringIntoView(heading, 'start')
  heading.focus({ preventScroll: true })
}
