/** Translations that lexicons know and no search uses. */
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { shownWords } from '../shown/words.ts'
import { pairOf, unused } from './decisions.ts'
import type { ReadingOf } from './reading.tsx'
import type { Deciding } from './use-decide.ts'
import { lexiconWords } from './words.ts'

type OtherTranslationsProps = { reading: ReadingOf; decide: Deciding['decide'] | undefined }

/** The translations, folded; rejected ones last. */
export function OtherTranslations({ reading: { terms, translations }, decide }: OtherTranslationsProps) {
  const words = useWords(lexiconWords)
  const { language } = useSettings()
  const others = unused(translations, terms)
  if (others.length === 0) return null
  const hasRejected = others.some(({ rejected }) => rejected)
  return (
    <details class="others" open={hasRejected}>
      <summary>{words.others(writtenNumber(others.length, language), others.length)}</summary>
      <p class="soft small">{words.othersHint}</p>
      <ul class="others-list">
        {others.map((one) => (
          <Other
            key={`${one.from} ${one.to} ${one.rejected}`}
            lang={terms.lang}
            translation={one}
            decide={decide}
          />
        ))}
      </ul>
    </details>
  )
}

type OtherProps = {
  lang: string
  translation: ReadingOf['translations'][number]
  decide: Deciding['decide'] | undefined
}

function Other({ lang, translation, decide }: OtherProps) {
  const words = useWords(lexiconWords)
  const { via } = useWords(shownWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const { from, to, lexicons, rejected, times, evidence } = translation
  const pair = pairOf(from, lang, to, translation.lang)
  const known = [
    rejected ? words.rejected : via[translation.via],
    ...(lexicons.length > 0 && !rejected ? [words.lexicons(lexicons.join(', '))] : []),
    ...(times === undefined ? [] : [words.times(writtenNumber(times, language), times)]),
    ...(evidence === undefined ? [] : [evidence]),
  ]
  const action = (label: string, decision: boolean | undefined) =>
    pair !== undefined &&
    decide !== undefined && (
      <button
        type="button"
        class="plain-button"
        aria-label={words.ofPair(label, pair.it, pair.en)}
        onClick={() => decide(pair, decision)}
      >
        {label}
      </button>
    )
  return (
    <li>
      <span lang={lang}>{from}</span> –{' '}
      <Link
        to={{ view: { name: 'lexicon', word: to }, search }}
        lang={translation.lang}
        class={rejected ? 'no-pair' : ''}
      >
        {to}
      </Link>{' '}
      <span class="soft small">{known.join('; ')}</span>{' '}
      {rejected ? action(words.takeBack, undefined) : action(words.reject, true)}
    </li>
  )
}
