/** The text of a document, passage by passage, with its matches. */
import type { DocumentPassage, DocumentResponse } from '@bifora/client'
import { useEffect, useMemo } from 'preact/hooks'
import { useWords } from '../settings.tsx'
import { ProblemNotice } from '../shown/problem.tsx'
import { MatchBar } from './match-bar.tsx'
import { countedBefore } from './matches.ts'
import { PassageText } from './passage-text.tsx'
import './reading.css'
import { type Matches, useMatches } from './use-matches.ts'
import type { Text } from './use-text.ts'
import { documentWords } from './words.ts'

/** From so many passages on the browser lays out only what is near the window. */
const LONG = 100

type ReadingProps = { q: string | undefined; document: DocumentResponse; text: Text }

/** The text, the bar of its matches above it. */
export function Reading({ q, document, text }: ReadingProps) {
  const words = useWords(documentWords)
  const { pages, isComplete, isLoading, error, again, more } = text
  const passages = useMemo(() => pages.flatMap((page) => page.passages), [pages])
  const here = useMemo(() => countedBefore(passages).at(-1) ?? 0, [passages])
  const matches = useMatches(passages, isComplete ? here : (document.matches?.total ?? here))
  const { current, place } = matches
  const isAhead = current > here
  useEffect(() => {
    if (isAhead && !isLoading && !isComplete && error === undefined) more()
  }, [isAhead, isLoading, isComplete, error, more])
  const highlight = place && passages.find(({ id }) => id === place.id)?.highlights?.[place.highlight]
  return (
    <section class="reading" aria-label={words.text}>
      {q !== undefined && (
        <MatchBar q={q} matches={matches} highlight={highlight} expansions={document.expansions ?? []} />
      )}
      <div class={passages.length > LONG || !isComplete ? 'reading-text is-long' : 'reading-text'}>
        {pages.map((page, index) => (
          <Part
            key={page.page.number}
            page={page}
            before={pages[index - 1]?.passages.at(-1)}
            place={place && page.passages.some(({ id }) => id === place.id) ? place : undefined}
          />
        ))}
      </div>
      {error !== undefined && <ProblemNotice error={error} again={again} />}
      {isLoading && <p class="soft no-print">{words.loadingMore}</p>}
      {!isComplete && !isLoading && error === undefined && (
        <button type="button" class="button no-print" onClick={more}>
          {words.more}
        </button>
      )}
    </section>
  )
}

type PartProps = {
  page: DocumentResponse
  before: DocumentPassage | undefined
  place: Matches['place']
}

/** A page of passages. It is drawn again only if a match in it becomes the current one, or was it. */
function Part({ page, before, place }: PartProps) {
  return useMemo(
    () => (
      <>
        {page.passages.map((passage, index) => (
          <PassageText
            key={passage.id}
            passage={passage}
            before={page.passages[index - 1] ?? before}
            expansions={page.expansions ?? []}
            current={passage.id === place?.id ? place.highlight : undefined}
          />
        ))}
      </>
    ),
    [page, before, place],
  )
}
