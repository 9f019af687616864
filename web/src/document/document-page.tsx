/** The view of a document: its text with the matches of the search that led to it, and what belongs to it. */
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks'
import { type Address, writeAddress } from '../address.ts'
import { isTyping } from '../frame/shortcuts.tsx'
import { Link, useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { ProblemNotice } from '../shown/problem.tsx'
import { wentBackTo } from './back.ts'
import { PrintedCitation } from './citation-panel.tsx'
import { DocumentAside } from './document-aside.tsx'
import { DocumentHead } from './document-head.tsx'
import './document-page.css'
import { markingOf } from './marking.ts'
import { Outline } from './outline.tsx'
import { Reading } from './reading.tsx'
import { Related } from './related.tsx'
import { SideBySide } from './side-by-side.tsx'
import { DocumentSkeleton } from './skeleton.tsx'
import { isDialogOpen } from './use-matches.ts'
import { useText } from './use-text.ts'
import { documentWords } from './words.ts'

/** The view. */
export function DocumentPage({ id }: { id: string }) {
  const { view, search } = useNavigation().address
  const beside = view.name === 'document' ? view.beside : undefined
  const marking = useMemo(() => markingOf(search), [search])
  const { q } = marking
  const text = useText(id, marking)
  // Rows come without marks: those of the translation are read for themselves.
  const translation = useText(q === undefined ? undefined : beside, marking)
  const { document: shown, error, again } = text
  // What stands below a text comes when that is there, so that it is not pushed away.
  const isSettled = useRef(false)
  if (shown !== undefined && !text.isLoading) isSettled.current = true
  useTitle(shown?.title)
  return (
    <article class={beside === undefined ? 'document' : 'document is-beside'}>
      <BackLink />
      {shown === undefined ? (
        error === undefined ? (
          <DocumentSkeleton />
        ) : error.status === 404 ? (
          <NotFound />
        ) : (
          <ProblemNotice error={error} again={again} />
        )
      ) : (
        <>
          <DocumentHead document={shown} />
          <div class="document-side">
            <DocumentAside document={shown} beside={beside} />
            {beside === undefined && <Outline {...text} />}
          </div>
          <div class="document-text">
            <PrintedCitation document={shown} />
            {beside === undefined ? (
              <Reading q={q} document={shown} text={text} />
            ) : (
              <SideBySide q={q} document={shown} beside={beside} texts={[text, translation]} />
            )}
            {beside === undefined && isSettled.current && <Related document={shown} />}
          </div>
        </>
      )}
    </article>
  )
}

/** The way back to the search that is in the address; Escape takes it, too. */
function BackLink() {
  const words = useWords(documentWords)
  const { address, go } = useNavigation()
  const { search } = address
  const results: Address = useMemo(() => ({ view: { name: 'search' }, search }), [search])
  const back = useCallback(() => {
    if (wentBackTo(writeAddress(results))) return
    go(results)
    scrollTo({ top: 0 })
  }, [go, results])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event) || isDialogOpen()) return
      back()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [back])
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    back()
  }
  return (
    <p class="document-back no-print">
      <Link to={results} onClick={follow}>
        <span aria-hidden="true">← </span>
        {Object.keys(search).length === 0 ? words.toSearch : words.back}
      </Link>
    </p>
  )
}

function NotFound() {
  const words = useWords(documentWords)
  return (
    <div class="notice" role="alert">
      <h1 class="not-found">{words.notFound}</h1>
      <p>{words.notFoundHint}</p>
    </div>
  )
}

/** The title of the window is that of the document, as long as it is shown. */
function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined || title === '') return
    const before = document.title
    document.title = `${title} · Bifora`
    return () => {
      document.title = before
    }
  }, [title])
}
