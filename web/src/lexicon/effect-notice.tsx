/** What a decision did to searches, and the way back. */
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { shownWords } from '../shown/words.ts'
import { difference, type Measure } from './decisions.ts'
import type { Deciding } from './use-decide.ts'
import { lexiconWords } from './words.ts'

/** The notice; the region is always there, so that screen readers hear of what comes into it. */
export function EffectNotice({ deciding: { effect, error, isBusy } }: { deciding: Deciding }) {
  const words = useWords(lexiconWords)
  return (
    <div class="effect" role="status">
      {error !== undefined && (
        <div class="notice bad">
          <p>
            <strong>{error.title}</strong>
          </p>
          <p lang="en">{error.detail}</p>
        </div>
      )}
      {effect !== undefined && (
        <div class="notice effect-notice">
          <p>
            <strong>{words.effect[effect.did](effect.pair.it, effect.pair.en)}</strong>
          </p>
          <table class="stacked">
            <thead class="unseen-on-phones">
              <tr>
                <th scope="col">{words.searching}</th>
                <th scope="col" class="number">
                  {words.before}
                </th>
                <th scope="col" class="number">
                  {words.after}
                </th>
                <th scope="col">{words.changes}</th>
              </tr>
            </thead>
            <tbody>
              {effect.measures.map(({ before, after }) => (
                <EffectRow key={before.lang} before={before} after={after} />
              ))}
            </tbody>
          </table>
          {effect.undo !== undefined && (
            <p>
              <button type="button" class="button" disabled={isBusy} onClick={effect.undo}>
                {words.undo}
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  )
}

function EffectRow({ before, after }: { before: Measure; after: Measure }) {
  const words = useWords(lexiconWords)
  const { languages } = useWords(shownWords)
  const { language } = useSettings()
  const { added, gone } = difference(before, after)
  return (
    <tr>
      <th scope="row">
        <span lang={before.lang}>{before.q}</span>{' '}
        <span class="soft small">{languages[before.lang as 'it' | 'en']}</span>
      </th>
      <td class="number" data-label={words.before}>
        {writtenNumber(before.found, language)}
      </td>
      <td class="number" data-label={words.after}>
        <strong>{writtenNumber(after.found, language)}</strong>
      </td>
      <td data-label={words.changes}>
        {added.length > 0 && (
          <>
            {words.nowToo}: {added.join(', ')}{' '}
          </>
        )}
        {gone.length > 0 && (
          <>
            {words.noLonger}: <del>{gone.join(', ')}</del>
          </>
        )}
        {added.length + gone.length === 0 && <span class="soft">{words.same}</span>}
      </td>
    </tr>
  )
}
