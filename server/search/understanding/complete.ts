/**
 * The last word of a query, while it is typed → the words of the corpus that it may become. The likeliest takes its place,
 * unless what is typed is a word already; the others count beside it.
 */
import { termOf } from '../../../language/analyzer.ts'
import { wordsBeginning } from '../../../language/beginnings.ts'
import type { Bridge } from '../../../language/bridge/bridge.ts'
import { foldWord } from '../../../language/fold.ts'
import type { Steps } from '../../../language/slices.ts'
import type { Alternative } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { completeFromLexicons } from './complete-from-lexicons.ts'
import type { Vocabularies } from './correct.ts'
import type { QueryGroup } from './readings.ts'
import type { Query } from './understand.ts'
import { spellingsOf, unfinishedWord } from './unfinished.ts'

/** A word that the last one of the query may become. */
export type Completion = { from: string; to: string; lang: string; weight: number }

/** A query whose last word is finished. */
export type Completed = {
  q: string
  /** The last word now. */
  word: string
  /** What counts as it, besides what it is itself. */
  alternatives: Alternative[]
  /** The words that are looked for, likeliest first. */
  completions: Completion[]
}

/** Words that are looked at in a language, and terms of them that are looked for. */
const MAX_WORDS = 64
const MAX_TERMS = 10
/** How far the likeliest completion counts, where what is typed is no word, and where it is one. */
const WEIGHT = 0.9
const WEIGHT_BESIDE_WORD = 0.5
/** Whatever is offered finds something. */
const MIN_WEIGHT = 0.2
/** What a completion in a language counts that the rest of the query is not in. */
const OTHER_LANGUAGE = 0.1

/**
 * Finishes the last word of a query: with words of the corpus, or, if none begins so, with one that only lexicons have and
 * whose translation occurs.
 *
 * @param query what was typed, as it is understood without
 * @returns undefined if the query does not end in a word, if that is one of grammar, or if no other word begins with it
 */
export function* complete(
  q: string,
  query: Query,
  corpus: { statistics: Statistics; vocabularies: Vocabularies },
  bridge: Bridge,
): Steps<Completed | undefined> {
  return (
    completeFromCorpus(q, query, corpus, bridge) ??
    (yield* completeFromLexicons(q, query, corpus.statistics, bridge))
  )
}

function completeFromCorpus(
  q: string,
  query: Query,
  { statistics, vocabularies }: { statistics: Statistics; vocabularies: Vocabularies },
  bridge: Bridge,
): Completed | undefined {
  const last = unfinishedWord(q, query)
  if (last === undefined) return undefined
  const beginning = foldWord(last.text)

  const confidences = new Map(query.languages.map(({ lang, confidence }) => [lang, confidence]))
  const begun = [...statistics.languages.keys()].flatMap((lang) =>
    termsBeginning(beginning, lang, { statistics, vocabularies }).map((one) => ({
      ...one,
      worth: one.passages * (confidences.get(lang) ?? OTHER_LANGUAGE),
    })),
  )
  const isWord = begun.some(({ forms }) => forms.has(beginning))
  const others = begun
    .filter(({ forms }) => !forms.has(beginning))
    .sort((a, b) => b.worth - a.worth)
    .map((one) => ({ ...one, form: asWritten(one, bridge) }))
  const [likeliest] = others
  if (likeliest === undefined) return undefined
  const most = isWord ? WEIGHT_BESIDE_WORD : WEIGHT
  const completions = others.map(({ form, lang, term, worth }) => ({
    from: last.text,
    to: form,
    lang,
    term,
    weight: Math.max(MIN_WEIGHT, Math.round(100 * most * Math.sqrt(worth / likeliest.worth)) / 100),
  }))
  const word = isWord ? last.text : likeliest.form
  return {
    q: q.slice(0, last.start) + word,
    word,
    alternatives: [
      ...completions.map(({ lang, term, weight }) => ({ lang, terms: [term], weight })),
      ...asTyped(query, beginning),
    ],
    completions: completions.map(({ term: _, ...completion }) => completion),
  }
}

/** A word with the accent that a lexicon writes it with: *università*, of which the vocabulary has *universita*. */
function asWritten({ form, lang, term }: BegunTerm, bridge: Bridge): string {
  const spellings = spellingsOf(form).filter((spelling) => termOf(spelling, lang) === term)
  if (spellings.length < 2) return form
  const units = bridge.unitsAt(lang, [term], 0).filter(({ length }) => length === 1)
  const isInLexicon = (spelling: string): boolean =>
    units.some(({ translations }) => translations.some(({ sources }) => sources.has(spelling)))
  return spellings.find(isInLexicon) ?? form
}

/** What is typed as a whole word: *cybers* is a form of *cyber*, too. */
function asTyped({ groups }: Query, beginning: string): Alternative[] {
  const group = groups.findLast(({ word }) => foldWord(word) === beginning)
  return (group?.alternatives ?? []).map((one) => ({ ...one, weight: one.weight * WEIGHT_BESIDE_WORD }))
}

/** The groups of a query with what else its last word may become. */
export function withCompletions(
  groups: readonly QueryGroup[],
  completed: Completed | undefined,
): QueryGroup[] {
  if (completed === undefined) return [...groups]
  const place = groups.findLastIndex(({ word }) => foldWord(word) === foldWord(completed.word))
  return groups.map((group, index) => {
    if (index !== place) return group
    const known = new Set(group.alternatives.map(({ lang, terms }) => `${lang} ${terms.join(' ')}`))
    const added = completed.alternatives.filter(({ lang, terms }) => !known.has(`${lang} ${terms.join(' ')}`))
    return { ...group, alternatives: [...group.alternatives, ...added] }
  })
}

type BegunTerm = { lang: string; term: string; form: string; forms: Set<string>; passages: number }

/** The terms of a language that a word may become, most frequent first, each with its most frequent word that does. */
function termsBeginning(
  beginning: string,
  lang: string,
  { statistics, vocabularies }: { statistics: Statistics; vocabularies: Vocabularies },
): BegunTerm[] {
  const vocabulary = vocabularies(lang)
  if (vocabulary === undefined) return []
  const words = wordsBeginning(beginning, vocabulary, MAX_WORDS).map(({ form }) => form)
  const byTerm = new Map<string, BegunTerm>()
  // The word as it is typed is one of many for a short beginning.
  for (const form of new Set([...words, beginning])) {
    const spelling = spellingsOf(form).find((one) =>
      statistics.term(lang, termOf(one, lang))?.forms.includes(form),
    )
    if (spelling === undefined) continue
    const term = termOf(spelling, lang)
    const passages = statistics.term(lang, term)?.passages ?? 0
    const begun = byTerm.get(term) ?? { lang, term, form: spelling, forms: new Set(), passages }
    begun.forms.add(form)
    byTerm.set(term, begun)
  }
  return [...byTerm.values()].sort((a, b) => b.passages - a.passages).slice(0, MAX_TERMS)
}
