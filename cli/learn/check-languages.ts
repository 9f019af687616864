/** Whether sentences and their translations are in the languages they are said to be in. Pure. */
import { countTellingWords } from '../../language/detect.ts'
import type { SentencePair } from './pair-files.ts'

/** Words of grammar that a column must have before anything is said about it. */
const MIN_WORDS = 20

const names = new Intl.DisplayNames('en', { type: 'language' })

/** What is wrong with the languages of pairs, for people; `undefined` if nothing is, or too little to tell. */
export function languageProblem(
  pairs: readonly SentencePair[],
  from: string,
  to: string,
): string | undefined {
  const first = languageOf(pairs.map(({ source }) => source))
  const second = languageOf(pairs.map(({ target }) => target))
  const name = (code: string): string => names.of(code) ?? code
  if (first !== undefined && first === second) {
    return `both columns are ${name(first)}. Put sentences in the first and their translations in the second.`
  }
  if (first === to && (second === from || second === undefined)) {
    return `the columns are the other way round: the first is ${name(first)}. Say so: --from ${to} --to ${from}.`
  }
  if (second === from) return `the second column is ${name(second)}, not ${name(to)}.`
  return undefined
}

/** The language that most words of grammar are of, by far. */
function languageOf(texts: readonly string[]): string | undefined {
  const sums = new Map<string, number>()
  for (const text of texts) {
    for (const [lang, count] of countTellingWords(text)) sums.set(lang, (sums.get(lang) ?? 0) + count)
  }
  const [most, next] = [...sums].sort(([, a], [, b]) => b - a)
  if (most === undefined || most[1] < MIN_WORDS) return undefined
  return most[1] >= 3 * (next?.[1] ?? 0) ? most[0] : undefined
}
