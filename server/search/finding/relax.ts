/**
 * When nothing is found: which single condition stands in the way, and how much there would be without it. Each count is
 * that of the search one would then make.
 */
import { nextTurn } from '../../../language/slices.ts'
import type { Filters, SearchRequest } from '../request.ts'
import { replaceWords } from '../understanding/parse.ts'
import type { Query } from '../understanding/understand.ts'

/** A condition that, given up, would find something. */
export type Relaxation = {
  kind: 'filter' | 'word' | 'phrase' | 'exclusion'
  /** The parameter, or the part of the query, to give up; of a phrase its quotation marks. */
  drop: string
  /** The query to ask instead; absent where a filter is given up. */
  q?: string
  /** How many documents there would be. */
  total: number
}

type Candidate = Omit<Relaxation, 'total'> & { request: SearchRequest }

const FILTERS: readonly (readonly [name: string, without: (filters: Filters) => Filters])[] = [
  ['lang', (filters) => ({ ...filters, lang: [] })],
  ['topic', (filters) => ({ ...filters, topic: [] })],
  ['reference', (filters) => ({ ...filters, reference: [] })],
  ['tag', (filters) => ({ ...filters, tag: [] })],
  ['source', (filters) => ({ ...filters, source: [] })],
  ['dateBasis', (filters) => ({ ...filters, dateBasis: [] })],
  ['place', (filters) => ({ ...filters, place: [] })],
  ['folder', (filters) => ({ ...filters, folder: [] })],
  ['translated', ({ translated: _, ...filters }) => filters],
  ['from', ({ from: _, ...filters }) => filters],
  ['to', ({ to: _, ...filters }) => filters],
  ['undated', (filters) => (filters.undated === 'only' ? { ...filters, undated: 'exclude' } : filters)],
]

/** Parts of a query that are tried: each is a search of its own. */
const MAX_TRIED = 12
/** All of them at once would hold up other searches. */
const TRIED_AT_ONCE = 4

/**
 * The single relaxations that would help, most helpful first.
 *
 * @param unknown words of the query that no document here has: giving them up all together is tried too
 * @param count how many documents match a request
 */
export async function relaxationsOf(
  request: SearchRequest,
  query: Query,
  unknown: readonly string[],
  count: (request: SearchRequest) => Promise<number>,
): Promise<Relaxation[]> {
  const candidates = [...withoutFilter(request), ...withoutPart(request, query, unknown)].slice(0, MAX_TRIED)
  const tried: Relaxation[] = []
  for (let first = 0; first < candidates.length; first += TRIED_AT_ONCE) {
    const counts: Promise<Relaxation>[] = []
    for (const { request, ...relaxation } of candidates.slice(first, first + TRIED_AT_ONCE)) {
      // Understanding a long query takes some milliseconds.
      await nextTurn()
      counts.push(count(request).then((total) => ({ ...relaxation, total })))
    }
    tried.push(...(await Promise.all(counts)))
  }
  return tried.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}

function withoutFilter(request: SearchRequest): Candidate[] {
  const { filters } = request
  return FILTERS.map(([drop, without]) => ({ drop, without: without(filters) }))
    .filter(({ without }) => JSON.stringify(without) !== JSON.stringify(filters))
    .map(({ drop, without }) => ({ kind: 'filter', drop, request: { ...request, filters: without } }))
}

function withoutPart(request: SearchRequest, query: Query, unknown: readonly string[]): Candidate[] {
  const { q } = request
  const withoutWords = (words: readonly string[]): string =>
    replaceWords(q, new Map(words.map((word) => [word, ''])))
      .replace(/\s+/g, ' ')
      .trim()
  const asked = (kind: Relaxation['kind'], drop: string, q: string): Candidate => ({
    kind,
    drop,
    q,
    request: { ...request, q },
  })
  const words = query.groups.map(({ word }) => word)
  const known = words.filter((word) => !unknown.includes(word))
  const hasMore = (left: number): boolean => left > 0 || query.phrases.length > 0
  return [
    ...query.phrases.map(({ text }) => asked('phrase', `"${text}"`, unquoted(q, text))),
    ...query.excludedPhrases.map(({ text }) =>
      asked(
        'exclusion',
        `-"${text}"`,
        q.replace(new RegExp(`-[“"«„]${escaped(text)}["”»]`, 'giu'), '').trim(),
      ),
    ),
    ...query.excludedGroups.map(({ word }) =>
      asked('exclusion', `-${word}`, q.replace(`-${word}`, '').trim()),
    ),
    // A single word alone leaves nothing to look for.
    ...(unknown.length > 0 && hasMore(known.length)
      ? [asked('word', unknown.join(' '), withoutWords(unknown))]
      : []),
    ...(unknown.length === 0 && hasMore(words.length - 1)
      ? words.map((word) => asked('word', word, withoutWords([word])))
      : []),
  ]
}

function unquoted(q: string, text: string): string {
  // A phrase that is there twice counts once, and is given up with both.
  return q.replace(new RegExp(`(?<!-)[“"«„]${escaped(text)}["”»]`, 'giu'), (quoted) => quoted.slice(1, -1))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
