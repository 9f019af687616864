/** A body that may be large: to a file as it comes in, up to a limit. */
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { ProblemError } from './problem.ts'

/** Longest time that nothing comes in. */
const MAX_IDLE_MS = 30_000

/** Keeps a connection for as long as its request takes, whatever passes over it meanwhile. */
export function keepOpen({ socket }: IncomingMessage): void {
  // Requests that are made without a network have no such socket.
  socket.setTimeout?.(0)
}

/**
 * The pieces of a body, as they come in. Leaving off early leaves the connection as it is, so that an answer can be sent.
 *
 * @throws {ProblemError} `request-timeout` if nothing comes in for half a minute
 */
export async function* piecesOf(stream: Readable, maxIdleMs = MAX_IDLE_MS): AsyncGenerator<Buffer> {
  const iterator = stream.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]()
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined
      const idle = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(tooSlow(maxIdleMs)), maxIdleMs)
      })
      const next: IteratorResult<Buffer | string> = await Promise.race([iterator.next(), idle]).finally(() =>
        clearTimeout(timer),
      )
      if (next.done === true) return
      yield Buffer.from(next.value as Buffer)
    }
  } finally {
    // Not waited for: it only ends when the next piece has come.
    iterator.return?.().catch(() => {})
  }
}

function tooSlow(maxIdleMs: number): ProblemError {
  return new ProblemError('request-timeout', {
    en: `Nothing came in for ${maxIdleMs / 1000} seconds. Send the request again.`,
    it: `Per ${maxIdleMs / 1000} secondi non è arrivato nulla. Invia di nuovo la richiesta.`,
  })
}

/** A body that has come in. */
export type Received = { file: string; sizeBytes: number; sha256: string }

/**
 * Writes a body to a file that only this user can read, and forces it to disk.
 *
 * @throws {ProblemError} `too-large`; nothing is left behind then
 */
export async function receive(
  stream: Readable,
  file: string,
  { maxBytes, declaredBytes }: { maxBytes: number; declaredBytes: number },
): Promise<Received> {
  if (declaredBytes > maxBytes) throw tooLarge(maxBytes)
  const hash = createHash('sha256')
  const handle = await open(file, 'wx', 0o600)
  let sizeBytes = 0
  try {
    for await (const piece of piecesOf(stream)) {
      sizeBytes += piece.length
      if (sizeBytes > maxBytes) throw tooLarge(maxBytes)
      hash.update(piece)
      await handle.write(piece)
    }
    await handle.sync()
    await handle.close()
    return { file, sizeBytes, sha256: hash.digest('hex') }
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(file, { force: true })
    throw error
  }
}

function tooLarge(maxBytes: number): ProblemError {
  const limit = Number((maxBytes / 1024 ** 2).toFixed(1))
  return new ProblemError('too-large', {
    en: `The limit for a document sent like this is ${limit} MB.`,
    it: `Un documento inviato così può avere al massimo ${limit} MB.`,
  })
}
