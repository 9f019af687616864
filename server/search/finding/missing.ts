/** Which words of a query each document of a page lacks. */
import { and, documentHas, isIn } from '../../../engine/filters.ts'
import { ask, type IndexReader, matches } from '../../../engine/search.ts'
import type { QueryGroup } from '../understanding/readings.ts'

/** The words that each of some documents has in no form or translation. */
export async function missingWords(
  ids: readonly string[],
  words: readonly QueryGroup[],
  reader: IndexReader,
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { having } = await ask(reader, {
    having: words.map((group) =>
      matches(reader.indexes, and([isIn('id', ids), documentHas(group)]), { ids: ids.length }),
    ),
  })
  const lacks = (id: string, index: number): boolean => having[index]?.ids.includes(id) === false
  return new Map(ids.map((id) => [id, words.flatMap(({ word }, index) => (lacks(id, index) ? [word] : []))]))
}
