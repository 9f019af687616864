/** Records of documents as those read them that change an index: all of them page after page, or some by id. */
import type { DocumentRecord } from './schema.ts'
import type { IndexReader } from './search.ts'

/** Where to read. */
type Reader = Pick<IndexReader, 'engine' | 'indexes' | 'signal'>

const IDS_A_CALL = 1000

/**
 * All documents, in no order. While documents come and go some may be met twice, or not at all.
 *
 * @param fields what is read of each; default: everything
 * @param filter an expression that they fulfill; default: none
 * @param pageSize documents a call; default 1,000
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function* allDocuments<Field extends keyof DocumentRecord = keyof DocumentRecord>(
  { engine, indexes, signal }: Reader,
  { fields, filter, pageSize = 1000 }: { fields?: readonly Field[]; filter?: string; pageSize?: number } = {},
): AsyncGenerator<Pick<DocumentRecord, Field>> {
  type Page = { results: Pick<DocumentRecord, Field>[] }
  const pageAt = (offset: number): Promise<Page> =>
    engine.read(
      `indexes/${indexes.documents}/documents/fetch`,
      { offset, limit: pageSize, ...(fields && { fields }), ...(filter && { filter }) },
      signal,
    ) as Promise<Page>
  let next = pageAt(0)
  for (let offset = 0; ; offset += pageSize) {
    const { results } = await next
    const isLast = results.length < pageSize
    // The engine makes the next page while this one is worked on.
    if (!isLast) next = pageAt(offset + pageSize)
    // Looked at when its turn comes, if it does; a failure before that must not count as unhandled.
    next.catch(() => {})
    yield* results
    if (isLast) return
  }
}

/**
 * Documents by id, each once and in no order; those that are not there are left out.
 *
 * @param fields what is read of each; default: everything
 * @throws {EngineError} `ENGINE_REFUSED` if one of them cannot be an id
 */
export async function someDocuments<Field extends keyof DocumentRecord = keyof DocumentRecord>(
  { engine, indexes, signal }: Reader,
  ids: readonly string[],
  fields?: readonly Field[],
): Promise<Pick<DocumentRecord, Field>[]> {
  const found: Pick<DocumentRecord, Field>[] = []
  const wanted = [...new Set(ids)]
  for (let first = 0; first < wanted.length; first += IDS_A_CALL) {
    const some = wanted.slice(first, first + IDS_A_CALL)
    const { results } = (await engine.read(
      `indexes/${indexes.documents}/documents/fetch`,
      { ids: some, limit: some.length, ...(fields && { fields }) },
      signal,
    )) as { results: Pick<DocumentRecord, Field>[] }
    found.push(...results)
  }
  return found
}
