/** The headings of a text, as a way into it: beside it where there is room, folded above it where there is not. */
import { useMemo } from 'preact/hooks'
import { useNarrow } from '../search/use-narrow.ts'
import { useWords } from '../settings.tsx'
import { bringIntoView } from './bring-into-view.ts'
import { outlineOf } from './headings.ts'
import './outline.css'
import { languageOf } from './passage-text.tsx'
import type { Text } from './use-text.ts'
import { documentWords } from './words.ts'

/** The outline; nothing where there are no headings to choose from. */
export function Outline({ pages }: Pick<Text, 'pages'>) {
  const words = useWords(documentWords)
  const isNarrow = useNarrow()
  const headings = useMemo(() => outlineOf(pages.flatMap(({ passages }) => passages)), [pages])
  if (headings.length < 2) return null
  return (
    <details class="outline no-print" open={!isNarrow}>
      <summary>{words.outline}</summary>
      <nav aria-label={words.outline}>
        <ol class="outline-list">
          {headings.map((heading) => (
            <li key={heading.id} data-depth={Math.min(heading.depth, 3)} lang={languageOf(heading)}>
              <a href={`${location.search}#${heading.id}`} onClick={(event) => goTo(event, heading.id)}>
                {heading.text}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  )
}

/** By hand, since the page has a <base>; the focus goes along, so that reading goes on from there. */
function goTo(event: MouseEvent, id: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  const heading = document.getElementById(id)
  if (heading === null) return
  bringIntoView(heading, 'start')
  heading.focus({ preventScroll: true })
}
