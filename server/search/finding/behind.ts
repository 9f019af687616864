/**
 * The page behind a cursor. Ranked documents first, those not given before; then all other matches by date, from the place
 * on that was reached. Nobody keeps anything between two pages.
 */
import { idOfKey } from '../../../engine/schema.ts'
import { ask, type DatedKey, type DatePlace, keysFromPlace } from '../../../engine/search.ts'
import { type Cursor, markOf } from '../cursor.ts'
import { entriesOf, type PageContext, type PageEntry, type Ranking, rankedMatches } from './entries.ts'

/** Ranked documents given on one walk: those behind them come by date. A cursor is part of an address. */
const MAX_GIVEN = 700

/**
 * The page, and where the next one begins; nowhere if this is the last one.
 *
 * @param retrieved absent where nothing is ranked, or all that is has been given
 */
export async function pageBehind(
  cursor: Cursor,
  retrieved: Ranking | undefined,
  context: PageContext,
): Promise<{ entries: PageEntry[]; next: Cursor | undefined }> {
  const { size } = context.request
  const pages = cursor.pages + 1
  const given = new Set(cursor.given)
  const ranked: PageEntry[] = []
  if (retrieved !== undefined && cursor.place === undefined && given.size < MAX_GIVEN) {
    const matched = await rankedMatches(retrieved, given.size + size, context)
    ranked.push(...matched.filter(({ key }) => !given.has(markOf(idOfKey(key)))).slice(0, size))
    for (const { key } of ranked) given.add(markOf(idOfKey(key)))
  }
  const { taken, hasMore, place } = await byDate(cursor.place, size - ranked.length, given, context)
  const others = await entriesOf(
    taken.map(({ key }) => key),
    context,
  )
  return { entries: [...ranked, ...others], next: hasMore ? { pages, given, place } : undefined }
}

/** Looked at beyond what a page takes: some have been given as ranked ones. */
const SPARE = 20

/** The next `wanted` matches by date that were not given as ranked ones, and whether there are more. */
async function byDate(
  from: DatePlace | undefined,
  wanted: number,
  given: ReadonlySet<string>,
  { request, reader, expression }: PageContext,
): Promise<{ taken: DatedKey[]; hasMore: boolean; place: DatePlace | undefined }> {
  const order = request.sort === 'date' ? 'asc' : 'desc'
  const taken: DatedKey[] = []
  /** Looked at up to here, and taken up to there. */
  let at = from
  let place = from
  for (;;) {
    const limit = wanted - taken.length + (at?.ids.length ?? 0) + SPARE
    const { found } = await ask(reader, {
      found: [keysFromPlace(reader.indexes, expression, order, at, limit)],
    })
    const rows = found[0] ?? []
    for (const row of rows) {
      const id = idOfKey(row.key)
      if (at?.ids.includes(id)) continue
      const isGiven = given.has(markOf(id))
      if (!isGiven && taken.length === wanted) return { taken, hasMore: true, place }
      at = placeOf(id, row.date, at)
      if (isGiven) continue
      taken.push(row)
      place = at
    }
    if (rows.length < limit) return { taken, hasMore: false, place }
  }
}

/** Ids that differ in case only are one place to the engine. */
function placeOf(id: string, date: number | null, before: DatePlace | undefined): DatePlace {
  const same = before?.ids.filter((other) => other.toLowerCase() === id.toLowerCase()) ?? []
  return { date, ids: [...same, id] }
}
