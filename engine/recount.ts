/**
 * Documents counted anew from the passages that are stored: what each adds to the statistics, and what is wrong with it.
 * Many short documents a call, a long one in several; none stands in memory as a whole.
 */
import { addCounts, type Counts } from '../ranking/counts.ts'
import { storedContribution } from './drafts.ts'
import { token } from './filters.ts'
import { type DocumentRecord, keyOf, type PassageRecord, passageIds } from './schema.ts'
import type { IndexReader } from './search.ts'

/** Sentences of one kind that are given; of more there is only the number. */
const MAX_NAMED = 5
const DOCUMENTS_A_PAGE = 500
const PASSAGES_A_CALL = 1000

/** Collects sentences by kind, so that a thousand of one do not hide the others. */
export type Findings = { note: (kind: string, sentence: string) => void; sentences: () => string[] }

/** No sentence yet. */
export function createFindings(): Findings {
  const kinds = new Map<string, { sentences: string[]; more: number }>()
  return {
    note: (kind, sentence) => {
      const of = kinds.get(kind) ?? { sentences: [], more: 0 }
      kinds.set(kind, of)
      if (of.sentences.length < MAX_NAMED) of.sentences.push(sentence)
      else of.more += 1
    },
    sentences: () =>
      [...kinds].flatMap(([kind, { sentences, more }]) => [
        ...sentences,
        ...(more > 0 ? [`… and ${more} more of the same kind (${kind}).`] : []),
      ]),
  }
}

/** What is looked at of a document. */
export type LookedAt = Pick<DocumentRecord, 'id' | 'revision' | 'key' | 'passages' | 'tok'>
/** A document counted: what its passages that are there add up to, and how many these are. */
export type Looked = { counts: Counts; passages: number }

/** Every document with what its passages add up to; what is wrong with it is noted. */
export async function* recountedDocuments(reader: IndexReader, found: Findings): AsyncGenerator<Looked> {
  const { engine, indexes, signal } = reader
  const fields = ['id', 'revision', 'key', 'passages', 'tok']
  for (let offset = 0; ; offset += DOCUMENTS_A_PAGE) {
    const { results } = (await engine.read(
      `indexes/${indexes.documents}/documents/fetch`,
      { offset, limit: DOCUMENTS_A_PAGE, fields },
      signal,
    )) as { results: LookedAt[] }
    for await (const { document, passages, counts } of withPassages(reader, results, found)) {
      const { id, key, revision } = document
      if (key !== keyOf(id, revision)) {
        found.note('keys', `Document ${id} has revision ${revision}, but the key "${key}".`)
      }
      compareTerms(document, counts, found)
      yield { counts, passages }
    }
    if (results.length < DOCUMENTS_A_PAGE) return
  }
}

/** Documents with their passages counted: several short ones a call, a long one in several. */
async function* withPassages(
  reader: IndexReader,
  documents: readonly LookedAt[],
  found: Findings,
): AsyncGenerator<Looked & { document: LookedAt }> {
  let batch: LookedAt[] = []
  let size = 0
  for (const document of documents) {
    if (batch.length > 0 && size + document.passages > PASSAGES_A_CALL) {
      yield* countedTogether(reader, batch, found)
      batch = []
      size = 0
    }
    batch.push(document)
    size += document.passages
  }
  if (batch.length > 0) yield* countedTogether(reader, batch, found)
}

async function* countedTogether(
  { engine, indexes, signal }: IndexReader,
  documents: readonly LookedAt[],
  found: Findings,
): AsyncGenerator<Looked & { document: LookedAt }> {
  const wanted = documents.flatMap(({ key, passages }) => passageIds(key, passages))
  const counted = new Map(documents.map(({ key }) => [key, { counts: new Map() as Counts, passages: 0 }]))
  for (let first = 0; first < wanted.length; first += PASSAGES_A_CALL) {
    const ids = wanted.slice(first, first + PASSAGES_A_CALL)
    const { results } = (await engine.read(
      `indexes/${indexes.passages}/documents/fetch`,
      { ids, limit: ids.length, fields: ['id', 'document', 'position', 'lang', 'terms', 'tok'] },
      signal,
    )) as { results: PassageRecord[] }
    for (const passage of results) {
      const of = counted.get(passage.document)
      if (of === undefined || passage.id !== `${passage.document}-${passage.position}`) {
        found.note('ids', `Passage ${passage.id} says that it is ${passage.position} of ${passage.document}.`)
        continue
      }
      of.passages += 1
      addCounts(of.counts, storedContribution([passage]), 1)
    }
  }
  for (const document of documents) {
    const { counts, passages } = counted.get(document.key) ?? { counts: new Map() as Counts, passages: 0 }
    if (passages !== document.passages || passages === 0) {
      found.note('passages', `Document ${document.id} has ${passages} of its ${document.passages} passages.`)
    }
    // Each of its passages counted it once.
    for (const of of counts.values()) {
      of.documents = 1
      for (const term of of.terms.values()) term.documents = 1
    }
    yield { document, counts, passages }
  }
}

/** A document is found by the terms that its passages have. */
function compareTerms({ id, tok }: LookedAt, counts: Counts, found: Findings): void {
  const had = new Set(
    [...counts].flatMap(([lang, { terms }]) => [...terms.keys()].map((term) => token(lang, term))),
  )
  const filed = new Set(tok)
  const missing = [...had].filter((one) => !filed.has(one)).length
  const tooMany = tok.filter((one) => !had.has(one)).length
  if (missing > 0 || tooMany > 0) {
    found.note(
      'terms',
      `Document ${id} is filed under other terms than its passages have: ${missing} are missing, ${tooMany} too many.`,
    )
  }
}
