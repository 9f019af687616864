/** Topics, acts and standards: what has a name in two languages → suggestions. Pure. */
import { foldWord } from '../../language/fold.ts'
import { piecesOf, wordsOf } from '../../language/words.ts'
import type { LabelLanguage } from '../topics.ts'
import type { Suggestion } from './suggest.ts'

/** Whether a name has all of some words and one that begins as `prefix`; all folded. */
export function hasBeginning(name: string, words: readonly string[], prefix: string): boolean {
  const own = wordsOf(name)
    .flatMap(piecesOf)
    .map(({ text }) => foldWord(text))
  return words.every((word) => own.includes(word)) && own.some((word) => word.startsWith(prefix))
}

const LABEL_LANGUAGES: readonly LabelLanguage[] = ['it', 'en']

/** What has a name in two languages, in the one that begins as asked. */
export function nameOf(
  kind: 'topic' | 'reference',
  id: string,
  labelIn: (lang: LabelLanguage) => string,
  begins: (label: string) => boolean,
  langs: readonly string[],
): Suggestion[] {
  const allowed = LABEL_LANGUAGES.filter((lang) => langs.length === 0 || langs.includes(lang))
  const lang = allowed.find((one) => begins(labelIn(one)))
  if (lang === undefined) return []
  const other = lang === 'it' ? 'en' : 'it'
  const [text, translated] = [labelIn(lang), labelIn(other)]
  const translation = translated === text ? null : { text: translated, lang: other }
  return [{ kind, text, lang, documents: 0, id, translation }]
}
