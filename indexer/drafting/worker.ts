/** A thread that drafts. Started by threads.ts; it knows the topics, and nothing of the engine. */
import { once } from 'node:events'
import Tinypool from 'tinypool'
import type { Topic } from '../describe/wordings.ts'
import { createDraftMeans } from '../draft.ts'
import { toIndexingError } from '../errors.ts'
import { draftSource } from './drafted.ts'
import { Beat, type DraftTask, type Message, type Sent } from './messages.ts'
import { lowerPriorityOfThread } from './priority.ts'
import type { SourceDraft } from './source.ts'

/** What a stack has of pdf.js: its package, or its sources where stacks follow source maps. */
const IN_PDF_JS = /pdfjs-dist|pdf\.js\//

lowerPriorityOfThread()
// pdf.js leaves promises behind that fail when a broken file has long been given up; what a reader needs, it waits for.
// Any other failure that nobody waits for ends the thread, and the file that it works on has failed.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Error && IN_PDF_JS.test(reason.stack ?? ''))) throw reason
})
const means = createDraftMeans((Tinypool.workerData as { topics: Topic[] }).topics)

/** A message has about so many passages. */
const PASSAGES_A_MESSAGE = 250
/** Messages that may be on their way. */
const MAX_UNDER_WAY = 2

/** Drafts the sources of a task. Resolves when all that came of them was sent. */
export async function draftTask({ sources, port, beat }: DraftTask): Promise<void> {
  const channel = createSender(port, beat)
  const step = (): void => {
    Atomics.add(beat, Beat.steps, 1)
  }
  try {
    for (const [number, source] of sources.entries()) {
      Atomics.store(beat, Beat.source, number)
      step()
      try {
        for await (const drafted of draftSource(source, means, step)) {
          step()
          if ('draft' in drafted) await sendDraft(number, drafted, drafted.draft, channel, step)
          else await channel.send({ source: number, drafted }, 1)
        }
        await channel.send({ source: number, isEnd: true }, 1)
      } catch (error) {
        const { code, message } = toIndexingError(error)
        await channel.send({ source: number, isEnd: true, failed: { code, message } }, 1)
      }
    }
    await channel.flush()
  } finally {
    // The other side closes the channel, when it has taken off what is on the way.
    port.unref()
  }
}

async function sendDraft(
  source: number,
  about: { path: string; format: string },
  { passages, ...draft }: SourceDraft,
  channel: Sender,
  step: () => void,
): Promise<void> {
  const { path, format } = about
  if (Array.isArray(passages)) {
    const sent = { ...draft, passages, isOpen: false }
    await channel.send({ source, drafted: { path, format, draft: sent } }, passages.length + 1)
    return
  }
  const open = { ...draft, rest: { warnings: [] }, passages: [], isOpen: true }
  await channel.send({ source, drafted: { path, format, draft: open } }, 1)
  let some = []
  for await (const passage of passages) {
    step()
    some.push(passage)
    if (some.length < PASSAGES_A_MESSAGE) continue
    await channel.send({ source, passages: some }, some.length)
    some = []
  }
  await channel.send({ source, passages: some }, some.length)
  await channel.send({ source, rest: draft.rest }, 1)
}

type Sender = { send: (sent: Sent, passages: number) => Promise<void>; flush: () => Promise<void> }

function createSender(port: DraftTask['port'], beat: Int32Array): Sender {
  let message: Sent[] = []
  let size = 0
  let underWay = 0
  port.on('message', () => {
    underWay -= 1
  })
  const wait = async (below: number): Promise<void> => {
    Atomics.store(beat, Beat.waits, 1)
    while (underWay >= below) await once(port, 'message')
    Atomics.store(beat, Beat.waits, 0)
  }
  const flush = async (): Promise<void> => {
    await wait(MAX_UNDER_WAY)
    port.postMessage(message satisfies Message)
    underWay += 1
    message = []
    size = 0
  }
  return {
    send: async (sent, passages) => {
      message.push(sent)
      size += passages
      if (size >= PASSAGES_A_MESSAGE) await flush()
    },
    flush: async () => {
      if (message.length > 0) await flush()
      // An empty message says that this was all.
      await flush()
    },
  }
}
