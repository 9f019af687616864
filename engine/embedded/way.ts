/**
 * Connections to an engine that another process runs. The key travels over them, so each is made only to the process
 * that the note names, and looked at again once it stands. A broken one is made anew wherever the engine is then.
 */
import { connect, type Socket } from 'node:net'
import type { buildConnector } from 'undici'
import { EngineError } from '../errors.ts'
import { isThere, pause } from './enter.ts'
import { type EngineNote, isSame, readLiveNote } from './note.ts'

const LOOK_EVERY_MS = 50
/** Between looks whether the process that runs the engine is still there. */
const LOOK_AFTER_HOLDER_MS = 200

/** The way to an engine beside. */
export interface Way {
  /**
   * Opens a connection; while the engine is being started again, waits for it.
   * ENGINE_UNAVAILABLE where that takes too long, or its holder has ended.
   */
  readonly connect: buildConnector.connector
  /** Says why calls fail if the holder has ended; undefined where it runs. */
  readonly whyEnded: () => Promise<EngineError | undefined>
  /** Resolves when the holder has ended or is ending. */
  readonly untilEnded: (signal: AbortSignal) => Promise<void>
  /** Gives up connections that are being made. */
  readonly close: () => void
}

/**
 * The way to the engine of `found`, and to the one that its holder starts in its place.
 *
 * @param patienceMs how long a connection waits for an engine that is down
 */
export function createWay(dataDir: string, found: EngineNote, patienceMs: number): Way {
  const closing = new AbortController()
  /** A note that is gone says that the holder is about to stop its engine. */
  const present = async (): Promise<EngineNote | undefined> => {
    const note = await readLiveNote(dataDir)
    return note !== undefined && isSame(note.holder, found.holder) ? note : undefined
  }
  const reach = async (): Promise<Socket> => {
    for (const startedMs = performance.now(); ; ) {
      const note = await present()
      if (note === undefined) throw ended(found)
      const socket = await connectTo(note)
      if (socket !== undefined) return socket
      if (performance.now() - startedMs > patienceMs) throw down(found)
      await pause(LOOK_EVERY_MS, closing.signal)
    }
  }
  return {
    connect: (_, callback) => {
      reach().then(
        (socket) => callback(null, socket),
        (error: Error) => callback(error, null),
      )
    },
    whyEnded: async () => ((await present()) === undefined ? ended(found) : undefined),
    untilEnded: async (signal) => {
      while ((await present()) !== undefined) await pause(LOOK_AFTER_HOLDER_MS, signal)
    },
    close: () => closing.abort(),
  }
}

/** A connection that the process of the note itself has taken; undefined where it does not listen. */
async function connectTo(note: EngineNote): Promise<Socket | undefined> {
  const socket = await open(Number(new URL(note.url).port))
  if (socket === undefined) return undefined
  // Only afterwards: one that listens on a port now has done so since the note was written.
  if (await isThere(note)) return socket
  socket.destroy()
  return undefined
}

function open(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, keepAlive: true })
    const fail = (): void => resolve(undefined)
    socket.once('error', fail)
    socket.once('connect', () => {
      socket.off('error', fail)
      // Until it is handed over nobody else listens, and an error would end this process.
      socket.on('error', () => {})
      resolve(socket)
    })
  })
}

function ended({ name, holder }: EngineNote): EngineError {
  return new EngineError(
    'ENGINE_UNAVAILABLE',
    `The service whose search engine this used (${name}, process ${holder.pid}) has ended. Run this again.`,
  )
}

function down({ name, holder }: EngineNote): EngineError {
  return new EngineError(
    'ENGINE_UNAVAILABLE',
    `The search engine of the running service (${name}, process ${holder.pid}) has ended and is being started ` +
      'again. Try again in a few seconds.',
  )
}
