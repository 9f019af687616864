/** Documents in orders of their own, which hold while documents come and go: by id, and as they came. */
import { and, isIn } from './filters.ts'
import type { Generation } from './generation.ts'
import { idOfKey } from './schema.ts'
import { type Ask, ask, type IndexReader } from './search.ts'

/** Ids that differ by case alone are equal to the engine's filters; there are hardly ever more than one. */
const MAX_EQUAL = 100

/**
 * Keys of the next documents by id that fulfill an expression, about `limit`; none if there are no more. A document keeps
 * its place in this order as long as it is there, whatever comes, changes or goes meanwhile: going on behind the last
 * one, none is met twice and none is missed.
 *
 * @param behind id of the last document that was met; none for the first page
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function nextKeysById(
  reader: IndexReader,
  expression: string,
  behind: string | undefined,
  limit: number,
): Promise<string[]> {
  const { indexes } = reader
  // What is compared with is folded by the engine; what it is compared with is not.
  const rest = behind === undefined ? '' : `id > "${behind.toLowerCase()}"`
  const { page } = await ask(reader, {
    page: [listed(indexes, and([expression, rest]), ['id:asc'], limit)],
  })
  const keys = page[0] ?? []
  const last = keys.at(-1)
  if (last === undefined || keys.length < limit) return keys
  // The page must not end between ids that are equal to it.
  const { equal } = await ask(reader, {
    equal: [listed(indexes, and([expression, isIn('id', [idOfKey(last)])]), ['id:asc'], MAX_EQUAL)],
  })
  return [...new Set([...keys, ...(equal[0] ?? [])])]
}

/** Keys of the documents that came last, newest first; of those that came together, the newest by date. */
export function keysByArrival(indexes: Generation, expression: string, limit: number): Ask<string[]> {
  return listed(indexes, expression, ['addedAt:desc', 'date:desc', 'id:asc'], limit)
}

/** True for documents that came, or were changed, with a change after `number`. */
export function isAfter(number: number): string {
  return `revision > ${number}`
}

/** True for documents that have no translation. */
export const IS_UNTRANSLATED = 'translations IS EMPTY'

/** True for documents that have one. */
export const IS_TRANSLATED = 'translations IS NOT EMPTY'

function listed(
  indexes: Generation,
  expression: string,
  sort: readonly string[],
  limit: number,
): Ask<string[]> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: expression,
      sort,
      limit,
      attributesToRetrieve: ['key'],
    },
    read: ({ hits }) => (hits as { key: string }[]).map(({ key }) => key),
  }
}
