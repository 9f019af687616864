/** How much there is in each language, and how much of it has no counterpart. */
import type { CoverageResponse } from '@bifora/client'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { shownWords } from '../shown/words.ts'
import { isSide } from './grid.ts'
import { coverageWords } from './words.ts'

/** Two windows, one for each language. */
export function Lights({ languages }: Pick<CoverageResponse, 'languages'>) {
  const words = useWords(coverageWords)
  const { languages: names } = useWords(shownWords)
  const { language } = useSettings()
  const sides = languages.flatMap((one) => (isSide(one.lang) ? [{ ...one, lang: one.lang }] : []))
  const having = sides.filter(({ documents }) => documents > 0)
  const only = having.length === 1 ? having[0] : undefined
  return (
    <>
      {only !== undefined && <p class="notice">{words.oneLanguage[only.lang]}</p>}
      <ul class="lights" aria-label={words.lights}>
        {sides.map(({ lang, documents, untranslated }) => (
          <li key={lang} class={`light ${lang}`}>
            <span class="light-name">{names[lang]}</span>
            <span class="light-number">{words.documents(writtenNumber(documents, language), documents)}</span>
            <span class="light-alone">{words.alone[lang](writtenNumber(untranslated, language))}</span>
            <progress
              class="light-share"
              aria-hidden="true"
              max={Math.max(1, documents)}
              value={untranslated}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
