/** Drafting as the rest of the indexer asks for it, and the simplest way of doing it: on the thread that asks. */
import type { DraftMeans } from '../draft.ts'
import { IndexingError, toIndexingError } from '../errors.ts'
import { draftSource } from './drafted.ts'
import type { Drafted, Source, SourceDraft } from './source.ts'

/** A document of a source, or the end of one. `failed` of the end: the source could not be read (further). */
export type DraftingEvent =
  | { source: Source; drafted: Drafted }
  | { source: Source; isEnd: true; failed?: IndexingError }

/** Makes drafts. */
export type Drafting = {
  /**
   * Drafts sources, in their order. The passages of a document must have been read before the next event is asked for.
   * Ends when the signal aborts, with its reason.
   */
  draftAll: (
    sources: AsyncIterable<Source> | Iterable<Source>,
    signal: AbortSignal,
  ) => AsyncGenerator<DraftingEvent>
  /** Stops threads, if there are any. */
  close: () => Promise<void>
}

/** Drafting on the thread that asks, without limits of time and memory. */
export function createInlineDrafting(means: DraftMeans): Drafting {
  return {
    draftAll: async function* (sources, signal) {
      for await (const source of sources) {
        signal.throwIfAborted()
        try {
          for await (const drafted of draftSource(source, means)) {
            yield { source, drafted }
            signal.throwIfAborted()
          }
        } catch (error) {
          signal.throwIfAborted()
          yield { source, isEnd: true, failed: toIndexingError(error) }
          continue
        }
        yield { source, isEnd: true }
      }
    },
    close: async () => {},
  }
}

/**
 * The draft of a source that is one document.
 *
 * @throws {IndexingError} if it cannot be read
 */
export async function draftOne(
  drafting: Drafting,
  source: Source,
  signal: AbortSignal,
): Promise<SourceDraft> {
  const events = drafting.draftAll([{ ...source, isSingle: true }], signal)
  const { value: event } = await events.next()
  if (event !== undefined && 'drafted' in event) {
    const { drafted } = event
    if ('draft' in drafted) return ending(drafted.draft, events)
    if ('failed' in drafted) throw new IndexingError(drafted.failed.code, drafted.failed.message)
  }
  throw event !== undefined && 'failed' in event && event.failed !== undefined
    ? event.failed
    : new IndexingError('UNREADABLE', 'could not be read')
}

/** A draft that lets what gives it come to its end when it has been read. */
async function ending(draft: SourceDraft, events: AsyncGenerator<DraftingEvent>): Promise<SourceDraft> {
  const { passages } = draft
  const end = async (): Promise<void> => {
    while ((await events.next()).done !== true);
  }
  if (Array.isArray(passages)) {
    await end()
    return draft
  }
  return {
    ...draft,
    passages: (async function* () {
      yield* passages
      await end()
    })(),
  }
}
