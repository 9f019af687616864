/** What threads that draft, and the one that asks them, say to each other. No behavior. */
import type { MessagePort } from 'node:worker_threads'
import type { PassageDraft } from '../../engine/drafts.ts'
import type { IndexingErrorCode } from '../errors.ts'
import type { Drafted, Source, SourceDraft, SourceRest } from './source.ts'

/** A task of a thread: some sources, drafted one after another. */
export type DraftTask = {
  sources: readonly Source[]
  /** Where what comes of them goes; each message that was taken off is answered with an empty one. */
  port: MessagePort
  /** See {@link Beat}. */
  beat: Int32Array
}

/** Places in the memory that a thread tells in how far it is, so that one that hangs is noticed. */
export const Beat = {
  /** Counts up with everything that is done. */
  steps: 0,
  /** Number of the source that is worked on. */
  source: 1,
  /** 1 while the thread waits for what it sent to be taken off. */
  waits: 2,
} as const

/** A document, with the first of its passages. */
export type SentDraft = Omit<SourceDraft, 'passages'> & {
  passages: readonly PassageDraft[]
  /** Whether there are more: they come in messages of their own, before anything else. */
  isOpen: boolean
}

/** What a thread says of the source with this number. */
export type Sent = { source: number } & (
  | { drafted: Exclude<Drafted, { draft: unknown }> | (Omit<Drafted, 'draft'> & { draft: SentDraft }) }
  | { passages: readonly PassageDraft[] }
  /** An open document has ended. */
  | { rest: SourceRest }
  | { isEnd: true; failed?: { code: IndexingErrorCode; message: string } }
)

/** A message: some of it, in order. An empty one is the last. */
export type Message = readonly Sent[]
