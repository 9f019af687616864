/** Says and changes which documents coverage is about: words, topic, period, which side. */
import { useId, useState } from 'preact/hooks'
import { changed, type Search, toggled } from '../address.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate } from '../shown/dates.ts'
import { typedDate } from '../shown/typed-date.ts'
import { useFieldOf } from '../shown/use-field-of.ts'
import { shownWords } from '../shown/words.ts'
import { SIDES } from './grid.ts'
import { type Part, partsOf } from './narrowing.ts'
import { coverageWords } from './words.ts'

/** A topic to choose. */
export type TopicChoice = { id: string; label: string }

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
      {(isComplete || search.topic === undefined) && <Chosen topics={topics} />}
    </search>
  )
}

/** The one language whose documents are looked at, or both. */
export function sideOf({ lang = [] }: Search): 'it' | 'en' | 'both' {
  const sides = SIDES.filter((side) => lang.includes(side))
  return sides.length === 1 && sides[0] !== undefined ? sides[0] : 'both'
}

/** Goes to the coverage of a search. */
function useCoverage(): (search: Search) => void {
  const { go } = useNavigation()
  return (search) => go({ view: { name: 'coverage' }, search })
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

function Chosen({ topics }: { topics: readonly TopicChoice[] }) {
  const words = useWords(coverageWords)
  const nameOf = usePartName(topics)
  const { search } = useNavigation().address
  const go = useCoverage()
  const parts = partsOf(search)
  if (parts.length === 0) return null
  return (
    <div class="row coverage-chosen">
      <span id="chosen" class="soft">
        {words.chosen}
      </span>
      <ul class="row" aria-labelledby="chosen">
        {parts.map((part) => (
          <li key={`${part.name} ${part.value}`}>
            <button type="button" class="chip" onClick={() => go(part.without)}>
              <span class="unseen">{words.takeOff}</span> <span class="soft">{words.parts[part.name]}</span>{' '}
              <span class="chosen-value">{nameOf(part)}</span>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      {parts.length > 1 && (
        <button
          type="button"
          class="plain-button"
          onClick={() => go(search.lang ? { lang: search.lang } : {})}
        >
          {words.clear}
        </button>
      )}
    </div>
  )
}

/** What a part of a search is called. */
function usePartName(topics: readonly TopicChoice[]): (part: Part) => string {
  const words = useWords(coverageWords)
  const { basis } = useWords(shownWords)
  const { language } = useSettings()
  return ({ name, value }) => {
    if (name === 'topic') return topics.find(({ id }) => id === value)?.label ?? value
    if (name === 'undated') return words.undatedValues[value as 'include' | 'only'] ?? value
    if (name === 'dateBasis') return basis[value as keyof typeof basis] ?? value
    if (name !== 'period') return value
    const [from = '', to] = value.split('/')
    const written = (date: string): string => (date === '' ? '' : writtenDate(date, language))
    return to === undefined ? written(from) : words.period(written(from), written(to))
  }
}
