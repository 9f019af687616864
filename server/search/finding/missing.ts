/** Which words of a query each document of a page lacks. */
import { and, documentHas, isIn } from '../../../engine/filters.ts'
import { ask, type IndexReader, matches } from '../../../engine/search.ts'
import type { QueryGroup } from '../understanding/readings.ts'

/** The key of a document, and for each word of the query whether it was seen there. One that was not may be there all the same. */
export type Sighting = { key: string; seen: readonly boolean[] }

/** The words that each of some documents has in no form or translation. */
export async function missingWords(
  documents: readonly Sighting[],
  words: readonly QueryGroup[],
  reader: IndexReader,
): Promise<Map<string, string[]>> {
  const open = words.flatMap((group, index) => {
    const keys = documents.filter(({ seen }) => seen[index] !== true).map(({ key }) => key)
    return keys.length === 0 ? [] : [{ group, keys }]
  })
  const { having } = await ask(reader, {
    having: open.map(({ group, keys }) =>
      matches(reader.indexes, and([isIn('key', keys), documentHas(group)]), { keys: keys.length }),
    ),
  })
  const missing = new Map(documents.map(({ key }) => [key, [] as string[]]))
  for (const [index, { group, keys }] of open.entries()) {
    const found = having[index]?.keys ?? []
    for (const key of keys) if (!found.includes(key)) missing.get(key)?.push(group.word)
  }
  return missing
}
