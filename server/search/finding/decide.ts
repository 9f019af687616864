/**
 * Which rung of its ladder each language gets: the strictest that enough of its documents reach. Filters take no part in
 * it.
 */
import { and } from '../../../engine/filters.ts'
import { ask, type IndexReader, matches } from '../../../engine/search.ts'
import type { Ladder, Match } from './match.ts'

/** What most queries come to: the strictest rung of each language. */
export function strictest(ladders: readonly Ladder[]): Match {
  return ladders.flatMap((ladder) => {
    const [rung] = ladder.rungs
    return rung === undefined ? [] : [{ ladder, rung }]
  })
}

/**
 * So many documents make a first page. With fewer, a lower rung is tried: some may say it in words that nothing leads
 * to. Who has more of the query still comes first.
 */
const ENOUGH = 10
/** More documents than this are not gone down to where a stricter rung has any. */
const CROWD = 200
/** Rungs of a ladder that are counted at once; the others only if too few documents reach these. */
const COUNTED_FIRST = 2

/**
 * Chooses the rung of each language.
 *
 * @param required on documents: what the query demands besides its words
 * @returns languages in which no document reaches any rung are missing
 */
export async function decide(
  ladders: readonly Ladder[],
  required: string,
  reader: IndexReader,
): Promise<Match> {
  // Where there is nothing to choose and much to expect, nothing needs to be counted.
  const open = ladders.filter(({ rungs, isForeign }) => rungs.length > 1 || isForeign)
  const first = await count(open, 0, COUNTED_FIRST, required, reader)
  const unsure = open.filter(
    ({ rungs }, index) => rungs.length > COUNTED_FIRST && !first[index]?.some((total) => total >= ENOUGH),
  )
  const rest = await count(unsure, COUNTED_FIRST, Number.POSITIVE_INFINITY, required, reader)
  return ladders.flatMap((ladder) => {
    if (!open.includes(ladder)) return strictest([ladder])
    const totals = [...(first[open.indexOf(ladder)] ?? []), ...(rest[unsure.indexOf(ladder)] ?? [])]
    const most = Math.max(0, ...totals)
    let chosen = totals.findIndex((total) => total >= Math.min(most, ENOUGH))
    // Better few that have much of the query than a crowd that has little of it.
    while ((totals[chosen] ?? 0) > CROWD && (totals[chosen - 1] ?? 0) > 0) chosen -= 1
    const rung = ladder.rungs[chosen]
    return rung === undefined || most === 0 ? [] : [{ ladder, rung }]
  })
}

/** How many documents of each ladder's language reach each of some of its rungs. */
async function count(
  ladders: readonly Ladder[],
  first: number,
  end: number,
  required: string,
  reader: IndexReader,
): Promise<number[][]> {
  const asks = ladders.map(({ isInLanguage, rungs }) =>
    rungs
      .slice(first, end)
      .map(({ expression }) => matches(reader.indexes, and([isInLanguage, expression, required]))),
  )
  const { counts } = await ask(reader, { counts: asks.flat() })
  const totals = counts.map(({ total }) => total)
  return asks.map((of) => totals.splice(0, of.length))
}
