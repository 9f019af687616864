/** The field that a query is typed into, with suggestions how it may go on. */
import type { SuggestResponse } from '@bifora/client'
import { useEffect, useRef, useState } from 'preact/hooks'
import { changed, type Search } from '../address.ts'
import { useAnswer } from '../api.tsx'
import { useGo } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { useCombobox } from './combobox.ts'
import './query-box.css'
import { focusResult } from './result-keys.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useSpaced } from './use-spaced.ts'
import { searchWords } from './words.ts'

type Suggestion = SuggestResponse['suggestions'][number]

/** Keys that come closer upon each other than this, in milliseconds, are one search: two that were pressed together, say. */
const TOGETHER_MS = 25
const SUGGESTIONS = 7

type QueryBoxProps = {
  search: Search
  /** Whether the query in the address came from keys that were just typed. */
  isTyping: boolean
  setTyping: (isTyping: boolean) => void
}

/** The field. What is typed is searched for at once. */
export function QueryBox({ search, isTyping, setTyping }: QueryBoxProps) {
  const words = useWords(searchWords)
  const go = useGo()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(search.q ?? '')
  const spaced = useSpaced(TOGETHER_MS)
  /** The address that typing has led to; undefined if that is not where the page is. */
  const typedAt = useRef<string | undefined>(undefined)

  // The address may have another query for other reasons: back, a link, a suggestion.
  useEffect(() => {
    if (typedAt.current === location.search) return
    typedAt.current = undefined
    setText(search.q ?? '')
    setTyping(false)
  }, [search.q, setTyping])

  const prefix = text.trimStart()
  const { value } = useAnswer(
    prefix,
    prefix.length < 2 || !isTyping
      ? undefined
      : (client, signal) => client.suggest({ q: prefix, limit: SUGGESTIONS }, { signal }),
  )
  const suggestions = isTyping && prefix.length >= 2 ? (value?.suggestions ?? []) : []
  const box = useCombobox(suggestions.length, (option) => take(suggestions[option]))

  const searchFor = (q: string, change: Partial<Search> = {}, how = {}) =>
    go({ view: { name: 'search' }, search: changed(search, { q, without: undefined, ...change }) }, how)

  const type = (q: string) => {
    setText(q)
    setTyping(true)
    box.open()
    spaced.act(() => {
      searchFor(q, {}, { replace: isTypedStep() })
      typedAt.current = location.search
    })
  }
  // One step back is to lead to the search before, not through its letters.
  const isTypedStep = () => typedAt.current === location.search
  const submit = (q: string) => {
    spaced.cancel()
    setTyping(false)
    box.close()
    setText(q)
    searchFor(q, {}, { replace: isTypedStep() })
    typedAt.current = undefined
  }
  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion === undefined) return
    const { kind, id, text: q } = suggestion
    if (kind === 'word' || id === null) return submit(q)
    spaced.cancel()
    setTyping(false)
    setText('')
    if (kind === 'title') go({ view: { name: 'document', id }, search: changed(search, { q }) })
    else searchFor('', { [kind]: [...new Set([...(search[kind] ?? []), id])] }, { replace: isTypedStep() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (box.onKey(event)) return
    if (event.key === 'ArrowDown' && focusResult(0)) event.preventDefault()
  }

  return (
    <search>
      <form
        class="query-box"
        onSubmit={(event) => {
          event.preventDefault()
          submit(text)
        }}
      >
        <label class="unseen" for="query">
          {words.query}
        </label>
        <div class="query-field">
          <input
            ref={input}
            id="query"
            name="q"
            type="text"
            inputMode="search"
            enterkeyhint="search"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={1000}
            placeholder={words.placeholder}
            role="combobox"
            aria-expanded={box.isOpen}
            aria-controls="suggestions"
            aria-autocomplete="list"
            aria-activedescendant={box.active === -1 ? undefined : `suggestion-${box.active}`}
            value={text}
            onInput={({ currentTarget }) => type(currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={box.close}
          />
          {text !== '' && (
            <button
              type="button"
              class="query-clear"
              aria-label={words.clear}
              onClick={() => {
                submit('')
                input.current?.focus()
              }}
            >
              ×
            </button>
          )}
          <button type="submit" class="button primary">
            <svg class="query-lens" aria-hidden="true" viewBox="0 0 20 20" width="20" height="20">
              <path d="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5 17 17" />
            </svg>
            <span class="unseen-on-phones">{words.submit}</span>
          </button>
        </div>
        <SuggestionList box={box} suggestions={suggestions} take={take} />
      </form>
    </search>
  )
}
