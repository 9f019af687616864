/** How a query may go on: words with their translations, topics, acts, documents. */
import type { SuggestResponse } from '@bifora/client'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import type { Combobox } from './combobox.ts'
import { searchWords } from './words.ts'

type Suggestion = SuggestResponse['suggestions'][number]

type SuggestionListProps = {
  box: Combobox
  suggestions: readonly Suggestion[]
  take: (suggestion: Suggestion) => void
}

/** The list below the field; hidden while it is closed. */
export function SuggestionList({ box, suggestions, take }: SuggestionListProps) {
  const words = useWords(searchWords)
  const { language } = useSettings()
  return (
    <div
      id="suggestions"
      role="listbox"
      class="suggestions"
      aria-label={words.suggestions}
      hidden={!box.isOpen}
    >
      {suggestions.map((suggestion, number) => {
        const { kind, text, lang, documents, translation } = suggestion
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
          <div
            key={`${kind} ${suggestion.id} ${text}`}
            id={`suggestion-${number}`}
            role="option"
            tabIndex={-1}
            aria-selected={number === box.active}
            // Before the field loses the focus, and the list with it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              take(suggestion)
              box.close()
            }}
          >
            <span class="suggestion-text" lang={lang}>
              {text}
            </span>
            {translation !== null && (
              <span class="suggestion-translation" lang={translation.lang}>
                ⇄ {translation.text}
              </span>
            )}
            <span class="suggestion-kind">
              {[words.kinds[kind], kind === 'title' ? '' : writtenNumber(documents, language)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        )
      })}
    </div>
  )
}
