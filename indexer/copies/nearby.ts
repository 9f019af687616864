/** The near copies of some documents that have just come, found through the engine by their marks: one query each. */
import { isIn } from '../../engine/filters.ts'
import { idOfKey } from '../../engine/schema.ts'
import { ask, type IndexReader, matches } from '../../engine/search.ts'
import { someDocuments } from '../../engine/stored-documents.ts'
import { COPY_FIELDS, type CopyCandidate, MIN_SIMILARITY } from './group.ts'
import { similarity } from './minhash.ts'

/** Documents that one is compared with. */
const MAX_CANDIDATES = 20

/**
 * Finds the groups of documents that have come.
 *
 * @param ids of these documents
 * @returns the documents that belong to another group than they say, or to none
 */
export async function nearbyCopies(
  ids: readonly string[],
  reader: IndexReader,
): Promise<{ id: string; copyGroup: string | null }[]> {
  const documents = await someDocuments(reader, ids, COPY_FIELDS)
  const compared = documents.filter(({ sketch, copyMarks }) => sketch != null && copyMarks != null)
  const { sharing } = await ask(reader, {
    sharing: compared.map(({ copyMarks }) =>
      matches(reader.indexes, isIn('copyMarks', copyMarks ?? []), { keys: MAX_CANDIDATES }),
    ),
  })
  const candidates = sharing.map(({ keys }, index) =>
    keys.map(idOfKey).filter((id) => id !== compared[index]?.id),
  )
  const known = new Map<string, CopyCandidate>()
  const know = async (wanted: readonly string[]): Promise<void> => {
    const missing = wanted.filter((id) => !known.has(id))
    for (const one of await someDocuments(reader, missing, COPY_FIELDS)) known.set(one.id, one)
  }
  await know([...documents.map(({ id }) => id), ...candidates.flat()])
  await know([...known.values()].flatMap(({ copyGroup }) => copyGroup ?? []))
  const before = new Map([...known.values()].map(({ id, copyGroup }) => [id, copyGroup ?? null]))
  const now = new Map(before)
  for (const { id } of documents) now.set(id, null)
  for (const [index, document] of compared.entries()) {
    const group = groupOf(document, candidates[index] ?? [], { known, now })
    // One that others of this round have found belongs to their group by now.
    if (group === null) continue
    now.set(document.id, group)
    now.set(group, group)
  }
  return [...now].flatMap(([id, copyGroup]) =>
    known.has(id) && copyGroup !== before.get(id) ? [{ id, copyGroup }] : [],
  )
}

/** The group whose founder a document is most like. */
function groupOf(
  { id, lang, sketch = '' }: CopyCandidate,
  candidates: readonly string[],
  { known, now }: { known: ReadonlyMap<string, CopyCandidate>; now: ReadonlyMap<string, string | null> },
): string | null {
  let best: { group: string; similarity: number } | undefined
  for (const candidate of candidates) {
    const group = now.get(candidate) ?? candidate
    // A founder that is gone, or is the document itself, is stood for by the member.
    const founder = group === id ? undefined : known.get(group)
    const other = founder?.sketch == null ? known.get(candidate) : founder
    if (other?.sketch == null || other.lang !== lang) continue
    const found = similarity(sketch, other.sketch)
    if (found >= MIN_SIMILARITY && found > (best?.similarity ?? 0)) best = { group, similarity: found }
  }
  return best?.group ?? null
}
