/** What a thread sends → drafting events. */
import type { PassageDraft } from '../../engine/drafts.ts'
import { IndexingError } from '../errors.ts'
import type { DraftingEvent } from './drafting.ts'
import type { SentDraft } from './messages.ts'
import type { SourceDraft } from './source.ts'
import type { Task } from './task.ts'

/**
 * The events of a task. The passages of a long document are taken from the thread as they are read.
 *
 * @throws what ended the thread, where that was before the end of the task
 */
export async function* receiveEvents(task: Task): AsyncGenerator<DraftingEvent> {
  for (let sent = await task.next(); sent !== undefined; sent = await task.next()) {
    const source = task.sources[sent.source]
    if (source === undefined) continue
    if ('isEnd' in sent) {
      const { failed } = sent
      const error = failed === undefined ? {} : { failed: new IndexingError(failed.code, failed.message) }
      yield { source, isEnd: true, ...error }
    } else if ('drafted' in sent) {
      const { drafted } = sent
      if (!('draft' in drafted)) yield { source, drafted }
      else if (!drafted.draft.isOpen) {
        const { isOpen: _, ...draft } = drafted.draft
        yield { source, drafted: { ...drafted, draft } }
      } else {
        const open = longDraft(drafted.draft, task)
        yield { source, drafted: { ...drafted, draft: open.draft } }
        await open.skip()
      }
    }
  }
}

/** A draft whose passages are still to come, and what passes over those that nobody has read. */
function longDraft(sent: SentDraft, task: Task): { draft: SourceDraft; skip: () => Promise<void> } {
  const { isOpen: _, passages: __, ...draft } = sent
  let hasEnded = false
  const passages = async function* (): AsyncGenerator<PassageDraft> {
    while (!hasEnded) {
      const next = await task.next().catch(() => {
        // What came of it is kept; the error comes again with the next event.
        draft.rest.warnings.push('read only in part: the rest of it takes too long or too much memory')
        return undefined
      })
      if (next !== undefined && 'passages' in next) yield* next.passages
      else {
        hasEnded = true
        if (next !== undefined && 'rest' in next) Object.assign(draft.rest, next.rest)
      }
    }
  }
  const reading = passages()
  return {
    draft: { ...draft, passages: reading },
    skip: async () => {
      for await (const _passage of reading);
    },
  }
}
