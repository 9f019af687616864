/**
 * Whether a running engine can read what it has. It opens an index only when it is first asked for, and calls itself
 * healthy until then, so each is asked for a record.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { EngineError } from '../errors.ts'
import type { RunningEngine } from './launch.ts'

/** Ways in which a process ends that reads a file that was cut short. */
const FATAL_SIGNALS = new Set<NodeJS.Signals | null>(['SIGBUS', 'SIGSEGV'])
/** A process that dies while it answers ends a moment after its connections. */
const LAST_BREATH_MS = 2_000
const TIMEOUT_MS = 10_000

/**
 * Asks each index for a record. What is slow or refuses for another reason is not judged here: it comes up when it is
 * used.
 *
 * @throws {EngineError} `DATA_DAMAGED` if one cannot be read
 */
export async function probeIndexes(engine: RunningEngine, key: string, signal?: AbortSignal): Promise<void> {
  const headers = {
    authorization: `Bearer ${key}`,
    'accept-encoding': 'identity',
    'content-type': 'application/json',
  }
  const ask = async (path: string, body?: object): Promise<Reply> => {
    signal?.throwIfAborted()
    const deadline = AbortSignal.timeout(TIMEOUT_MS)
    try {
      const reply = await fetch(`${engine.url}/${path}`, {
        headers,
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      })
      const answer = (await reply.json()) as Reply
      const damage = damageIn(answer)
      if (damage !== undefined) throw damaged(damage)
      return answer
    } catch (cause) {
      signal?.throwIfAborted()
      if (cause instanceof EngineError) throw cause
      const exit = await Promise.race([engine.exited, delay(LAST_BREATH_MS, undefined, { ref: false })])
      if (exit !== undefined && FATAL_SIGNALS.has(exit.signal)) throw damaged(exit.signal ?? '', cause)
      return {}
    }
  }
  const { results = [] } = await ask('indexes?limit=1000')
  for (const { uid } of results) {
    await ask(`indexes/${encodeURIComponent(uid)}/documents/fetch`, { limit: 1 })
  }
  // Its list of tasks is a database of its own, which a writer looks through in these ways.
  await ask('tasks?limit=1000')
  const uids = results.map(({ uid }) => encodeURIComponent(uid)).join(',')
  await ask(`tasks?limit=1&statuses=enqueued,processing&indexUids=${uids || '*'}`)
}

type Reply = { results?: { uid: string }[]; code?: string; message?: string }

/** What LMDB calls a file that it cannot read; the engine passes it on in a message. */
const UNREADABLE = /\bMDB_(?:CORRUPTED|PAGE_NOTFOUND|INVALID|PANIC)\b/

/** What an answer says of damage; nothing where it is an answer, or a refusal for another reason. */
function damageIn({ code, message = '' }: Reply): string | undefined {
  if (code === 'invalid_store_file' || code === 'invalid_state') return code
  return code === 'internal' ? UNREADABLE.exec(message)?.[0] : undefined
}

function damaged(what: string, cause?: unknown): EngineError {
  return new EngineError('DATA_DAMAGED', `The data of the search engine is damaged (${what}).`, { cause })
}
