/** Topic by topic: documents in each language, which reported first, months in which only one has any. */
import type { CoverageResponse } from '@bifora/client'
import { useId } from 'preact/hooks'
import { changed } from '../address.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate, writtenNumber } from '../shown/dates.ts'
import { shownWords } from '../shown/words.ts'
import { type Lead, leadOf, type Order, ordered, otherSide, SIDES, type Side } from './grid.ts'
import { cellSearch } from './narrowing.ts'
import './topics-table.css'
import { coverageWords } from './words.ts'

type Topic = CoverageResponse['topics'][number]
type NamedDocument = CoverageResponse['languages'][number]['newest'][number]

/** The table. */
export function TopicsTable({
  topics,
  omitted,
  order,
}: Pick<CoverageResponse, 'topics' | 'omitted'> & { order: Order }) {
  const words = useWords(coverageWords)
  const { languages } = useWords(shownWords)
  const { language } = useSettings()
  const id = useId()
  const rows = topics.map((topic) => ({
    ...topic,
    documents: { it: countIn(topic, 'it'), en: countIn(topic, 'en') },
  }))
  const onlyIn = (wanted: string): number => topics.find((one) => one.id === wanted)?.onlyIn.length ?? 0
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.topicsTitle}</h2>
      <table class="topics-table">
        <caption class="unseen">{words.topicsCaption}</caption>
        <thead class="unseen-on-phones">
          <tr>
            <th scope="col">{words.topic}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col" class="number">
                {languages[side]}
              </th>
            ))}
            <th scope="col">{words.first}</th>
            <th scope="col">{words.onlyIn}</th>
          </tr>
        </thead>
        <tbody>
          {ordered(rows, order, onlyIn).map((topic) => (
            <tr key={topic.id}>
              <th scope="row">{topic.label}</th>
              {SIDES.map((side) => (
                <td key={side} class="number" data-label={languages[side]}>
                  <TopicCount topic={topic} side={side} />
                </td>
              ))}
              <td data-label={words.first}>
                <First topic={topic} />
              </td>
              <td data-label={words.onlyIn}>
                <OnlyIn topic={topic} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {omitted > 0 && <p class="soft">{words.omitted(writtenNumber(omitted, language), omitted)}</p>}
    </section>
  )
}

function countIn({ languages }: Topic, side: Side): number {
  return languages.find(({ lang }) => lang === side)?.documents ?? 0
}

function TopicCount({ topic, side }: { topic: Topic; side: Side }) {
  const { languages } = useWords(shownWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const count = countIn(topic, side)
  if (count === 0) return <>0</>
  const to = {
    view: { name: 'search' } as const,
    search: changed(search, { topic: [topic.id], lang: [side] }),
  }
  return (
    <Link to={to} aria-label={`${writtenNumber(count, language)}, ${topic.label}, ${languages[side]}`}>
      {writtenNumber(count, language)}
    </Link>
  )
}

function First({ topic }: { topic: Topic }) {
  const words = useWords(coverageWords)
  const { languages } = useWords(shownWords)
  const { language } = useSettings()
  const lead = leadOf(topic)
  if (lead === undefined) return <span class="soft">{words.undatedFirst}</span>
  const sides = lead === 'together' ? SIDES : [lead.lang]
  const firsts = sides.flatMap((side) => topic.languages.find(({ lang }) => lang === side)?.first ?? [])
  const date = firsts[0]?.date
  return (
    <>
      {lead === 'together' ? (
        words.together
      ) : (
        <FirstLanguage lead={lead} name={languages[lead.lang]} topic={topic} />
      )}
      {date != null && (
        <>
          {', '}
          <time dateTime={date}>{writtenDate(date, language)}</time>
        </>
      )}
      <ul class="firsts">
        {firsts.map((first) => (
          <li key={first.id}>
            <FirstLink document={first} />
          </li>
        ))}
      </ul>
    </>
  )
}

type FirstLanguageProps = { lead: Exclude<Lead, 'together' | undefined>; name: string; topic: Topic }

function FirstLanguage({ lead, name, topic }: FirstLanguageProps) {
  const words = useWords(coverageWords)
  const { language } = useSettings()
  const { days } = lead
  return (
    <>
      <span class={`language-name ${lead.lang}`}>{name}</span>
      {countIn(topic, otherSide(lead.lang)) === 0 && <span class="soft"> ({words.onlyOne})</span>}
      {days !== undefined && <span class="soft"> ({words.ahead(writtenNumber(days, language), days)})</span>}
    </>
  )
}

function FirstLink({ document: { id, title, lang } }: { document: NamedDocument }) {
  const words = useWords(coverageWords)
  const { search } = useNavigation().address
  return (
    <Link to={{ view: { name: 'document', id }, search }} lang={lang}>
      {title || words.noTitle}
    </Link>
  )
}

function OnlyIn({ topic }: { topic: Topic }) {
  const words = useWords(coverageWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  if (topic.onlyIn.length === 0) return <span class="soft">{words.noOnlyIn}</span>
  return (
    <>
      {SIDES.map((side) => {
        const months = topic.onlyIn.filter(({ lang }) => lang === side)
        if (months.length === 0) return null
        return (
          <details key={side} class="only-in">
            <summary>{words.months[side](writtenNumber(months.length, language), months.length)}</summary>
            <ul class="only-in-list small">
              {months.map(({ month, documents }) => (
                <li key={month}>
                  <Link
                    to={{
                      view: { name: 'search' },
                      search: cellSearch(search, { topic: topic.id, lang: side, period: month }),
                    }}
                  >
                    {writtenDate(month, language)}
                  </Link>{' '}
                  ({writtenNumber(documents, language)})
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </>
  )
}
