/** What was decided here of pairs, the latest first. */
import type { LexiconPairsResponse } from '@bifora/client'
import { useId } from 'preact/hooks'
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import type { Deciding } from './use-decide.ts'
import { lexiconWords } from './words.ts'

type DecidedListProps = { decided: LexiconPairsResponse; decide: Deciding['decide'] | undefined }

/** The list. */
export function DecidedList({ decided: { pairs, total }, decide }: DecidedListProps) {
  const words = useWords(lexiconWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const id = useId()
  const word = (text: string, lang: string) => (
    <Link to={{ view: { name: 'lexicon', word: text }, search }} lang={lang}>
      {text}
    </Link>
  )
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.decided}</h2>
      {total === 0 && <p class="soft">{words.noDecided}</p>}
      <ul class="decided">
        {pairs.map(({ it, en, rejected }) => (
          <li key={`${it} ${en} ${rejected}`}>
            {word(it, 'it')} <span aria-hidden="true">{rejected ? '≠' : '='}</span> {word(en, 'en')}{' '}
            <span class="soft small">{rejected ? words.isNone : words.isPair}</span>{' '}
            {decide !== undefined && (
              <button
                type="button"
                class="plain-button"
                aria-label={words.ofPair(words.takeBack, it, en)}
                onClick={() => decide({ it, en }, undefined)}
              >
                {words.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
      {pairs.length < total && (
        <p class="soft">
          {words.decidedMore(writtenNumber(pairs.length, language), writtenNumber(total, language))}
        </p>
      )}
    </section>
  )
}
