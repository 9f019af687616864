/** What is known of a word in both languages, and what people decide about it. */
import type { Client } from '@bifora/client'
import { useAnswer } from '../api.tsx'
import { useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { ProblemNotice } from '../shown/problem.tsx'
import { useFieldOf } from '../shown/use-field-of.ts'
import { Waiting } from '../shown/waiting.tsx'
import { DecidedList } from './decided-list.tsx'
import { isKnown } from './decisions.ts'
import { EffectNotice } from './effect-notice.tsx'
import './lexicon.css'
import { PairForm } from './pair-form.tsx'
import { Reading, type ReadingOf } from './reading.tsx'
import { useDecide } from './use-decide.ts'
import { useRight } from './use-right.ts'
import { lexiconWords } from './words.ts'

const DECIDED = 100

/** The view of one word; empty: none yet. */
export function LexiconPage({ word }: { word: string }) {
  const words = useWords(lexiconWords)
  const known = useAnswer(word, word === '' ? undefined : (client, signal) => readings(client, word, signal))
  const decided = useAnswer('pairs', (client, signal) => client.lexiconPairs({ size: DECIDED }, { signal }))
  const { mayWrite, refusal } = useRight()
  const deciding = useDecide(() => {
    known.again()
    decided.again()
  })
  const decide = mayWrite ? deciding.decide : undefined
  const answer = known.value?.word === word ? known.value : undefined
  return (
    <div class="lexicon">
      <h1>{words.title}</h1>
      <p class="soft">{words.intro}</p>
      <WordForm word={word} />
      <EffectNotice deciding={deciding} />
      {word !== '' && known.error !== undefined && <ProblemNotice error={known.error} again={known.again} />}
      {word !== '' && answer === undefined && known.error === undefined && <Waiting />}
      {answer !== undefined && (
        <div class="lexicon-readings" aria-busy={known.isLoading}>
          {answer.readings.map((reading) => (
            <Reading
              key={reading.terms.lang}
              word={word}
              reading={reading}
              isOther={answer.readings.some(
                (other) => other !== reading && isKnown(other.terms, other.translations, true),
              )}
              decide={decide}
            />
          ))}
        </div>
      )}
      {(word === '' || answer !== undefined) && (
        <>
          <PairForm word={word} readings={answer?.readings ?? []} deciding={deciding} refusal={refusal} />
          {decided.value !== undefined && <DecidedList decided={decided.value} decide={decide} />}
        </>
      )}
    </div>
  )
}

function WordForm({ word }: { word: string }) {
  const words = useWords(lexiconWords)
  const { address, go } = useNavigation()
  const field = useFieldOf(word)
  const look = (event: Event): void => {
    event.preventDefault()
    go({ ...address, view: { name: 'lexicon', word: field.current?.value.trim() ?? '' } })
  }
  return (
    <search>
      <form class="lexicon-form" onSubmit={look}>
        <label for="lexicon-word">{words.word}</label>
        <input
          id="lexicon-word"
          ref={field}
          class="field"
          type="search"
          placeholder={words.placeholder}
          maxLength={200}
          autocomplete="off"
          autocapitalize="off"
        />
        <button type="submit" class="button primary">
          {words.look}
        </button>
      </form>
    </search>
  )
}

/** All that is known of a word, language by language, with what searches for it find. */
async function readings(
  client: Client,
  word: string,
  signal: AbortSignal,
): Promise<{ word: string; readings: ReadingOf[] }> {
  const [terms, lexicon] = await Promise.all([
    client.terms(word, { signal }),
    client.lexicon(word, { signal }),
  ])
  const languages = terms.languages.filter(({ lang }) => lang === 'it' || lang === 'en')
  const found = await Promise.all(
    languages.map(async ({ lang }) => {
      const params = { q: word, queryLang: lang as 'it' | 'en', exact: true, size: 0 }
      const [all, asWritten] = await Promise.all([
        client.search(params, { signal }),
        client.search({ ...params, expand: 'none' }, { signal }),
      ])
      return { all: all.total.value, asWritten: asWritten.total.value }
    }),
  )
  return {
    word,
    readings: languages.map((one, index) => ({
      terms: one,
      translations: lexicon.languages.find(({ lang }) => lang === one.lang)?.translations ?? [],
      found: found[index] ?? { all: 0, asWritten: 0 },
    })),
  }
}
