/** What is known of a document beside its text, in a line: date, language, publisher, where it stands. */
import type { SearchHit } from '@bifora/client'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate } from './dates.ts'
import './facts.css'
import { shownWords } from './words.ts'

type FactsProps = {
  document: Pick<SearchHit, 'date' | 'dateBasis' | 'lang' | 'source' | 'place' | 'path'>
}

/** The line. */
export function Facts({ document: { date, dateBasis, lang, source, place, path } }: FactsProps) {
  const words = useWords(shownWords)
  const { language } = useSettings()
  return (
    <p class="facts">
      <span class={`language-name ${lang}`}>
        {words.languages[lang as keyof typeof words.languages] ?? lang}
      </span>
      {date == null ? (
        <span>{words.undated}</span>
      ) : (
        <span>
          <time dateTime={date}>{writtenDate(date, language)}</time>
          {dateBasis == null || dateBasis === 'published' ? null : (
            <span title={words.basisHint[dateBasis]}> ({words.basis[dateBasis]})</span>
          )}
        </span>
      )}
      {source != null && <span>{source}</span>}
      <span class="where">{place === 'api' ? path : `${place}/${path}`}</span>
    </p>
  )
}
