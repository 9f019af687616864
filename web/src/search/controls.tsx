/** How many there are, their order, and where their words are looked for. */
import { changed, type Search } from '../address.ts'
import { useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { ShareMenu } from './share-menu.tsx'
import { searchWords } from './words.ts'

type ControlsProps = { search: Search; total: string | undefined; isSlow: boolean }

/** The line above the results. */
export function Controls({ search, total, isSlow }: ControlsProps) {
  const words = useWords(searchWords)
  const { go } = useNavigation()
  const set = (change: Partial<Search>) => go({ view: { name: 'search' }, search: changed(search, change) })
  const isAsWritten = search.expand === 'none'
  return (
    <div class="controls no-print">
      <p class="total">{isSlow ? words.slow : total}</p>
      <fieldset class="scope">
        <legend class="unseen">{words.scope}</legend>
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
      <label class="sort">
        <span class="unseen">{words.sort}</span>
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
      <ShareMenu search={search} />
    </div>
  )
}
