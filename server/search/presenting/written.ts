/** How a word is written that the index keeps without case and accents. */
import { termOf } from '../../../language/analyzer.ts'
import type { Bridge } from '../../../language/bridge/bridge.ts'
import { foldWord } from '../../../language/fold.ts'

/** A folded word as lexicons write it; `undefined` if they do not have it. */
export function writtenInLexicons(form: string, lang: string, bridge: Bridge): string | undefined {
  return bridge
    .unitsAt(lang, [termOf(form, lang)], 0)
    .filter(({ length }) => length === 1)
    .flatMap(({ translations, variants }) => [...translations, ...variants])
    .flatMap(({ sources }) => [...sources.keys()])
    .find((word) => foldWord(word) === form)
}
