/**
 * One document → its draft, from top to bottom:
 *
 *   read → describe → chunk → analyze
 */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Draft, PassageDraft } from '../engine/drafts.ts'
import { analyzeParts } from '../language/analyzer.ts'
import type { Bridge } from '../language/bridge/bridge.ts'
import { chunk } from './chunk.ts'
import { createSketch } from './copies/minhash.ts'
import { describe } from './describe/describe.ts'
import { createTopicMatcher, type TopicMatcher } from './describe/topics.ts'
import type { Topic } from './describe/wordings.ts'
import type { Block, Passage, ReadDocument } from './document.ts'
import { toIndexingError } from './errors.ts'
import { createLabelTerms, type LabelTerms } from './label-terms.ts'
import { documentDraft, passageDrafts } from './record.ts'
import { createSignature } from './translations/signature.ts'

/** What documents are described and analyzed with: prepared once. */
export type Describing = {
  topics: readonly Topic[]
  matcher: TopicMatcher
  labelsOf: LabelTerms
  /** Whether the bridge knows a term of a language; what is compared with translations is made of such terms. */
  isKnown: (lang: string, term: string) => boolean
  /** To recognize translations by; without one, only those are known that authors name. */
  bridge: Bridge | undefined
}

/** Prepares what documents are described with. */
export function createDescribing(topics: readonly Topic[], bridge?: Bridge): Describing {
  const known = new Map<string, boolean>()
  return {
    topics,
    matcher: createTopicMatcher(topics, analyzeParts),
    labelsOf: createLabelTerms(topics),
    isKnown: (lang, term) => {
      if (bridge === undefined) return false
      const key = `${lang} ${term}`
      const found = known.get(key)
      if (found !== undefined) return found
      const isKnown = bridge.knows(lang, term)
      if (known.size < MAX_REMEMBERED) known.set(key, isKnown)
      return isKnown
    },
    bridge,
  }
}

/** Terms that it is remembered of whether they are known: some megabytes. */
const MAX_REMEMBERED = 200_000

/** Stands for the topics that documents are sorted into: where it differs, an index is built anew. */
export function topicsFingerprint(topics: readonly Topic[]): string {
  return createHash('sha256').update(JSON.stringify(topics)).digest('hex').slice(0, 16)
}

/** Changes when files are read or described in another way: the same file is another document then. */
const READING_VERSION = 1

const PIECE_BYTES = 256 * 1024

/** The hash of a file's content, by which it is seen whether it has changed. */
export async function hashOfFile(absolutePath: string): Promise<string> {
  const hash = createHash('sha256').update(`${READING_VERSION}\n`)
  const file = await open(absolutePath, 'r')
  try {
    // One buffer for all: a stream would make a new one for each piece, which are only collected much later.
    const buffer = Buffer.allocUnsafe(PIECE_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex').slice(0, 32)
}

/** The same of content that is in memory. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(`${READING_VERSION}\n`).update(text).digest('hex').slice(0, 32)
}

/** A document that has been opened, with what it is to be called. */
export type OpenedDocument = {
  id: string
  place: string
  path: string
  contentHash: string
  /** Name of its format. */
  format: string
  read: ReadDocument
  /** Called with a plain sentence about what is odd. */
  warn: (warning: string) => void
}

/** The part of a document that it is described by; title, date and publisher stand at an end of it. */
const MAX_HEAD_LENGTH = 1024 * 1024

/** The draft of an opened document. Its passages are made when they are asked for. */
export async function draftOf(opened: OpenedDocument, describing: Describing): Promise<Draft> {
  const { id, path, format, warn } = opened
  const { metadata, blocks, warnings } = opened.read
  const { head, rest } = await takeHead(blocks)
  const description = await describe({ path, format, metadata, head, topics: describing.matcher, warn })
  const document = { id, path, ...description }
  const passages = whole(chunk(chain(head, rest)), (reason) => warn(`read only in part: ${reason}`))
  const signature =
    describing.bridge === undefined ? undefined : createSignature(document, describing.isKnown)
  const sketch = createSketch(document.lang)
  return {
    document: documentDraft(document, { ...opened, alternates: metadata.alternates }),
    passages: passageDrafts(
      document,
      after(passages, () => warnings.forEach(warn)),
      describing.labelsOf,
      (found) => {
        signature?.add(found)
        sketch.add(found)
      },
    ),
    finish: (terms) => ({ ...signature?.finish(terms), ...sketch.finish() }),
  }
}

/** A draft whose passages have been made, so that what comes next does not wait for it. */
export async function materialized(draft: Draft): Promise<Draft> {
  const passages: PassageDraft[] = []
  for await (const passage of draft.passages) passages.push(passage)
  return { ...draft, passages }
}

async function takeHead(
  blocks: AsyncIterable<Block>,
): Promise<{ head: Block[]; rest: AsyncIterator<Block> }> {
  const rest = blocks[Symbol.asyncIterator]()
  const head: Block[] = []
  let length = 0
  while (length < MAX_HEAD_LENGTH) {
    const { done, value } = await rest.next()
    if (done) break
    head.push(value)
    length += value.text.length
  }
  return { head, rest }
}

async function* chain(head: readonly Block[], rest: AsyncIterator<Block>): AsyncGenerator<Block> {
  yield* head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** A file that breaks off half-way keeps what was read of it. */
async function* whole(
  passages: AsyncIterable<Passage>,
  onBreak: (reason: string) => void,
): AsyncGenerator<Passage> {
  try {
    yield* passages
  } catch (error) {
    onBreak(toIndexingError(error).message)
  }
}

/** Warnings about a stream are complete when it has been read. */
async function* after(passages: AsyncIterable<Passage>, done: () => void): AsyncGenerator<Passage> {
  yield* passages
  done()
}
