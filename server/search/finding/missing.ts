/** Which words of a query each document of a page lacks. */
import { and, documentHas, isIn } from '../../../engine/filters.ts'
import { ask, type IndexReader, matches } from '../../../engine/search.ts'
import type { QueryGroup } from '../understanding/readings.ts'

/** A document, and for each word of the query whether it was seen there. One that was not may be there all the same. */
export type Sighting = { id: string; seen: readonly boolean[] }

/** The words that each of some documents has in no form or translation. */
export async function missingWords(
  documents: readonly Sighting[],
  words: readonly QueryGroup[],
  reader: IndexReader,
): Promise<Map<string, string[]>> {
  const open = words.flatMap((group, index) => {
    const ids = documents.filter(({ seen }) => seen[index] !== true).map(({ id }) => id)
    return ids.length === 0 ? [] : [{ group, ids }]
  })
  const { having } = await ask(reader, {
    having: open.map(({ group, ids }) =>
      matches(reader.indexes, and([isIn('id', ids), documentHas(group)]), { ids: ids.length }),
    ),
  })
  const missing = new Map(documents.map(({ id }) => [id, [] as string[]]))
  for (const [index, { group, ids }] of open.entries()) {
    const found = having[index]?.ids ?? []
    for (const id of ids) if (!found.includes(id)) missing.get(id)?.push(group.word)
  }
  return missing
}
