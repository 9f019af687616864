/** A stored document whose description changes, but not its text → its draft. */
import type { Draft } from '../engine/drafts.ts'
import type { Engine } from '../engine/engine.ts'
import { type DocumentRecord, UNCLASSIFIED } from '../engine/schema.ts'
import { someDocuments } from '../engine/stored-documents.ts'
import type { Writer } from '../engine/writer.ts'
import { hashOfBytes } from './content-hash.ts'
import { dateOfMetadata } from './describe/date.ts'
import { languageCode } from './describe/language.ts'
import { describeTags } from './describe/tags.ts'
import { describeTitle } from './describe/title.ts'
import type { Describing } from './describing.ts'
import { cleaned, type GivenDescription } from './posted.ts'
import { draftOfStored } from './rebuild.ts'
import { datedFields } from './record.ts'
import { mirrorKeys } from './translations/mirror.ts'

/** What changes: absent stays, null is taken away. A title and a language can only be replaced. */
export type Patch = { [Name in keyof GivenDescription]: GivenDescription[Name] | null }

/** Of whom, and by what. */
export type PatchOptions = { engine: Engine; describing: Describing; signal: AbortSignal }

/** The hash of what a patched document was made of: of this one patch, so that it is like no document that is sent. */
export function hashOfPatch(patchId: string): string {
  return hashOfBytes(`patch ${patchId}`)
}

/**
 * The draft of a stored document with another description.
 *
 * @param patchId unlike that of any other patch
 */
export function draftOfPatched(
  stored: DocumentRecord,
  { patch, patchId }: { patch: Patch; patchId: string },
  writer: Pick<Writer, 'indexes'>,
  options: PatchOptions,
): Draft {
  return draftOfStored(patched(stored, patch, hashOfPatch(patchId)), writer, options)
}

function patched(stored: DocumentRecord, patch: Patch, contentHash: string): DocumentRecord {
  const { title, lang, date, source, url, topics, tags } = cleaned(patch)
  const next: DocumentRecord = { ...stored, contentHash }
  if (typeof title === 'string') {
    const { block: _, ...described } = describeTitle({ path: stored.path, format: '' }, title, [])
    Object.assign(next, described)
  }
  if (typeof lang === 'string') next.lang = languageCode(lang) ?? next.lang
  next.mirror = [...new Set([...stored.mirror, ...mirrorKeys(next)])]
  if (patch.source !== undefined) next.source = source ?? ''
  if (patch.url !== undefined) next.url = url ?? ''
  if (patch.date !== undefined) {
    for (const name of ['date', 'dateEnd', 'datePrecision', 'dateWords', 'dateEvidence'] as const)
      delete next[name]
    Object.assign(next, datedFields(dateOfMetadata(date ?? undefined)))
  }
  if (tags !== undefined) next.tags = describeTags(tags ?? [])
  if (topics !== undefined) {
    const ids = [...new Set(topics ?? [])]
    next.topics = ids.length === 0 ? [UNCLASSIFIED] : ids
    next.topicWords = Object.fromEntries(ids.map((id) => [id, stored.topicWords[id] ?? [id]]))
    next.topicScores = Object.fromEntries(ids.map((id) => [id, 1]))
  }
  return next
}

/** Reads whole records of documents, to patch them. */
export async function wholeDocuments(
  ids: readonly string[],
  { indexes }: Pick<Writer, 'indexes'>,
  { engine, signal }: PatchOptions,
): Promise<DocumentRecord[]> {
  return someDocuments({ engine, indexes, signal }, ids)
}
