/** Where the words of a search are looked for, and the order of what is found. */
import { changed, type Search } from '../address.ts'
import { useGo } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { searchWords } from './words.ts'

type ChoiceProps = {
  search: Search
  /** Whether its name is to be seen; readers of screens are told it in any case. */
  isTitled?: boolean
}

/** In both languages, or as they are written. */
export function ScopeChoice({ search, isTitled = false }: ChoiceProps) {
  const words = useWords(searchWords)
  const set = useChange(search)
  const isAsWritten = search.expand === 'none'
  return (
    <fieldset class="scope">
      <legend class={isTitled ? 'facet-title' : 'unseen'}>{words.scope}</legend>
      <label>
        <input
          type="radio"
          name="scope"
          checked={!isAsWritten}
          onChange={() => set({ expand: undefined, exact: undefined })}
        />
        {words.both}
      </label>
      <label>
        <input
          type="radio"
          name="scope"
          checked={isAsWritten}
          onChange={() => set({ expand: 'none', exact: true, without: undefined })}
        />
        {words.onlyWritten}
      </label>
    </fieldset>
  )
}

/** The best, the newest or the oldest first. */
export function SortChoice({ search, isTitled = false }: ChoiceProps) {
  const words = useWords(searchWords)
  const set = useChange(search)
  return (
    <label class="sort">
      <span class={isTitled ? 'facet-title' : 'unseen'}>{words.sort}</span>
      <select
        class="field"
        value={search.sort ?? 'relevance'}
        onChange={({ currentTarget: { value } }) =>
          set({ sort: value === 'date' || value === '-date' ? value : undefined })
        }
      >
        {Object.entries(words.sorts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function useChange(search: Search): (change: Partial<Search>) => void {
  const go = useGo()
  return (change) => go({ view: { name: 'search' }, search: changed(search, change) })
}
