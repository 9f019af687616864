/**
 * The beginning of a query → what it may become: words, topics, references and titles, in both languages. Everything is
 * found in memory. Only behind other words, and where documents have gone since titles were read, the engine is asked,
 * how many documents there are: what finds nothing is left out.
 */
import { and, documentHas, isIn, token } from '../../engine/filters.ts'
import { ask, type IndexReader, matches } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { foldWord } from '../../language/fold.ts'
import { languages } from '../../language/languages.ts'
import { referenceLabel } from '../../language/references/references.ts'
import { piecesOf, wordsOf } from '../../language/words.ts'
import type { Corpus } from '../live.ts'
import { writtenInLexicons } from '../search/presenting/written.ts'
import { expand } from '../search/understanding/expand.ts'
import { othersOf } from '../search/understanding/others.ts'
import { understand } from '../search/understanding/understand.ts'
import type { TopicLabels } from '../topics.ts'
import { hasBeginning, nameOf } from './named.ts'
import type { Names } from './names.ts'
import type { Title } from './titles.ts'
import { type FoundWord, wordsBeginning } from './words.ts'

/** What may be asked for instead of an unfinished query. */
export type Suggestion = {
  kind: 'word' | 'topic' | 'reference' | 'title'
  /** To be shown, and to be searched for; of a word with the words before it. */
  text: string
  lang: string
  /** Documents that it finds, at least. */
  documents: number
  /** Of the topic, the act or the document. */
  id: string | null
  /** The same in the other language. */
  translation: { text: string; lang: string } | null
}

/** What to look for. */
export type SuggestRequest = {
  q: string
  /** Languages of suggestions; none: all. */
  langs: readonly string[]
  limit: number
}

/** What it is found in. */
export type SuggestSources = {
  corpus: Corpus
  bridge: Bridge
  names: Names
  labels: TopicLabels
  reader: IndexReader
}

/** Topics, and references, at most. */
const MAX_NAMES = 2
/** Behind other words it is only known from the engine which words go with them. */
const WORDS_TRIED = 12

