/**
 * The lease: one writer at a time, whoever it is. The engine has no compare-and-set but one: an index can only be
 * created once. So each holder creates the index of its number, one above the last, and says in a record who it is; it
 * counts up a beat while it works. Others see that it is gone when its process is (on the same machine), or when no beat
 * has come for a while by their own clock: no wall clock takes part.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { CATALOG } from './catalog.ts'
import { calling } from './client.ts'
import { identify, isRunning } from './embedded/process-identity.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { enqueueRecords, untilDone, untilEnded } from './load.ts'

const RECORD = 'lease'
const BEAT_MS = 2_000
/** A holder whose beat stands still for so long has lost the lease; one that could not count it up stops by itself. */
const SILENT_MS = 45_000
const LOST_MS = 35_000
const POLL_MS = 100

type LeaseRecord = {
  number: number
  /** Counted up while it is held; -1 when it was given back. */
  beat: number
  host: string
  pid: number
  /** When its process started: tells it from another one that has the same number later. */
  started: string
  /** Tells the leases of one process apart. */
  token: string
  /** What it does, for those who wait. */
  what: string
}

/**
 * Tokens of the leases that this process holds. One that could not be given back, because the engine was away, is not
 * among them: this process need not wait until its own beat has stood still.
 */
const heldHere = new Set<string>()

/** Who is waited for. */
export type Holder = { what: string; pid: number; host: string }

/** The right to write. */
export type Lease = {
  /** @throws {EngineError} `WRITER_LOST` if it can no longer be sure to be the only one */
  check: () => void
  release: () => Promise<void>
}

/** How to get it. */
export type LeaseOptions = {
  /** What for, such as `bifora index`. */
  what: string
  signal: AbortSignal
  /** Called once for each holder that has to be waited for. */
  onWaiting?: ((holder: Holder) => void) | undefined
}

/** Waits until nobody else writes, and takes the lease. */
export async function acquireLease(
  engine: Engine,
  { what, signal, onWaiting }: LeaseOptions,
): Promise<Lease> {
  let watched: { number: number; beat: number; task: number; sinceMs: number } | undefined
  let reported = 0
  for (;;) {
    signal.throwIfAborted()
    const [record, taken, task] = await Promise.all([
      readLease(engine, signal),
      highestTaken(engine),
      // A beat that waits behind a large batch of records is one, too.
      lastTask(engine),
    ])
    const number = Math.max(record?.number ?? 0, taken)
    const beat = record?.number === number ? record.beat : 0
    if (watched?.number !== number || watched.beat !== beat || watched.task !== task)
      watched = { number, beat, task, sinceMs: performance.now() }
    const isFree = number === 0 || (record?.number === number && (beat === -1 || (await isGone(record))))
    if (isFree || performance.now() - watched.sinceMs > SILENT_MS) {
      const lease = await take(engine, number + 1, what)
      if (lease !== undefined) return lease
      continue
    }
    if (record !== undefined && record.number === number && reported !== number) {
      reported = number
      onWaiting?.({ what: record.what, pid: record.pid, host: record.host })
    }
    await sleep(POLL_MS, undefined, { signal })
  }
}

async function take(engine: Engine, number: number, what: string): Promise<Lease | undefined> {
  const { taskUid } = await calling(() => engine.client().createIndex(indexOf(number), { primaryKey: 'id' }))
  const task = await untilEnded(engine, taskUid)
  if (task.status !== 'succeeded') return undefined
  // Somebody else may have come and gone since the number was looked up, and the index of that number been removed.
  if ((await highestTaken(engine)) > number) {
    await calling(() => engine.client().deleteIndexIfExists(indexOf(number)))
    return undefined
  }
  const record: LeaseRecord = {
    number,
    beat: 0,
    host: hostname(),
    pid: process.pid,
    started: (await identify(process.pid)).started,
    token: randomUUID(),
    what,
  }
  let beatenMs = performance.now()
  let isLost = false
  /** Once it has been too long it is lost for good: a beat that comes after all must not bring it back. */
  const hasLost = (): boolean => {
    isLost ||= performance.now() - beatenMs > LOST_MS
    return isLost
  }
  let beating = Promise.resolve()
  const write = async (beat: number): Promise<void> => {
    const atMs = performance.now()
    record.beat = beat
    const lease = { id: RECORD, ...record }
    const task = await enqueueRecords(engine, CATALOG, [lease])
    // Others see what is enqueued; that it is done may take as long as the batch before it.
    if (!hasLost()) beatenMs = atMs
    await untilDone(engine, task)
  }
  heldHere.add(record.token)
  try {
    await write(1)
    for (const old of (await numbersTaken(engine)).filter((taken) => taken < number)) {
      await calling(() => engine.client().deleteIndexIfExists(indexOf(old)))
    }
  } catch (error) {
    heldHere.delete(record.token)
    throw error
  }
  const timer = setInterval(() => {
    if (hasLost()) clearInterval(timer)
    // One that fails is not repeated before its time; `check` notices when it has been too long.
    else beating = write(record.beat + 1).catch(() => {})
  }, BEAT_MS)
  timer.unref()
  return {
    check: () => {
      if (hasLost()) {
        throw new EngineError(
          'WRITER_LOST',
          'This process stood still, and another one may write now. Run it again.',
        )
      }
    },
    release: async () => {
      clearInterval(timer)
      await beating
      try {
        if (!hasLost()) await write(-1)
      } finally {
        heldHere.delete(record.token)
      }
    },
  }
}

function indexOf(number: number): string {
  return `${CATALOG}-lease-${number}`
}

async function highestTaken(engine: Engine): Promise<number> {
  return Math.max(0, ...(await numbersTaken(engine)))
}

async function numbersTaken(engine: Engine): Promise<number[]> {
  const { results } = await calling(() => engine.client().getRawIndexes({ limit: 1000 }))
  return results.flatMap(({ uid }) => {
    const number = /^bifora-lease-(\d+)$/.exec(uid)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

/** The last task that the catalog was given, done or not; 0 if none. */
async function lastTask(engine: Engine): Promise<number> {
  const { results } = await calling(() => engine.client().tasks.getTasks({ indexUids: [CATALOG], limit: 1 }))
  return results[0]?.uid ?? 0
}

async function readLease(engine: Engine, signal: AbortSignal): Promise<LeaseRecord | undefined> {
  try {
    const { results } = (await engine.read(
      `indexes/${CATALOG}/documents/fetch`,
      { ids: [RECORD] },
      signal,
    )) as {
      results: LeaseRecord[]
    }
    return results[0]
  } catch (error) {
    if (error instanceof EngineError && error.code === 'INDEX_MISSING') return undefined
    throw error
  }
}

/** Whether nobody holds it any more, as far as that can be seen: of processes of this machine, and of this one. */
async function isGone({ host, pid, started, token }: LeaseRecord): Promise<boolean> {
  if (host !== hostname()) return false
  if (!(await isRunning({ pid, started }))) return true
  const isOwn = pid === process.pid && (await identify(pid)).started === started
  return isOwn && !heldHere.has(token)
}
