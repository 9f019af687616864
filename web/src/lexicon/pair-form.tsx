/** Adding or rejecting a pair. */
import { useEffect, useId, useState } from 'preact/hooks'
import { useWords } from '../settings.tsx'
import { KeyPrompt } from '../shown/key-prompt.tsx'
import { isKnown } from './decisions.ts'
import type { ReadingOf } from './reading.tsx'
import type { Deciding } from './use-decide.ts'
import { lexiconWords } from './words.ts'

type PairFormProps = {
  word: string
  readings: readonly ReadingOf[]
  deciding: Deciding
  /** Type of the problem that stands against writing; undefined where one may, or it is not known yet. */
  refusal: string | undefined
}

/** The form, with the word on the side of the language that knows it. */
export function PairForm({ word, readings, deciding, refusal }: PairFormProps) {
  const words = useWords(lexiconWords)
  const [pair, setPair] = useState({ it: '', en: '' })
  const [isIncomplete, setIncomplete] = useState(false)
  const id = useId()
  const side = sideOf(readings)
  useEffect(() => setPair({ it: '', en: '', [side]: word }), [word, side])
  const take = (rejected: boolean): void => {
    const tidy = { it: pair.it.trim(), en: pair.en.trim() }
    setIncomplete(tidy.it === '' || tidy.en === '')
    if (tidy.it !== '' && tidy.en !== '') deciding.decide(tidy, rejected)
  }
  const field = (name: 'it' | 'en') => (
    <label>
      {words[name]}
      <input
        class="field"
        lang={name}
        value={pair[name]}
        maxLength={200}
        autocomplete="off"
        autocapitalize="off"
        aria-invalid={isIncomplete && pair[name].trim() === ''}
        aria-describedby={id}
        onInput={({ currentTarget }) => setPair({ ...pair, [name]: currentTarget.value })}
      />
    </label>
  )
  return (
    <section class="pair no-print" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.pairTitle}</h2>
      {refusal !== undefined ? (
        <KeyPrompt type={refusal} />
      ) : (
        <>
          <p class="soft small">{words.pairHint}</p>
          <form
            class="pair-form"
            onSubmit={(event) => {
              event.preventDefault()
              take(false)
            }}
          >
            {field('it')}
            {field('en')}
            <p class="row pair-buttons">
              <button type="submit" class="button primary" disabled={deciding.isBusy}>
                {words.add}
              </button>
              <button type="button" class="button" disabled={deciding.isBusy} onClick={() => take(true)}>
                {words.rejectPair}
              </button>
            </p>
            <p id={id} class="pair-problem" role="alert">
              {isIncomplete && words.bothSides}
            </p>
          </form>
        </>
      )}
    </section>
  )
}

/** The language that the word is of; Italian if of both, or of none. */
function sideOf(readings: readonly ReadingOf[]): 'it' | 'en' {
  const knows = (lang: string): boolean =>
    readings.some(({ terms, translations }) => terms.lang === lang && isKnown(terms, translations, true))
  return !knows('it') && knows('en') ? 'en' : 'it'
}
