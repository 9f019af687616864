/** Documents without a counterpart in the other language, the newest first. */
import type { CoverageResponse } from '@bifora/client'
import { useId } from 'preact/hooks'
import { changed } from '../address.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate, writtenNumber } from '../shown/dates.ts'
import { shownWords } from '../shown/words.ts'
import './alone-lists.css'
import { isSide, type Side } from './grid.ts'
import { sideOf } from './narrowing-form.tsx'
import { coverageWords } from './words.ts'

type InLanguage = CoverageResponse['languages'][number]
type AloneListsProps = {
  languages: readonly InLanguage[]
  /** Documents that were asked for, and the most that can be. */
  size: number
  most: number
  showMore: () => void
}

/** One list for each language, or for the one that is looked at. */
export function AloneLists({ languages, ...rest }: AloneListsProps) {
  const words = useWords(coverageWords)
  const { search } = useNavigation().address
  const id = useId()
  const side = sideOf(search)
  const shown = languages.flatMap((one) =>
    isSide(one.lang) && (side === 'both' || side === one.lang) ? [{ one, lang: one.lang }] : [],
  )
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.aloneTitle}</h2>
      <p class="soft small">{words.aloneHint}</p>
      <div class={side === 'both' ? 'alone both' : 'alone'}>
        {shown.map(({ one, lang }) => (
          <AloneList key={lang} side={lang} inLanguage={one} {...rest} />
        ))}
      </div>
    </section>
  )
}

type AloneListProps = Omit<AloneListsProps, 'languages'> & { side: Side; inLanguage: InLanguage }

function AloneList({ side, inLanguage, size, most, showMore }: AloneListProps) {
  const words = useWords(coverageWords)
  const { undated } = useWords(shownWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const { documents, untranslated, newest } = inLanguage
  const written = (count: number): string => writtenNumber(count, language)
  if (untranslated === 0) {
    return (
      <div class={`alone-list ${side}`}>
        <h3>{words.aloneIn[side]}</h3>
        <p class="soft">{documents === 0 ? words.noneIn[side] : words.noneAlone[side]}</p>
      </div>
    )
  }
  const last = newest.at(-1)?.date
  return (
    <div class={`alone-list ${side}`}>
      <h3>
        {words.aloneIn[side]}{' '}
        <span class="soft alone-count">{words.shown(written(newest.length), written(untranslated))}</span>
      </h3>
      <ul class="alone-documents">
        {newest.map(({ id, title, date, lang, place, path }) => (
          <li key={id}>
            <Link to={{ view: { name: 'document', id }, search }} lang={lang}>
              {title || words.noTitle}
            </Link>
            <p class="soft small alone-facts">
              <span class="alone-date">
                {date === null ? undated : <time dateTime={date}>{writtenDate(date, language)}</time>}
              </span>
              <span class="alone-path">{place === 'api' ? path : `${place}/${path}`}</span>
            </p>
          </li>
        ))}
      </ul>
      {newest.length < untranslated &&
        (size < most ? (
          <button type="button" class="button" onClick={showMore}>
            {words.more(written(Math.min(most, untranslated)))}
          </button>
        ) : (
          <>
            <p class="soft">{words.limit(written(newest.length), written(untranslated))}</p>
            {last != null && last !== search.to && (
              <p>
                <Link to={{ view: { name: 'coverage' }, search: changed(search, { to: last }) }}>
                  {words.older(writtenDate(last, language))}
                </Link>
              </p>
            )}
          </>
        ))}
    </div>
  )
}
