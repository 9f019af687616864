/** The words of a corpus by the form that cognates have in common. */

import { cognateForm } from '../../../language/bridge/cognates.ts'
import { createLargeMap } from '../../../language/large-map.ts'
import type { Steps } from '../../../language/slices.ts'
import type { Statistics } from '../../../ranking/statistics.ts'

/** A word of the corpus that is a cognate. */
export type Cognate = { lang: string; term: string; word: string }

/** Lookup of cognates in one generation. */
export type Cognates = (word: string, lang: string) => Cognate[]

/** Gathers the cognate forms of all words of a corpus once; a lookup is a map access. */
export function* createCognates(statistics: Statistics): Steps<Cognates> {
  const byForm = createLargeMap<Cognate[]>()
  for (const lang of statistics.languages.keys()) {
    for (const { term, forms } of statistics.terms(lang)) {
      yield
      const form = cognateForm(forms[0] ?? '', lang)
      if (form === undefined) continue
      const same = byForm.get(form)
      const cognate = { lang, term, word: forms[0] ?? '' }
      if (same === undefined) byForm.set(form, [cognate])
      else same.push(cognate)
    }
  }
  return (word, lang) => {
    const form = cognateForm(word, lang)
    return (form === undefined ? [] : (byForm.get(form) ?? [])).filter((cognate) => cognate.lang !== lang)
  }
}
