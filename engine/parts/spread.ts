/**
 * Several servers as one engine. Documents and their passages are spread over them (placement.ts); the first part has the
 * statistics, the catalog and the lease besides.
 *
 * A server that does not answer is left out by readers that allow it, and asked now and then whether it is back.
 */
import { randomUUID } from 'node:crypto'
import { CATALOG, LIVE } from '../catalog.ts'
import type { Engine, Part } from '../engine.ts'
import { EngineError, isUnavailable } from '../errors.ts'
import { enqueueRecords, untilDone } from '../load.ts'
import type { Logger } from '../logger.ts'
import type { Read } from '../read-connections.ts'
import { followPlacements } from './follow-placements.ts'
import { type Known, numbersOf, PART, type PartRecord, readNumber } from './numbers.ts'
import { readerOfParts } from './read.ts'

/** A server that can be talked to. */
export type Server = Part & {
  /** How people call it: its address. */
  name: string
  close: () => Promise<void>
}

/** How to spread. */
export type SpreadOptions = {
  logger: Logger
  /** Ends the opening. */
  signal?: AbortSignal | undefined
  /** How far behind the others a part may be before it is left out, in milliseconds. Default 1000. */
  deadlineMs?: number
  /** How long a part is left out at the least, in milliseconds. Default 3000. */
  restMs?: number
}

const PROBE_EVERY_MS = 500
/** A server that takes longer to give one record would hold every search up. */
const PROBE_WITHIN_MS = 1000

/** A server with what is known of it. */
type Followed = {
  server: Server
  known: Known | undefined
  /** Which part it is; undefined while that is not known. */
  number: number | undefined
}

/**
 * Opens servers as one engine, which closes them. Some may be away: what needs them fails until they are back.
 *
 * @throws {EngineError} `PARTS_WRONG` if they are not the servers of one index, or not all of them; `ENGINE_UNAVAILABLE`
 * if too few answer to tell
 */
export async function spreadOver(
  servers: readonly Server[],
  { logger, signal, deadlineMs = 1000, restMs = 3000 }: SpreadOptions,
): Promise<Engine> {
  const closing = new AbortController()
  const followed: Followed[] = servers.map((server) => ({ server, known: undefined, number: undefined }))
  const look = async (one: Followed, until: AbortSignal | undefined): Promise<void> => {
    one.known = await readNumber(one.server.read, CATALOG, LIVE, until)
  }
  const number = (): void => {
    const numbers = numbersOf(followed.map(({ server: { name }, known }) => ({ name, known })))
    for (const [index, one] of followed.entries()) one.number = numbers[index]
  }
  await Promise.all(
    followed.map((one) =>
      look(one, signal).catch((error: unknown) => {
        signal?.throwIfAborted()
        if (!isUnavailable(error)) throw error
        logger.warn({ server: one.server.name }, 'A server of the index does not answer')
      }),
    ),
  )
  try {
    number()
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()))
    throw error
  }

  const count = Math.max(servers.length, ...followed.map((one) => (one.number ?? 0) + 1))
  const silent = (part: number): EngineError =>
    new EngineError('ENGINE_UNAVAILABLE', `Part ${part + 1} of ${count} of the index does not answer.`)
  const serverOf = (part: number): Server => {
    const found = followed.find((one) => one.number === part)
    if (found !== undefined) return found.server
    throw silent(part)
  }
  const all: Part[] = Array.from({ length: count }, (_, part) => ({
    client: () => serverOf(part).client(),
    read: async (...call) => named(part, () => serverOf(part).read(...call)),
    checkSpace: () => serverOf(part).checkSpace(),
  }))
  const named = async <T>(part: number, read: () => Promise<T>): Promise<T> => {
    try {
      return await read()
    } catch (cause) {
      if (!isUnavailable(cause)) throw cause
      const name = followed.find((one) => one.number === part)?.server.name
      const message = `Part ${part + 1} of ${count} of the index${name === undefined ? '' : ` (${name})`} does not answer.`
      throw new EngineError('ENGINE_UNAVAILABLE', message, { cause })
    }
  }

  /** Parts that are left out, and until when at the least. */
  const out = new Map<number, number>()
  let probing: NodeJS.Timeout | undefined
  const probe = async (): Promise<void> => {
    const until = AbortSignal.any([closing.signal, AbortSignal.timeout(PROBE_WITHIN_MS)])
    await Promise.all(
      followed
        .map(async (one) => {
          if (one.number !== undefined && !out.has(one.number)) return
          const before = one.known
          await look(one, until)
          if (before === undefined) number()
          if (one.number === undefined || performance.now() < (out.get(one.number) ?? 0)) return
          if (out.delete(one.number))
            logger.info({ part: one.number + 1 }, 'A part of the index answers again')
        })
        .map((answer, index) =>
          answer.catch((err: unknown) => {
            if (err instanceof EngineError && err.code === 'PARTS_WRONG') {
              logger.error({ err, server: followed[index]?.server.name }, 'A server cannot be used')
            }
          }),
        ),
    )
  }
  const probeSoon = (): void => {
    const isNeeded = out.size > 0 || followed.some((one) => one.number === undefined)
    if (!isNeeded || probing !== undefined || closing.signal.aborted) return
    probing = setTimeout(() => {
      probe().finally(() => {
        probing = undefined
        probeSoon()
      })
    }, PROBE_EVERY_MS)
    probing.unref()
  }
  const onSilent = (part: number): void => {
    if (!out.has(part))
      logger.warn({ part: part + 1 }, 'A part of the index does not answer, and is left out')
    out.set(part, performance.now() + restMs)
    probeSoon()
  }
  probeSoon()

  const { placements, placementOf } = followPlacements(all[0] as Part, {
    count,
    deadlineMs,
    isHomeOut: () => out.has(0),
    onHomeSilent: () => onSilent(0),
  })
  const readPart = (part: number, ...call: Parameters<Read>): Promise<unknown> => {
    const found = all[part]
    if (found === undefined) throw new Error(`there is no part ${part}`)
    return found.read(...call)
  }
  const readable = { readPart, placementOf, isOut: (part: number) => out.has(part), onSilent, deadlineMs }

  const claim = async (claimed: number): Promise<void> => {
    const index = followed.find((one) => one.number === 0)?.known?.part?.index ?? randomUUID()
    for (let part = 0; part < claimed; part += 1) {
      const one = followed.find((one) => one.number === part)
      if (one === undefined) throw silent(part)
      // What it was when this process began may be what another one has changed since.
      await look(one, undefined)
      if (one.known?.part !== undefined && !isSame(one.known.part, { index, number: part })) {
        throw new EngineError(
          'PARTS_WRONG',
          `The server ${one.server.name} has become a part of another index meanwhile. Run this again.`,
        )
      }
      const record: PartRecord & { id: string } = { id: PART, index, number: part }
      await untilDone(one.server, await enqueueRecords(one.server, CATALOG, [record]))
      one.known = { parts: undefined, ...one.known, part: { index, number: part } }
    }
  }
  return {
    client: () => serverOf(0).client(),
    read: readerOfParts(readable),
    checkSpace: async () => {
      for (const part of all) await part.checkSpace()
    },
    exclusive: false,
    parts: { all, placements, reading: (onMissing) => readerOfParts(readable, onMissing), claim },
    close: async () => {
      closing.abort()
      clearTimeout(probing)
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}

function isSame(a: PartRecord, b: PartRecord): boolean {
  return a.index === b.index && a.number === b.number
}
