/**
 * A generation out of the records of another one: for a new analyzer, new topics, or levels that no longer fit. Nothing
 * is read from anywhere else, and the old generation answers until the new one is complete.
 */
import type { Draft } from '../engine/drafts.ts'
import type { Engine } from '../engine/engine.ts'
import { fold } from '../engine/fold.ts'
import { type Build, createGeneration, discardUnlessLive, publish, sweep } from '../engine/generation.ts'
import { type DocumentRecord, type PassageRecord, passageIds, UNCLASSIFIED } from '../engine/schema.ts'
import { allDocuments } from '../engine/stored-documents.ts'
import { openWriter, type Writer } from '../engine/writer.ts'
import { createSketch } from './copies/minhash.ts'
import { type Describing, signatureFields, topicsFingerprint } from './describing.ts'
import type { Description, Passage } from './document.ts'
import { materialized } from './draft.ts'
import { passageDrafts } from './record.ts'
import { topicsAnew } from './topics-anew.ts'
import { createSignature } from './translations/signature.ts'

/** How to rebuild. */
export type RebuildOptions = {
  engine: Engine
  describing: Describing
  signal: AbortSignal
  /** Called now and then with how many documents are done. */
  onProgress?: (documents: number) => void
}

const DOCUMENTS_A_PAGE = 100
const PASSAGES_A_CHANGE = 2000
const PASSAGES_A_CALL = 200
const CHANGES_UNDER_WAY = 2

/**
 * Builds a new generation out of all documents of the one that `from` writes to, and makes it the live one. Documents
 * keep their revisions.
 *
 * @throws {EngineError} if the engine fails: what was live stays live
 */
export async function rebuild(from: Writer, options: RebuildOptions): Promise<Build> {
  const { engine, describing, signal, onProgress } = options
  await from.settle()
  await sweep(engine)
  await engine.checkSpace()
  const build = await createGeneration(engine, topicsFingerprint(describing.topics))
  try {
    // Estimated anew from the first that come, means could be as far from what they should be as before.
    const begun = { ...build, folded: from.last(), pins: from.means() }
    const writer = await openWriter(engine, begun, { signal, check: from.check })
    const links: Pick<DocumentRecord, 'id' | 'translations' | 'copyGroup'>[] = []
    let done = 0
    let batch: Draft[] = []
    let passages = 0
    const storing: Promise<unknown>[] = []
    const flush = async (): Promise<void> => {
      // The next drafts are made while the engine stores the last ones; a long document never stands in memory.
      const isShort = passages < 2 * PASSAGES_A_CHANGE
      const put = isShort ? await Promise.all(batch.map(materialized)) : batch
      if (storing.length === CHANGES_UNDER_WAY) await storing.shift()
      const changed = writer.change({ put })
      // Looked at when its turn comes; a failure before that must not count as unhandled.
      changed.catch(() => {})
      storing.push(changed)
      done += batch.length
      onProgress?.(done)
      batch = []
      passages = 0
    }
    const hasOtherTopics = from.build().topics !== build.topics
    const reader = { engine, indexes: from.indexes, signal }
    for await (const document of allDocuments(reader, { pageSize: DOCUMENTS_A_PAGE })) {
      signal.throwIfAborted()
      if (hasOtherTopics) {
        const passages = storedPassages(document, from, options)
        Object.assign(document, await topicsAnew(document, passages, describing.matcher))
      }
      batch.push({
        ...draftOfStored(document, from, options),
        revision: document.revision,
        changedAt: document.changedAt,
      })
      passages += document.passages
      const { id, translations, copyGroup = null } = document
      if (translations.length > 0 || copyGroup !== null) links.push({ id, translations, copyGroup })
      if (passages >= PASSAGES_A_CHANGE) await flush()
    }
    await flush()
    await Promise.all(storing)
    await writer.link(links)
    const folded = await fold(engine, writer, signal)
    from.check()
    await publish(engine, folded)
    return folded
  } catch (error) {
    // The engine may be what failed; what stays behind is swept before the next rebuild.
    await discardUnlessLive(engine, build.generation).catch(() => {})
    throw error
  }
}

/** The draft of a stored document: what it is described as, and its stored passages analyzed anew. */
export function draftOfStored(
  stored: DocumentRecord,
  from: Pick<Writer, 'indexes'>,
  options: Pick<RebuildOptions, 'engine' | 'describing' | 'signal'>,
): Draft {
  const { describing } = options
  const {
    key,
    slot: __,
    revision,
    addedAt,
    changedAt,
    langs,
    passages,
    tok,
    translations,
    copyGroup,
    signature,
    mark,
    copyMarks,
    sketch: _,
    ...document
  } = stored
  const described = { ...document, titleFrom: document.titleFrom as Description['titleFrom'] }
  const signed = createSignature(described)
  const sketch = createSketch(document.lang)
  const topics = document.topics.filter((id) => id !== UNCLASSIFIED).map((id) => ({ id }))
  return {
    document,
    addedAt,
    passages: passageDrafts(
      { ...described, topics, references: document.references.map((id) => ({ id })) },
      storedPassages(stored, from, options, () => {
        // It is no longer what its file has: that is read again when its place is brought in step.
        document.contentHash = ''
      }),
      describing.labelsOf,
      (found) => {
        signed.add(found)
        sketch.add(found)
      },
    ),
    finish: (terms) => ({
      ...signatureFields(signed.parts(), document.lang, terms, describing),
      ...sketch.finish(),
    }),
  }
}

async function* storedPassages(
  { key, passages }: DocumentRecord,
  { indexes }: Pick<Writer, 'indexes'>,
  { engine, signal }: Pick<RebuildOptions, 'engine' | 'signal'>,
  onMissing: () => void = () => {},
): AsyncGenerator<Passage> {
  let found = 0
  for (let first = 0; first < passages; first += PASSAGES_A_CALL) {
    const ids = passageIds(key, Math.min(PASSAGES_A_CALL, passages - first), first)
    const { results } = (await engine.read(
      `indexes/${indexes.passages}/documents/fetch`,
      { ids, limit: ids.length, fields: ['position', 'heading', 'text', 'start', 'end', 'page'] },
      signal,
    )) as { results: PassageRecord[] }
    for (const passage of results.sort((a, b) => a.position - b.position)) {
      yield { ...passage, position: found }
      found += 1
    }
  }
  if (found < passages) onMissing()
}
