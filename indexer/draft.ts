/**
 * One opened document → its draft, from top to bottom. Pure work, which may run in any thread:
 *
 *   leave out boilerplate → describe → chunk → analyze
 */
import type { Draft, PassageDraft } from '../engine/drafts.ts'
import { analyzeParts } from '../language/analyzer.ts'
import { isLookedAt } from './boilerplate/candidates.ts'
import { encodeFingerprints } from './boilerplate/fingerprints.ts'
import { type Boilerplate, leaveOut } from './boilerplate/leave-out.ts'
import { chunk } from './chunk.ts'
import { createSketch } from './copies/minhash.ts'
import { describe } from './describe/describe.ts'
import { createTopicMatcher, type TopicMatcher } from './describe/topics.ts'
import type { Topic } from './describe/wordings.ts'
import type { Block, Passage, ReadDocument } from './document.ts'
import type { SourceDraft, SourceRest } from './drafting/source.ts'
import { toIndexingError } from './errors.ts'
import { createLabelTerms, type LabelTerms } from './label-terms.ts'
import { documentDraft, passageDrafts } from './record.ts'
import { createSignature } from './translations/signature.ts'

/** What drafts are made with. */
export type DraftMeans = { matcher: TopicMatcher; labelsOf: LabelTerms }

/** Prepares it for a list of topics. */
export function createDraftMeans(topics: readonly Topic[]): DraftMeans {
  return { matcher: createTopicMatcher(topics, analyzeParts), labelsOf: createLabelTerms(topics) }
}

/** A document that has been opened, with where it is from. */
export type OpenedDocument = {
  place: string
  path: string
  contentHash: string
  /** Name of its format. */
  format: string
  read: ReadDocument
  /** See {@link Source.boilerplate}. */
  boilerplate?: Boilerplate | undefined
  /** See {@link Source.isExplained}. */
  isExplained?: boolean
}

/** The part of a document that it is described by; title, date and publisher stand at an end of it. */
const MAX_HEAD_LENGTH = 1024 * 1024
/** A longer document is drafted while it is stored, so that it never stands in memory. */
const MAX_PASSAGES_AT_ONCE = 2000

/** The draft of an opened document. */
export async function draftOf(opened: OpenedDocument, means: DraftMeans): Promise<SourceDraft> {
  const { path, format } = opened
  const { metadata, blocks } = opened.read
  const rest: SourceRest = { warnings: [] }
  const warn = (warning: string): void => {
    rest.warnings.push(warning)
  }
  const { head: all, others, isWhole } = await takeHead(blocks)
  const looked =
    isWhole && opened.boilerplate !== undefined && isLookedAt(format)
      ? leaveOut({ path, format, blocks: all }, opened.boilerplate)
      : undefined
  const head = looked?.blocks ?? all
  const description = await describe({ path, format, metadata, head, topics: means.matcher, warn })
  const document = { path, ...description }
  const signature = createSignature(document)
  const sketch = createSketch(document.lang)
  const passages = passageDrafts(
    document,
    whole(chunk(chain(head, others)), (reason) => warn(`read only in part: ${reason}`)),
    means.labelsOf,
    (found) => {
      signature.add(found)
      sketch.add(found)
    },
  )
  const finish = (): void => {
    rest.warnings.push(...opened.read.warnings)
    rest.parts = signature.parts()
    rest.sketch = sketch.finish()
  }
  return {
    document: {
      ...documentDraft(document, { ...opened, alternates: metadata.alternates }),
      ...(looked === undefined ? {} : { blocks: encodeFingerprints(looked.fingerprints) }),
      ...(looked === undefined || looked.known.length === 0
        ? {}
        : { boilerplate: encodeFingerprints(looked.known) }),
    },
    ...(looked === undefined ? {} : { fingerprints: looked.fingerprints }),
    ...(metadata.id === undefined ? {} : { ownId: metadata.id }),
    ...(opened.isExplained === true ? { description } : {}),
    passages: await atOnce(passages, finish),
    rest,
  }
}

/** The passages as an array; of a long document, as a stream. */
async function atOnce(
  passages: AsyncGenerator<PassageDraft>,
  finish: () => void,
): Promise<readonly PassageDraft[] | AsyncIterable<PassageDraft>> {
  const first: PassageDraft[] = []
  while (first.length < MAX_PASSAGES_AT_ONCE) {
    const { done, value } = await passages.next()
    if (done === true) {
      finish()
      return first
    }
    first.push(value)
  }
  return (async function* () {
    yield* first
    yield* passages
    finish()
  })()
}

async function takeHead(
  blocks: AsyncIterable<Block>,
): Promise<{ head: Block[]; others: AsyncIterator<Block>; isWhole: boolean }> {
  const others = blocks[Symbol.asyncIterator]()
  const head: Block[] = []
  let length = 0
  while (length < MAX_HEAD_LENGTH) {
    const { done, value } = await others.next()
    if (done) return { head, others, isWhole: true }
    head.push(value)
    length += value.text.length
  }
  return { head, others, isWhole: false }
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

/** A draft whose passages have been made, so that what comes next does not wait for it. */
export async function materialized(draft: Draft): Promise<Draft> {
  if (Array.isArray(draft.passages)) return draft
  const passages: PassageDraft[] = []
  for await (const passage of draft.passages) passages.push(passage)
  return { ...draft, passages }
}
