/**
 * The way into a data directory that others may be using: starts the engine, or finds the one that a service beside
 * runs, or waits for a command to end and does either.
 */
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { EngineError } from '../errors.ts'
import type { SupervisedEngine } from './keep-running.ts'
import { type EngineNote, readLiveNote } from './note.ts'
import { listensOn } from './port-owner.ts'
import { isRunning } from './process-identity.ts'

/** Somebody who is waited for. */
export interface Waiting {
  readonly pid: number
  /** Such as `bifora index`; `another Bifora` where it has left no note. */
  readonly name: string
}

/** What entering a data directory takes. */
export interface EnterOptions {
  /** Absolute. */
  readonly dataDir: string
  /** Starts the engine; rejects with DATA_DIR_IN_USE where another process holds the directory. */
  readonly start: () => Promise<SupervisedEngine>
  /** Is told once of each process that is waited for. */
  readonly onWaiting?: ((holder: Waiting) => void) | undefined
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined
  /** How long to wait for a process that is no command: one that is starting, or whose engine is down. */
  readonly patienceMs?: number | undefined
}

/** An engine of one's own, or where that of a service is. */
export type Entrance = { readonly own: SupervisedEngine } | { readonly beside: EngineNote }

/** Longer than an engine may take to start. */
const PATIENCE_MS = 75_000
/** Whoever takes a lock gives its name at once. */
const UNNAMED_PATIENCE_MS = 10_000
/** What takes longer than this is worth a word. */
const QUIET_MS = 2_000
const LOOK_EVERY_MS = 50
/** Between attempts to start while nobody says who holds the directory: each costs a few processes. */
const TRY_EVERY_MS = 500

/**
 * Starts the engine or finds it.
 *
 * @throws EngineError DATA_DIR_IN_USE where the directory is held by a process that cannot be waited for: on another
 * machine, this one itself, or one that leaves no note; ENGINE_UNAVAILABLE where the engine of a service stays down;
 * whatever `start` throws else; the reason of `signal` where that aborts.
 */
export async function enter(options: EnterOptions): Promise<Entrance> {
  const { dataDir, start, signal, patienceMs = PATIENCE_MS } = options
  const tell = tellOnce(options.onWaiting)
  /** Since when there has been neither an engine nor a command to wait for. */
  let sinceMs: number | undefined
  for (;;) {
    signal?.throwIfAborted()
    const note = await readLiveNote(dataDir)
    if (note === undefined) {
      const outcome = await start().catch(refusal)
      if (!(outcome instanceof EngineError)) return { own: outcome }
      sinceMs ??= performance.now()
      const waitedMs = performance.now() - sinceMs
      const { holder } = outcome
      const limitMs = holder === undefined ? UNNAMED_PATIENCE_MS : patienceMs
      if (waitedMs > limitMs || !isWorthWaiting(outcome)) throw outcome
      if (waitedMs > QUIET_MS && holder !== undefined) tell({ pid: holder.pid, name: 'another Bifora' })
      await untilNoted(dataDir, signal)
    } else if (note.kind === 'service') {
      if (await isThere(note)) return { beside: note }
      sinceMs ??= performance.now()
      if (performance.now() - sinceMs > patienceMs) throw staysDown(note)
      if (performance.now() - sinceMs > QUIET_MS) tell({ pid: note.holder.pid, name: note.name })
      await pause(LOOK_EVERY_MS, signal)
    } else {
      sinceMs = undefined
      if (note.holder.pid === process.pid) throw usedByItself(dataDir)
      tell({ pid: note.holder.pid, name: note.name })
      await pause(LOOK_EVERY_MS, signal)
    }
  }
}

/** Whether the engine of a note is the process that it names, and listens where it says. */
export async function isThere({ engine, url }: EngineNote): Promise<boolean> {
  // Without a start time, the pid may be anybody's by now.
  if (engine.started === '' || !(await isRunning(engine))) return false
  return listensOn(engine.pid, Number(new URL(url).port))
}

/** Waits, unless the signal ends it. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  // The timer's own error for an abort is not the caller's reason.
  await delay(ms, undefined, { signal }).catch(() => {})
  signal?.throwIfAborted()
}

function tellOnce(onWaiting: EnterOptions['onWaiting']): (holder: Waiting) => void {
  const told = new Set<number>()
  return (holder) => {
    if (!told.has(holder.pid)) onWaiting?.(holder)
    told.add(holder.pid)
  }
}

/**
 * The error, where it says that the directory is in use: that is an outcome here.
 *
 * @throws any other
 */
function refusal(error: unknown): EngineError {
  if (error instanceof EngineError && error.code === 'DATA_DIR_IN_USE') return error
  throw error
}

/** A process of another machine cannot be seen to end, and this one does not end while it waits for itself. */
function isWorthWaiting({ holder }: EngineError): boolean {
  return holder === undefined || (holder.host === hostname() && holder.pid !== process.pid)
}

async function untilNoted(dataDir: string, signal: AbortSignal | undefined): Promise<void> {
  for (let waitedMs = 0; waitedMs < TRY_EVERY_MS; waitedMs += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS, signal)
    if ((await readLiveNote(dataDir)) !== undefined) return
  }
}

function usedByItself(dataDir: string): EngineError {
  return new EngineError(
    'DATA_DIR_IN_USE',
    `${dataDir} is in use by this very process (${process.pid}). Close the engine first, or open it as a service.`,
    { holder: { pid: process.pid, host: hostname() } },
  )
}

function staysDown({ name, holder }: EngineNote): EngineError {
  return new EngineError(
    'ENGINE_UNAVAILABLE',
    `The search engine of the running service (${name}, process ${holder.pid}) does not come up; its log says why. ` +
      'Try again later, or stop the service and start it again.',
  )
}
