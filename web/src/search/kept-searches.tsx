/** The searches that somebody keeps in their browser. */
import { useEffect, useState } from 'preact/hooks'
import type { Search } from '../address.ts'
import { Link } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { keptSearches, textOf, toggleKept } from './kept.ts'
import { searchWords } from './words.ts'

/** Told when searches are kept or forgotten, in this tab. */
const CHANGE = 'bifora-kept'

/** The list; nothing where none is kept. */
export function KeptSearches({ search }: { search: Search }) {
  const words = useWords(searchWords)
  const kept = useKept()
  if (kept.length === 0) return null
  return (
    <section class="facet" aria-labelledby="kept-title">
      <h2 id="kept-title" class="facet-title">
        {words.kept}
      </h2>
      <ul class="facet-values">
        {kept.map((one) => (
          <li key={textOf(one)} class="kept">
            <Link
              to={{ view: { name: 'search' }, search: one }}
              aria-current={textOf(one) === textOf(search) ? 'true' : undefined}
            >
              {nameOf(one, words.everything)}
            </Link>
            <button
              type="button"
              class="plain-button"
              aria-label={`${words.forget}: ${nameOf(one, words.everything)}`}
              onClick={() => keepOrForget(one)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The searches that are kept, as they change. */
export function useKept(): Search[] {
  const [kept, setKept] = useState(() => keptSearches(localStorage))
  useEffect(() => {
    const follow = () => setKept(keptSearches(localStorage))
    // `storage` tells of other tabs.
    for (const name of [CHANGE, 'storage']) addEventListener(name, follow)
    return () => {
      for (const name of [CHANGE, 'storage']) removeEventListener(name, follow)
    }
  }, [])
  return kept
}

/** Keeps a search, or forgets it if it was kept. */
export function keepOrForget(search: Search): void {
  toggleKept(localStorage, search)
  dispatchEvent(new Event(CHANGE))
}

function nameOf({ q, sort: _sort, page: _page, ...filters }: Search, everything: string): string {
  const values = Object.values(filters)
    .flat()
    .filter((value) => typeof value === 'string')
  return [q ?? '', ...values].filter(Boolean).join(' · ') || everything
}
