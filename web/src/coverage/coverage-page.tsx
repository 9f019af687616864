/** What exists in one language only: at a glance by topic and time, topic by topic, and document by document. */
import { useMemo, useState } from 'preact/hooks'
import { writeAddress } from '../address.ts'
import { useAnswer } from '../api.tsx'
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { ProblemNotice } from '../shown/problem.tsx'
import { Waiting } from '../shown/waiting.tsx'
import { AloneLists } from './alone-lists.tsx'
import './coverage.css'
import { gridOf, type Order } from './grid.ts'
import { GridTable } from './grid-table.tsx'
import { Lights } from './lights.tsx'
import { coverageParams, yearsOf } from './narrowing.ts'
import { NarrowingForm } from './narrowing-form.tsx'
import { TopicsTable } from './topics-table.tsx'
import { coverageWords } from './words.ts'

/** Documents that are named for each language, at first and at most. */
const SHOWN = 20
const MOST_SHOWN = 100

/** The view. */
export function CoveragePage() {
  const words = useWords(coverageWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const choices = useAnswer('choices', async (client, signal) => {
    const [{ topics }, { dates }] = await Promise.all([client.topics({ signal }), client.stats({ signal })])
    return { topics, years: yearsOf(dates.firstYear, dates.lastYear) }
  })
  const params = coverageParams(search)
  const question = writeAddress({ view: { name: 'coverage' }, search: params })
  const [longer, setLonger] = useState('')
  const size = longer === question ? MOST_SHOWN : SHOWN
  const { value, error, isLoading, again } = useAnswer(`${question} ${size}`, async (client, signal) => {
    const [coverage, timeline] = await Promise.all([
      client.coverage({ ...params, size }, { signal }),
      client.timeline({ ...params, interval: 'month' }, { signal }),
    ])
    return { coverage, timeline, range: params, size }
  })
  const grid = useMemo(() => value && gridOf(value.timeline, value.range), [value])
  const [order, setOrder] = useState<Order>('documents')
  const topics = choices.value?.topics.map(({ id, labels }) => ({ id, label: labels[language] })) ?? []
  const untranslated = (lang: string): number =>
    value?.coverage.languages.find((one) => one.lang === lang)?.untranslated ?? 0
  const isEmpty = value?.coverage.languages.every(({ documents }) => documents === 0)
  return (
    <div class="coverage" aria-busy={isLoading}>
      <h1>{words.title}</h1>
      <p class="soft">{words.intro}</p>
      <NarrowingForm
        topics={topics}
        years={choices.value?.years ?? []}
        isComplete={choices.value !== undefined || choices.error !== undefined}
      />
      <p class="unseen" role="status">
        {value !== undefined &&
          !isLoading &&
          (isEmpty
            ? words.none
            : words.told(
                writtenNumber(untranslated('it'), language),
                writtenNumber(untranslated('en'), language),
              ))}
      </p>
      {error !== undefined && <ProblemNotice error={error} again={again} />}
      {value === undefined && error === undefined && <Waiting />}
      {isEmpty && <Nothing />}
      {value !== undefined && grid !== undefined && !isEmpty && (
        <div class="coverage-answer">
          <Lights languages={value.coverage.languages} />
          <GridTable grid={grid} topics={value.coverage.topics} order={order} setOrder={setOrder} />
          <AloneLists
            languages={value.coverage.languages}
            size={value.size}
            most={MOST_SHOWN}
            showMore={() => setLonger(question)}
          />
          <TopicsTable topics={value.coverage.topics} omitted={value.coverage.omitted} order={order} />
        </div>
      )}
    </div>
  )
}

function Nothing() {
  const words = useWords(coverageWords)
  const { search } = useNavigation().address
  const isNarrow = Object.keys(coverageParams(search)).length > 0
  return (
    <div class="coverage-nothing">
      <p>
        <strong>{isNarrow ? words.none : words.empty}</strong>
      </p>
      {isNarrow ? (
        <p>{words.noneHint}</p>
      ) : (
        <p>
          <Link to={{ view: { name: 'add' }, search }}>{words.emptyLink}</Link>
        </p>
      )}
    </div>
  )
}
