/** Says and changes which documents coverage is about: words, topic, period, which side. */
import { useId, useState } from 'preact/hooks'
import { changed, type Search, toggled } from '../address.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { typedDate } from '../shown/typed-date.ts'
import { useFieldOf } from '../shown/use-field-of.ts'
import { ChosenParts, type TopicChoice } from './chosen-parts.tsx'
import { SIDES } from './grid.ts'
import { useCoverage } from './use-coverage.ts'
import { coverageWords } from './words.ts'

type NarrowingFormProps = {
  topics: readonly TopicChoice[]
  years: readonly string[]
  /** Whether these are all: before, topics that are chosen have no name yet. */
  isComplete: boolean
}

/** The form; what is chosen counts at once. */
export function NarrowingForm({ topics, years, isComplete }: NarrowingFormProps) {
  const words = useWords(coverageWords)
  const { search } = useNavigation().address
  const go = useCoverage()
  const query = useFieldOf(search.q ?? '')
  const chosen = search.topic ?? []
  const choosable = topics.filter(({ id }) => !chosen.includes(id))
  return (
    <search class="narrowing no-print">
      <form class="narrowing-fields" onSubmit={(event) => event.preventDefault()}>
        <label class="narrowing-query">
          {words.query}
          <input
            class="field"
            type="search"
            ref={query}
            placeholder={words.queryHint}
            maxLength={512}
            onChange={({ currentTarget }) => go(changed(search, { q: currentTarget.value.trim() }))}
          />
        </label>
        <label class="narrowing-topic">
          {words.topic}
          <select
            class="field"
            value=""
            onChange={({ currentTarget }) => go(toggled(search, 'topic', currentTarget.value))}
          >
            <option value="">{words.anyTopic}</option>
            {choosable.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <div class="narrowing-dates">
          <DateField name="from" />
          <DateField name="to" />
        </div>
        <label>
          {words.side}
          <select
            class="field"
            value={sideOf(search)}
            onChange={({ currentTarget: { value } }) =>
              go(changed(search, { lang: value === 'both' ? undefined : [value] }))
            }
          >
            {Object.entries(words.sides).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="unseen" tabIndex={-1}>
          {words.narrow}
        </button>
      </form>
      <Years years={years} />
      {(isComplete || search.topic === undefined) && <ChosenParts topics={topics} />}
    </search>
  )
}

/** The one language whose documents are looked at, or both. */
export function sideOf({ lang = [] }: Search): 'it' | 'en' | 'both' {
  const sides = SIDES.filter((side) => lang.includes(side))
  return sides.length === 1 && sides[0] !== undefined ? sides[0] : 'both'
}

function DateField({ name }: { name: 'from' | 'to' }) {
  const words = useWords(coverageWords)
  const { search } = useNavigation().address
  const go = useCoverage()
  const field = useFieldOf(search[name] ?? '')
  const [isBad, setBad] = useState(false)
  const id = useId()
  const take = (text: string): void => {
    const date = typedDate(text)
    const isWrong = text.trim() !== '' && date === undefined
    setBad(isWrong)
    if (!isWrong) go(changed(search, { [name]: date }))
  }
  return (
    <label>
      {words[name]}
      <input
        class="field"
        ref={field}
        placeholder={words.dateHint}
        maxLength={10}
        autocomplete="off"
        aria-invalid={isBad}
        aria-describedby={isBad ? id : undefined}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      {isBad && (
        <span id={id} class="narrowing-bad small" role="alert">
          {words.badDate}
        </span>
      )}
    </label>
  )
}

function Years({ years }: { years: readonly string[] }) {
  const words = useWords(coverageWords)
  const { search } = useNavigation().address
  const link = (from: string | undefined, label: string) => (
    <li key={label}>
      <Link
        class="year"
        to={{ view: { name: 'coverage' }, search: changed(search, { from, to: from }) }}
        aria-current={search.from === from && search.to === from ? 'true' : undefined}
      >
        {label}
      </Link>
    </li>
  )
  return (
    <div class="years">
      <span id="years" class="soft">
        {words.years}
      </span>
      <ul class="row years-list" aria-labelledby="years">
        {link(undefined, words.allYears)}
        {years.map((year) => link(year, year))}
      </ul>
    </div>
  )
}
