/** How many matches there are, which is the current one and why it is one, and the way to the others. */
import type { Highlight } from '@bifora/client'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { type Expansion, useReason } from '../shown/marked-text.tsx'
import { shownWords } from '../shown/words.ts'
import './match-bar.css'
import { aroundMatch } from './matches.ts'
import type { Matches } from './use-matches.ts'
import { documentWords } from './words.ts'

type MatchBarProps = {
  q: string
  matches: Matches
  /** The current match; undefined before the first step, and as long as its part of the text is not there. */
  highlight: Highlight | undefined
  expansions: readonly Expansion[]
}

/** The bar. It stays at the top while the text is read. */
export function MatchBar({
  q,
  matches: { current, total, place, step },
  highlight,
  expansions,
}: MatchBarProps) {
  const words = useWords(documentWords)
  const { language } = useSettings()
  const { via } = useWords(shownWords)
  const through = expansions.find(({ id }) => id === highlight?.expansion)
  const reason = useReason(through)
  const all = writtenNumber(total, language)
  const number = writtenNumber(current, language)
  const said =
    place && highlight
      ? [words.matchSaid(number, all, aroundMatch(place.text, highlight)), reason].filter(Boolean).join('. ')
      : ''
  return (
    <nav class="match-bar no-print" aria-label={words.navigation}>
      {total === 0 ? (
        <p class="soft">{words.noMatches(q)}</p>
      ) : (
        <>
          <button type="button" class="button" title={`${words.previous} (p)`} onClick={() => step(-1)}>
            <span aria-hidden="true">↑</span>
            <span class="unseen">{words.previous}</span>
          </button>
          <button type="button" class="button" title={`${words.next} (n)`} onClick={() => step(1)}>
            <span aria-hidden="true">↓</span>
            <span class="unseen">{words.next}</span>
          </button>
          <p class="match-count">{current === 0 ? words.matches(total, all) : words.match(number, all)}</p>
          {through === undefined ? (
            <p class="match-note match-keys small soft">{words.keyHint}</p>
          ) : (
            // All of it is read out below.
            <p class="match-note small" title={reason} aria-hidden="true">
              {words.through(through.to, via[through.via])}
            </p>
          )}
        </>
      )}
      <p class="unseen" role="status">
        {said}
      </p>
    </nav>
  )
}
