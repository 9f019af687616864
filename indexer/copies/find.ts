/** Which drafts have the content of a document that is there already, or of one that comes with them. */
import type { Draft } from '../../engine/drafts.ts'
import type { Engine } from '../../engine/engine.ts'
import { and, isIn, not } from '../../engine/filters.ts'
import { API_PLACE, SAMPLE_PLACE } from '../../engine/places.ts'
import type { DocumentRecord } from '../../engine/schema.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import type { Writer } from '../../engine/writer.ts'
import { formatOfPath } from '../read/formats.ts'

const FIELDS = ['id', 'path', 'contentHash'] as const satisfies (keyof DocumentRecord)[]

/**
 * Finds the documents that drafts of files are copies of. Documents that were sent are none: their ids were promised, and
 * the sample corpus will leave.
 *
 * @param drafts of one change
 * @param underWay what the engine does not have yet: ids of documents by {@link contentOf}
 * @returns the id of the document, for each draft that is a copy
 */
export async function findCopies(
  drafts: readonly Draft[],
  underWay: ReadonlyMap<string, string>,
  { engine, writer, signal }: { engine: Engine; writer: Pick<Writer, 'indexes'>; signal: AbortSignal },
): Promise<Map<Draft, string>> {
  const hashes = [...new Set(drafts.map(({ document }) => document.contentHash))].filter(
    (hash) => hash !== '',
  )
  const copies = new Map<Draft, string>()
  if (hashes.length === 0) return copies
  const coming = new Set([...drafts.map(({ document }) => document.id), ...underWay.values()])
  const filter = and([isIn('contentHash', hashes), not(isIn('paths.place', [API_PLACE, SAMPLE_PLACE]))])
  const reader = { engine, indexes: writer.indexes, signal }
  const known = new Map(underWay)
  const ambiguous = new Set<string>()
  for await (const document of allDocuments(reader, { fields: FIELDS, filter })) {
    // One that is being replaced will have other content, or is the draft itself.
    if (coming.has(document.id)) continue
    const content = contentOf(document)
    // Several documents out of one file: which of them it is cannot be told by the hash of that file.
    if (known.has(content) && !underWay.has(content)) ambiguous.add(content)
    if (!underWay.has(content)) known.set(content, document.id)
  }
  for (const draft of drafts) {
    const content = contentOf(draft.document)
    if (draft.document.contentHash === '' || ambiguous.has(content)) continue
    const id = known.get(content)
    if (id === undefined) known.set(content, draft.document.id)
    else if (id !== draft.document.id) copies.set(draft, id)
  }
  return copies
}

/** What tells contents apart: the same bytes are read in another way under a name that says they are of another format. */
export function contentOf({ contentHash, path }: Pick<DocumentRecord, 'contentHash' | 'path'>): string {
  return `${contentHash} ${formatOfPath(path)?.name ?? ''}`
}
