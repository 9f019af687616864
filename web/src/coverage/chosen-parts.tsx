/** What coverage is narrowed to, part by part; each can be taken off. */
import { useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate } from '../shown/dates.ts'
import { shownWords } from '../shown/words.ts'
import { type Part, partsOf } from './narrowing.ts'
import { useCoverage } from './use-coverage.ts'
import { coverageWords } from './words.ts'

/** A topic to choose. */
export type TopicChoice = { id: string; label: string }

/** The parts; nothing where nothing is chosen. */
export function ChosenParts({ topics }: { topics: readonly TopicChoice[] }) {
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
