/** All that narrows and orders results, in a window of its own: where there is no room for it beside them. */
import type { SearchResponse } from '@bifora/client'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Search } from '../address.ts'
import { useWords } from '../settings.tsx'
import { ChosenFilters, useChosen } from './chosen-filters.tsx'
import './filter-dialog.css'
import { Filters } from './filters.tsx'
import { ScopeChoice, SortChoice } from './scope-and-sort.tsx'
import { Timeline } from './timeline.tsx'
import { searchWords } from './words.ts'

type FilterDialogProps = {
  search: Search
  answer: SearchResponse | undefined
  /** How many are found, in words. */
  total: string | undefined
}

/** A button with the number of filters that are on, and the window behind it. What is chosen there counts at once. */
export function FilterDialog({ search, answer, total }: FilterDialogProps) {
  const words = useWords(searchWords)
  const [isOpen, setOpen] = useState(false)
  const on = useChosen(search, answer).length
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.filters}
        {on > 0 && (
          <span class="filters-on">
            {on}
            <span class="unseen"> {words.filtersOn}</span>
          </span>
        )}
      </button>
      {isOpen && <OpenDialog search={search} answer={answer} total={total} close={() => setOpen(false)} />}
    </>
  )
}

/** The window; it is there only while it is open, so that what it holds is not drawn with every letter. */
function OpenDialog({ search, answer, total, close }: FilterDialogProps & { close: () => void }) {
  const words = useWords(searchWords)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} class="filter-dialog" aria-labelledby="filters-title" onClose={close}>
      <header class="filter-dialog-head">
        <h2 id="filters-title">{words.filters}</h2>
        <button type="button" class="filter-dialog-close" aria-label={words.close} onClick={close}>
          ×
        </button>
      </header>
      <div class="filter-dialog-body">
        <ChosenFilters search={search} answer={answer} />
        <ScopeChoice search={search} isTitled />
        <SortChoice search={search} isTitled />
        <Timeline search={search} answer={answer} />
        <Filters search={search} answer={answer} />
      </div>
      <footer class="filter-dialog-foot">
        <button type="button" class="button primary" onClick={close}>
          {words.show} {total}
        </button>
      </footer>
    </dialog>
  )
}
