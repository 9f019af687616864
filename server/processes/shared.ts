/** What one process of a service shares with the others, where several answer. */

import type { Count } from './counts.ts'
import type { Door } from './door.ts'
import type { Sums } from './sums.ts'

/** What the application is told of the others. */
export type Shared = {
  /** Stands for this service and all that stays as it is while it runs; the same in all processes. */
  service: string
  /** Stands for the lexicons that this process works with; equal in two processes where they have the same. */
  lexicons: () => string
  /** Counts for limits, over all processes. */
  count: Count
} & (
  | { is: 'main'; beside: Beside }
  /** One that answers searches, and hands on what it cannot do itself. */
  | { is: 'answering'; door: Door; onParts: (parts: Parts) => void }
)

/** The other processes, as the main one sees them. */
export type Beside = {
  /** Waits, not for long, until all of them search what the change `number` has done. */
  untilSeen: (number: number) => Promise<void>
  /** Metrics of all processes together. */
  sums: Sums
  /** How many there are to be, and how many answer now. */
  state: () => { wanted: number; answering: number }
}

/** What the main process may ask of another one. */
export type Parts = {
  /** Waits until this process searches what the change `number` has done. */
  untilSeen: (number: number) => Promise<void>
  /** What this process has counted. */
  metrics: () => Promise<ProcessMetrics>
}

/** What a process has counted: what prom-client calls the metrics of a registry as JSON. */
export type ProcessMetrics = object[]
