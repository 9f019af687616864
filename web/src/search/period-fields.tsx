/** When documents were published: two fields, and what becomes of those without a date. */
import type { SearchResponse } from '@bifora/client'
import { changed, type Search } from '../address.ts'
import { useGo } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { searchWords } from './words.ts'

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?'

/** The fields. They are taken over with Enter or the button. */
export function PeriodFields({ search, answer }: { search: Search; answer: SearchResponse | undefined }) {
  const words = useWords(searchWords)
  const { language } = useSettings()
  const go = useGo()
  const set = (change: Partial<Search>) => go({ view: { name: 'search' }, search: changed(search, change) })
  const hasPeriod = search.from !== undefined || search.to !== undefined
  const undated = answer?.undated ?? answer?.histogram?.undated ?? 0
  return (
    <fieldset class="facet">
      <legend>{words.period}</legend>
      <form
        class="period"
        // Anew with the address: what was typed and not taken over is gone when it changes.
        key={`${search.from} ${search.to}`}
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          const given = (name: string) => String(fields.get(name)).trim() || undefined
          const { undated } = search
          set({ from: given('from'), to: given('to'), undated: undated === 'only' ? undefined : undated })
        }}
      >
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {words[name]}
            <input
              class="field"
              name={name}
              defaultValue={search[name] ?? ''}
              inputMode="numeric"
              autocomplete="off"
              pattern={DATE}
              placeholder={language === 'it' ? 'AAAA-MM' : 'YYYY-MM'}
              title={words.dateHint}
              size={10}
            />
          </label>
        ))}
        <button type="submit" class="button">
          {words.apply}
        </button>
      </form>
      {(undated > 0 || search.undated !== undefined) && (
        <label class="facet-value">
          <input
            type="checkbox"
            checked={search.undated !== undefined}
            onChange={({ currentTarget: { checked } }) =>
              set({ undated: checked ? (hasPeriod ? 'include' : 'only') : undefined })
            }
          />
          <span class="facet-name">{hasPeriod ? words.includeUndated : words.onlyUndated}</span>
          <span class="facet-count">{writtenNumber(undated, language)}</span>
        </label>
      )}
    </fieldset>
  )
}
