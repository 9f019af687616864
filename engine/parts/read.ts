/**
 * Reading from several servers as from one engine: each call goes to the parts that it concerns, and their answers become
 * one. What is not spread, the statistics and the catalog, is read from the first part.
 */
import { EngineError } from '../errors.ts'
import type { Read } from '../read-connections.ts'
import { idOfKey, MAX_FACET_VALUES } from '../schema.ts'
import { askingParts, type PartsToAsk } from './ask.ts'
import { askedOfParts, merged, type PartAnswer, type PartQuery } from './merge.ts'
import { narrowed, type Placement, partOf, partsAsked } from './placement.ts'

/** What is read from. */
export type PartsToRead = PartsToAsk & {
  /** Where documents of a generation are, by its name; told what may be missing, it can do without asking. */
  placementOf: (generation: string, onMissing?: (part: number) => void) => Promise<Placement>
}

const SPREAD = /^bifora-(\w+)-(documents|passages)$/
const FETCH = /^indexes\/([\w-]+)\/documents\/fetch$/

type FetchBody = { ids?: readonly string[]; filter?: string; offset?: number; limit?: number } & Record<
  string,
  unknown
>
type Fetched = { results: unknown[]; total: number } & Record<string, unknown>

/** Above this, a page is read from the parts that have some of it only. */
const SMALL_PAGE = 100
/** Records that the engine gives where nobody says how many. */
const DEFAULT_LIMIT = 20

/**
 * A reader of all parts.
 *
 * @param onMissing allows that parts do not answer: is called with the number of each that the answer is without.
 * Default: an error.
 * @throws {EngineError} from the reader: `ENGINE_UNAVAILABLE` if a part does not answer that may not be missing, or if
 * none does
 */