/** Suggestions for the beginning of a query: words first, then topics, references and titles. */
export async function suggest(request: SuggestRequest, sources: SuggestSources): Promise<Suggestion[]> {
  const { corpus, labels, names, reader } = sources
  const { q, limit } = request
  const words = wordsOf(q).flatMap(piecesOf)
  const last = words.at(-1)
  // Behind white space, or a sign, a new word begins that nothing is known of.
  const isOpen = last !== undefined && last.end === q.length
  if (last === undefined || !isOpen) return []
  const prefix = foldWord(last.text)
  const before = words.slice(0, -1).map(({ text }) => foldWord(text))
  const langs = request.langs.length > 0 ? request.langs : [...corpus.statistics.languages.keys()]
  const head = q.slice(0, last.start)
  const context = contextOf(head, sources)
  const found = langs
    .flatMap((lang) => wordsBeginning(prefix, lang, corpus, context === '' ? limit : WORDS_TRIED))
    .sort((a, b) => b.documents - a.documents)
  const tried = distinctForms(found).slice(0, context === '' ? limit : WORDS_TRIED)
  const begins = (label: string): boolean => hasBeginning(label, before, prefix)
  const topics = Object.keys(names.topics)
    .filter((id) => labels.ids.includes(id))
    .flatMap((id) => nameOf('topic', id, (lang) => labels.label(id, lang), begins, request.langs))
    .slice(0, MAX_NAMES)
  const references = Object.keys(names.references)
    .flatMap((id) => nameOf('reference', id, (lang) => referenceLabel(id, lang), begins, request.langs))
    .slice(0, MAX_NAMES)
  const titles = distinctTitles(
    names.titles.find(
      before,
      prefix,
      ({ lang }) => request.langs.length === 0 || request.langs.includes(lang),
    ),
  ).slice(0, limit)

  const { indexes } = reader
  const isExact = names.areExact(corpus)
  const countOf = ({ lang, term }: FoundWord) =>
    matches(indexes, and([context, isIn('tok', [token(lang, term)])]))
  const asked = context === '' ? [] : tried.map(countOf)
  // The engine works through one request in one thread: half of them go beside the other half.
  const half = Math.ceil(asked.length / 2)
  const [{ words: rarer }, { words: frequent, ...counts }] = await Promise.all([
    ask(reader, { words: asked.slice(half) }),
    ask(reader, {
      words: asked.slice(0, half),
      topics: (isExact ? [] : topics).map(({ id }) => matches(indexes, isIn('topics', [id ?? '']))),
      references: (isExact ? [] : references).map(({ id }) =>
        matches(indexes, isIn('references', [id ?? ''])),
      ),
      titles:
        isExact || titles.length === 0
          ? []
          : [
              matches(
                indexes,
                isIn(
                  'key',
                  titles.map(({ key }) => key),
                ),
                { keys: limit },
              ),
            ],
    }),
  ])
  const countedWords = [...frequent, ...rarer]
  const present = new Set(counts.titles[0]?.keys)
  const wordsHere = tried
    .map((word, index) => ({ ...word, documents: countedWords[index]?.total ?? word.documents }))
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => b.documents - a.documents)
  const named = [
    ...topics.map((one, index) => ({
      ...one,
      documents: counts.topics[index]?.total ?? names.topics[one.id ?? ''] ?? 0,
    })),
    ...references.map((one, index) => ({
      ...one,
      documents: counts.references[index]?.total ?? names.references[one.id ?? ''] ?? 0,
    })),
  ].filter(({ documents }) => documents > 0)
  const titled = titles.filter(({ key }) => isExact || present.has(key)).map(ofTitle)
  // Words have what the others leave, and half at the least.
  const forOthers = Math.max(limit - wordsHere.length, Math.floor(limit / 2))
  const others = [...named, ...titled].slice(0, forOthers)
  return [...wordsHere.slice(0, limit - others.length).map((word) => ofWord(word, head, sources)), ...others]
}

/** What documents have that have the words before the last one; empty if there are none that count. */
function contextOf(head: string, { corpus, bridge }: SuggestSources): string {
  if (wordsOf(head).length === 0) return ''
  const { statistics, cognates } = corpus
  const { groups } = understand(head, undefined, statistics, bridge.knows)
  const expanded = expand(groups, { bridge, cognates }, statistics, new Set())
  return and(expanded.groups.map(documentHas))
}

/** A form once, in the language that has it most. */
function distinctForms(found: readonly FoundWord[]): FoundWord[] {
  const byForm = new Map<string, FoundWord>()
  for (const word of found) if (!byForm.has(word.form)) byForm.set(word.form, word)
  return [...byForm.values()]
}

function distinctTitles(titles: readonly Title[]): Title[] {
  return [...new Map(titles.toReversed().map((title) => [foldWord(title.title), title])).values()].reverse()
}

function ofTitle({ id, lang, title }: Title): Suggestion {
  return { kind: 'title', text: title, lang, documents: 1, id, translation: null }
}

function ofWord(
  { lang, form, term, documents }: FoundWord,
  head: string,
  sources: SuggestSources,
): Suggestion {
  const { bridge, corpus, names } = sources
  const unit = bridge.unitsAt(lang, [term], 0).find(({ length }) => length === 1)
  // The index keeps words without case and accents.
  const word = writtenInLexicons(form, lang, bridge) ?? names.titles.written(form) ?? form
  const translation = unit && othersOf(unit, [word], lang, false, bridge, corpus.statistics)
  const best = translation?.find(
    ({ translation }) => translation.lang !== lang && languages.has(translation.lang),
  )
  return {
    kind: 'word',
    text: head + word,
    lang,
    documents,
    id: null,
    translation: best === undefined ? null : { text: best.translation.word, lang: best.translation.lang },
  }
}
