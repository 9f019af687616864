/** Documents of some slots on one server, as those handle them who move them: counted, copied and removed. */
import type { Part } from '../engine.ts'
import type { Generation } from '../generation.ts'
import { createLoader, enqueueDeletion, enqueueRecords, type Loader, untilDone } from '../load.ts'
import { type DocumentRecord, type PassageRecord, passageIds } from '../schema.ts'

/** Where, and until when. */
export type SlotsOptions = { indexes: Generation; signal: AbortSignal }

const DOCUMENTS_A_PAGE = 200
const PASSAGES_A_CALL = 500

/** True for documents of some slots. */
export function isInSlots(slots: readonly number[]): string {
  return `slot IN [${slots.join(',')}]`
}

/** How many documents a server has of each slot; of those without any nothing is said. */
export async function countSlots(
  part: Part,
  { indexes, signal }: SlotsOptions,
): Promise<Map<number, number>> {
  const query = { indexUid: indexes.documents, limit: 0, facets: ['slot'] }
  const { results } = (await part.read('multi-search', { queries: [query] }, signal)) as {
    results: { facetDistribution?: { slot?: Record<string, number> } }[]
  }
  const counts = Object.entries(results[0]?.facetDistribution?.slot ?? {})
  return new Map(counts.map(([slot, count]) => [Number(slot), count]))
}

/**
 * Copies documents with their passages, as they are. A copy of a document is there before those of its passages, so that
 * whoever finds a copy that was cut off finds all of it.
 *
 * @param targetOf the server that a slot goes to
 * @param onCopied called with how many documents have been copied
 */
export async function copySlots(
  slots: readonly number[],
  from: Part,
  targetOf: (slot: number) => Part,
  { indexes, signal, onCopied }: SlotsOptions & { onCopied: (documents: number) => void },
): Promise<{ documents: number; passages: number }> {
  const done = { documents: 0, passages: 0 }
  const loaders = new Map<Part, Loader<PassageRecord>>()
  const loaderOf = (part: Part): Loader<PassageRecord> => {
    const loader = loaders.get(part) ?? createLoader<PassageRecord>(part, indexes.passages, { signal })
    loaders.set(part, loader)
    return loader
  }
  for await (const page of pagesOf<DocumentRecord>(from, isInSlots(slots), undefined, { indexes, signal })) {
    const byTarget = new Map<Part, DocumentRecord[]>()
    for (const document of page) {
      const target = targetOf(document.slot)
      byTarget.set(target, [...(byTarget.get(target) ?? []), document])
    }
    for (const [target, documents] of byTarget) {
      await target.checkSpace()
      await untilDone(target, await enqueueRecords(target, indexes.documents, documents), signal)
      const ids = documents.flatMap(({ key, passages }) => passageIds(key, passages))
      for (let first = 0; first < ids.length; first += PASSAGES_A_CALL) {
        const some = ids.slice(first, first + PASSAGES_A_CALL)
        const { results } = (await from.read(
          `indexes/${indexes.passages}/documents/fetch`,
          { ids: some, limit: some.length },
          signal,
        )) as { results: PassageRecord[] }
        for (const passage of results) await loaderOf(target).add(passage)
        done.passages += results.length
      }
      done.documents += documents.length
      onCopied(done.documents)
    }
  }
  for (const loader of loaders.values()) await loader.finish()
  return done
}

/**
 * Removes documents that fulfill an expression from a server, with their passages, and these first: as long as some are
 * there, their document says so.
 *
 * @returns how many documents there were
 */
export async function removeFrom(part: Part, expression: string, options: SlotsOptions): Promise<number> {
  const { indexes, signal } = options
  const documents: Pick<DocumentRecord, 'id' | 'key' | 'passages'>[] = []
  for await (const page of pagesOf<DocumentRecord>(part, expression, ['id', 'key', 'passages'], options)) {
    documents.push(...page)
  }
  for (let first = 0; first < documents.length; first += DOCUMENTS_A_PAGE) {
    const some = documents.slice(first, first + DOCUMENTS_A_PAGE)
    const passages = some.flatMap(({ key, passages }) => passageIds(key, passages))
    await untilDone(part, await enqueueDeletion(part, indexes.passages, passages), signal)
    const ids = some.map(({ id }) => id)
    await untilDone(part, await enqueueDeletion(part, indexes.documents, ids), signal)
  }
  return documents.length
}

/** Whether a server has a document that fulfills an expression. */
export async function hasAny(
  part: Part,
  expression: string,
  { indexes, signal }: SlotsOptions,
): Promise<boolean> {
  const body = { filter: expression, limit: 1, fields: ['id'] }
  const { results } = (await part.read(`indexes/${indexes.documents}/documents/fetch`, body, signal)) as {
    results: unknown[]
  }
  return results.length > 0
}

async function* pagesOf<T>(
  part: Part,
  filter: string,
  fields: readonly (keyof T)[] | undefined,
  { indexes, signal }: SlotsOptions,
): AsyncGenerator<T[]> {
  for (let offset = 0; ; offset += DOCUMENTS_A_PAGE) {
    const { results } = (await part.read(
      `indexes/${indexes.documents}/documents/fetch`,
      { filter, offset, limit: DOCUMENTS_A_PAGE, ...(fields && { fields }) },
      signal,
    )) as { results: T[] }
    if (results.length > 0) yield results
    if (results.length < DOCUMENTS_A_PAGE) return
  }
}
