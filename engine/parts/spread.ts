/**
 * Several servers as one engine. Documents and their passages are spread over them (placement.ts); the first part has the
 * statistics, the catalog and the lease besides.
 *
 * A server that does not answer is left out by readers that allow it, and asked now and then whether it is back.
 */
import { randomUUID } from 'node:crypto'
import { unlessAborted } from '../abort.ts'
import { CATALOG, LIVE } from '../catalog.ts'
import type { Engine, Part, Parts } from '../engine.ts'
import { EngineError } from '../errors.ts'
import { enqueueRecords, untilDone } from '../load.ts'
import type { Logger } from '../logger.ts'
import type { Read } from '../read-connections.ts'
import { type Known, numbersOf, PART, type PartRecord, readNumber, tooFew } from './numbers.ts'
import { type Placement, partsAsked } from './placement.ts'
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

/** What the live record said so long ago is looked up again; services look three times a second anyway. */
const MAX_AGE_MS = 5_000
/** While the first part is away, this old it still tells where documents are: none is removed within 30 s of its move. */
const SAFE_AGE_MS = 25_000
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
  const serverOf = (part: number): Server => {
    const found = followed.find((one) => one.number === part)
    if (found !== undefined) return found.server
    throw new EngineError('ENGINE_UNAVAILABLE', `Part ${part + 1} of ${count} of the index does not answer.`)
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

  const placements: Parts['placements'] = new Map()
  const looking = new Map<string, Promise<Placement | undefined>>()
  /** What the live record says now. Many who ask at the same time read it once. */
  const lookUp = (generation: string): Promise<Placement | undefined> => {
    const reading = looking.get(generation) ?? placementFromRecord(all[0] as Part, generation)
    looking.set(generation, reading)
    return reading.finally(() => looking.delete(generation))
  }
  const placementOf = async (generation: string, onMissing?: (part: number) => void): Promise<Placement> => {
    const atMs = performance.now()
    const noted = placements.get(generation)
    if (noted !== undefined && atMs - noted.atMs < MAX_AGE_MS) return noted.placement
    const canDo = noted !== undefined && onMissing !== undefined
    if (noted !== undefined && out.has(0) && (canDo || atMs - noted.atMs < SAFE_AGE_MS)) {
      // What is known may not hold any more: the answer is not called whole.
      onMissing?.(0)
      return noted.placement
    }
    const until = canDo ? AbortSignal.timeout(deadlineMs) : undefined
    const placement = await unlessAborted(lookUp(generation), until).catch((error: unknown) => {
      if (!canDo || !(isUnavailable(error) || until?.aborted === true)) throw error
      onSilent(0)
      onMissing(0)
      return noted.placement
    })
    // A generation that is not live yet, or not any more, stays where it is.
    const known = placement ?? noted?.placement
    if (known === undefined) {
      throw new EngineError(
        'INDEX_MISSING',
        'The index is not there any more; it was replaced by a newer one.',
      )
    }
    if (partsAsked(known) > count) throw tooFew(partsAsked(known), count)
    if (!out.has(0)) placements.set(generation, { placement: known, atMs })
    return known
  }
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
      if (one === undefined) throw await unavailablePart(part)
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
  const unavailablePart = async (part: number): Promise<EngineError> =>
    new EngineError('ENGINE_UNAVAILABLE', `Part ${part + 1} of ${count} of the index does not answer.`)

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

/** Whoever reads an index knows its live record, but for the moment after it was replaced. */
async function placementFromRecord(home: Part, generation: string): Promise<Placement | undefined> {
  const { results } = (await home.read(`indexes/${CATALOG}/documents/fetch`, { ids: [LIVE] })) as {
    results: ({ generation: string } & Partial<Placement>)[]
  }
  const build = results.find((build) => build.generation === generation)
  return build && { parts: build.parts ?? 1, moving: build.moving }
}

function isSame(a: PartRecord, b: PartRecord): boolean {
  return a.index === b.index && a.number === b.number
}

function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'ENGINE_UNAVAILABLE'
}
