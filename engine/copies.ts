/** Near copies of documents that are shown. */
import { isIn } from './filters.ts'
import { type DocumentRecord, idOfKey } from './schema.ts'
import { ask, type IndexReader, matches } from './search.ts'
import { someDocuments } from './stored-documents.ts'

const FIELDS = [
  'id',
  'title',
  'place',
  'path',
  'url',
  'date',
  'datePrecision',
  'copyGroup',
] as const satisfies (keyof DocumentRecord)[]

/** A document as those that it is a near copy of show it. */
export type ShownCopy = Pick<DocumentRecord, (typeof FIELDS)[number]>

/** Near copies of each other: how many there are, and some of them in order of their ids. */
export type CopyGroup = { documents: number; some: ShownCopy[] }

/** Of each group so many are shown. */
const MAX_SHOWN = 10

/**
 * The groups of some documents, by name; nothing is asked where none has any.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`
 */
export async function copyGroups(
  reader: IndexReader,
  documents: readonly Pick<DocumentRecord, 'copyGroup'>[],
): Promise<Map<string, CopyGroup>> {
  const names = [...new Set(documents.flatMap(({ copyGroup }) => copyGroup ?? []))]
  const { found } = await ask(reader, {
    // One more than are shown, since a document is no copy of itself.
    found: names.map((name) =>
      matches(reader.indexes, isIn('copyGroup', [name]), { keys: MAX_SHOWN + 1, order: 'id:asc' }),
    ),
  })
  const ids = found.flatMap(({ keys }) => keys.map(idOfKey))
  const shown = ids.length === 0 ? [] : await someDocuments(reader, ids, FIELDS)
  shown.sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(
    names.map((name, index) => [
      name,
      { documents: found[index]?.total ?? 0, some: shown.filter(({ copyGroup }) => copyGroup === name) },
    ]),
  )
}