export function readerOfParts(parts: PartsToRead, onMissing?: (part: number) => void): Read {
  const { readPart, placementOf } = parts
  const fromParts = askingParts(parts, onMissing)

  const multiSearch = async (
    { queries }: { queries: readonly PartQuery[] },
    ...[signal, isUrgent]: [AbortSignal?, boolean?]
  ): Promise<unknown> => {
    if (!SPREAD.test(queries[0]?.indexUid ?? ''))
      return readPart(0, 'multi-search', { queries }, signal, isUrgent)
    const placement = await placementOf(spreadIndex(queries[0]?.indexUid ?? '').generation, onMissing)
    const numbers = upTo(partsAsked(placement))
    const bodyOf = (part: number) => ({
      queries: queries.map((query) => {
        const { of } = spreadIndex(query.indexUid)
        const asked = askedOfParts(query)
        return of === 'passages' ? asked : { ...asked, filter: narrowed(query.filter ?? '', part, placement) }
      }),
    })
    if (numbers.length === 1) return readPart(0, 'multi-search', { queries }, signal, isUrgent)
    const answers = await fromParts<{ results: PartAnswer[] }>(
      numbers,
      'multi-search',
      bodyOf,
      signal,
      isUrgent,
    )
    const inOrder = numbers.flatMap((part) => answers.get(part) ?? [])
    if (inOrder.length === 0) throw nobody()
    return {
      results: queries.map((query, index) =>
        merged(
          query,
          inOrder.flatMap(({ results }) => results[index] ?? []),
          MAX_FACET_VALUES,
        ),
      ),
    }
  }

  const fetchByIds = async (
    path: string,
    body: FetchBody & { ids: readonly string[] },
    documentOf: (id: string) => string,
    placement: Placement,
    ...[signal, isUrgent]: [AbortSignal?, boolean?]
  ): Promise<Fetched> => {
    const byPart = new Map<number, string[]>()
    for (const id of body.ids) {
      const part = partOf(documentOf(id), placement)
      const ids = byPart.get(part) ?? []
      ids.push(id)
      byPart.set(part, ids)
    }
    const bodyOf = (part: number) => {
      const ids = byPart.get(part) ?? []
      return { ...body, ids, limit: ids.length }
    }
    const answers = await fromParts<Fetched>([...byPart.keys()], path, bodyOf, signal, isUrgent)
    const all = [...answers.values()]
    return {
      results: all.flatMap(({ results }) => results),
      total: all.reduce((sum, { total }) => sum + total, 0),
    }
  }

  /** A page of all records: those of the first part stand before those of the second. */
  const fetchPage = async (
    path: string,
    body: FetchBody,
    filterOf: (part: number) => string,
    numbers: readonly number[],
    ...[signal, isUrgent]: [AbortSignal?, boolean?]
  ): Promise<Fetched> => {
    const { filter: _, offset = 0, limit = DEFAULT_LIMIT, ...rest } = body
    const wanted = (part: number) => {
      const filter = filterOf(part)
      return { ...rest, ...(filter === '' ? {} : { filter }) }
    }
    const isSmall = offset === 0 && limit <= SMALL_PAGE
    const first = await fromParts<Fetched>(
      numbers,
      path,
      (part) => (isSmall ? { ...wanted(part), limit } : { ...wanted(part), limit: 1, fields: ['id'] }),
      signal,
      isUrgent,
    )
    if (first.size === 0) throw nobody()
    const total = [...first.values()].reduce((sum, one) => sum + one.total, 0)
    if (isSmall) {
      const results = numbers.flatMap((part) => first.get(part)?.results ?? [])
      return { results: results.slice(0, limit), offset, limit, total }
    }
    const shares = sharesOf(
      numbers,
      new Map([...first].map(([part, one]) => [part, one.total])),
      offset,
      limit,
    )
    const pages = await fromParts<Fetched>(
      [...shares.keys()],
      path,
      (part) => ({ ...wanted(part), ...shares.get(part) }),
      signal,
      isUrgent,
    )
    return {
      results: [...shares.keys()].flatMap((part) => pages.get(part)?.results ?? []),
      offset,
      limit,
      total,
    }
  }

  return async (path, body, signal, isUrgent) => {
    if (path === 'multi-search') {
      return multiSearch(body as { queries: readonly PartQuery[] }, signal, isUrgent)
    }
    const index = FETCH.exec(path)?.[1] ?? ''
    if (!SPREAD.test(index)) return readPart(0, path, body, signal, isUrgent)
    const { generation, of } = spreadIndex(index)
    const placement = await placementOf(generation, onMissing)
    const numbers = upTo(partsAsked(placement))
    if (numbers.length === 1) return readPart(0, path, body, signal, isUrgent)
    const wanted = body as FetchBody
    if (wanted.ids !== undefined) {
      const documentOf = of === 'documents' ? (id: string) => id : (id: string) => idOfKey(idOfKey(id))
      return fetchByIds(path, { ...wanted, ids: wanted.ids }, documentOf, placement, signal, isUrgent)
    }
    const filterOf = (part: number): string =>
      of === 'documents' ? narrowed(wanted.filter ?? '', part, placement) : (wanted.filter ?? '')
    return fetchPage(path, wanted, filterOf, numbers, signal, isUrgent)
  }
}

/** What a page has of each part: where it begins there, and how many records. */
function sharesOf(
  numbers: readonly number[],
  totals: ReadonlyMap<number, number>,
  offset: number,
  limit: number,
): Map<number, { offset: number; limit: number }> {
  const shares = new Map<number, { offset: number; limit: number }>()
  let before = 0
  for (const part of numbers) {
    const total = totals.get(part) ?? 0
    const start = Math.max(0, offset - before)
    const end = Math.min(total, offset + limit - before)
    if (end > start) shares.set(part, { offset: start, limit: end - start })
    before += total
  }
  return shares
}

function spreadIndex(uid: string): { generation: string; of: 'documents' | 'passages' } {
  const [, generation = '', of] = SPREAD.exec(uid) ?? []
  return { generation, of: of as 'documents' | 'passages' }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number)
}

function nobody(): EngineError {
  return new EngineError('ENGINE_UNAVAILABLE', 'No part of the index answers.')
}
