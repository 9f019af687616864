/** A request → what it asks of documents, before anything is ranked; and how many documents fulfill it. */
import { and } from '../../engine/filters.ts'
import type { IndexReader } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { inSlices, nextTurn } from '../../language/slices.ts'
import type { Corpus } from '../live.ts'
import { decide } from './finding/decide.ts'
import { type Ladder, laddersOf } from './finding/match.ts'
import type { PhraseLookUp } from './finding/phrases.ts'
import { type Requirements, requirementsOf } from './finding/requirements.ts'
import { documentScope } from './finding/scope.ts'
import type { SearchRequest } from './request.ts'
import { type AtStage, unmeasured } from './stages.ts'
import { type Completion, complete, withCompletions } from './understanding/complete.ts'
import { type Correction, correct } from './understanding/correct.ts'
import { type Expansion, expand } from './understanding/expand.ts'
import { replaceWords } from './understanding/parse.ts'
import { type QueryGroup, withoutForeignGrammar } from './understanding/readings.ts'
import { withReferences } from './understanding/references.ts'
import { slipsIn, withSlips } from './understanding/slips.ts'
import { type Query, understand } from './understanding/understand.ts'

/** What a request asks of documents, its filters aside. */
export type Asked = {
  query: Query
  corrections: Correction[]
  /** Words that the last one is taken for the beginning of. */
  completions: Completion[]
  expansions: Expansion[]
  /** Groups that matching asks for. */
  words: QueryGroup[]
  /** These and those of phrases: all that rank. */
  groups: QueryGroup[]
  requirements: Requirements
  /** Phrases and exclusions, as one expression on documents. */
  required: string
  ladders: Ladder[]
}

/**
 * Understands a request: its words in both languages, its phrases and exclusions looked up, and what may count as a match.
 */
export async function understandRequest(
  request: SearchRequest,
  { statistics, cognates, vocabularies }: Corpus,
  bridge: Bridge,
  reader: IndexReader,
  lookUp: PhraseLookUp,
  atStage: AtStage = unmeasured,
): Promise<Asked> {
  const read = (q: string) => understand(q, request.queryLang, statistics, bridge.knows)
  const asTyped = read(request.q)
  const completed = isUnfinished(request)
    ? await inSlices(complete(request.q, asTyped, { statistics, vocabularies }, bridge), reader.signal)
    : undefined
  const q = completed?.q ?? request.q
  const finished = q === request.q ? asTyped : read(q)
  const speller = { statistics, vocabularies, knows: bridge.knows }
  const mistaken = request.isExact ? [] : await inSlices(correct(finished, q, speller), reader.signal)
  // What begins a word is no mistake.
  const corrections = mistaken.filter(({ from }) => from !== completed?.word)
  const query =
    corrections.length === 0
      ? finished
      : read(replaceWords(q, new Map(corrections.map(({ from, to }) => [from, to]))))
  const slips =
    request.isExact || !request.isExpanded ? [] : await inSlices(slipsIn(query, speller), reader.signal)
  // A long query takes some milliseconds to be read, and some more to be expanded.
  await nextTurn()
  const requirements = await requirementsOf(query, statistics, reader, lookUp)
  const asked = [...query.groups, ...requirements.absent.flatMap((phrase) => phrase.groups)]
  const { groups: whole, expansions } = atStage('bridge', () => {
    if (!request.isExpanded) return { groups: asked, expansions: [] }
    const expanded = expand(asked, { bridge, cognates }, statistics, request.without)
    const referring = withReferences(expanded, query, statistics, request.without)
    const meant = slips.filter(({ from }) => from !== completed?.word)
    return withSlips(referring, meant, bridge, statistics, request.without)
  })
  const words = withoutForeignGrammar(withCompletions(whole, completed))
  await nextTurn()
  const phrases = query.phrases.filter((phrase) => !requirements.absent.includes(phrase))
  return {
    query,
    corrections,
    completions: completed?.completions ?? [],
    expansions,
    words,
    groups: [...words, ...phrases.flatMap((phrase) => phrase.groups)],
    requirements,
    required: and(requirements.all.map(({ expression }) => expression)),
    ladders: laddersOf(words, request.words, statistics),
  }
}

/** Whether the last word of a request may still be being typed. */
export function isUnfinished({ q, prefix }: SearchRequest): boolean {
  return prefix === 'true' || (prefix === 'auto' && q === q.trimEnd())
}

/** The ladders of languages that the filter by language leaves. */
export function reachableLadders(ladders: readonly Ladder[], { filters }: SearchRequest): Ladder[] {
  if (filters.lang.length === 0) return [...ladders]
  return ladders.filter(({ covers }) => filters.lang.some(covers))
}

/** How many documents match a request. */
export async function countMatches(
  request: SearchRequest,
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
  lookUp: PhraseLookUp,
): Promise<number> {
  const { ladders, required } = await understandRequest(request, corpus, bridge, reader, lookUp)
  const reachable = reachableLadders(ladders, request)
  const scope = documentScope(request.filters)
  const { total } = await decide({ ladders: reachable, required, scope, facets: [] }, reader)
  return total
}
