/** What the main process of a service and those that answer searches tell each other. */
import type { Counted } from '../../server/processes/counts.ts'
import type { Door } from '../../server/processes/door.ts'
import type { ProcessMetrics } from '../../server/processes/shared.ts'
import type { Topic } from '../../server/topics.ts'
import type { Config } from '../config.ts'

/** What a process is told once, to become one that answers. */
export type Orders = {
  config: Config
  topics: readonly Topic[]
  door: Door
  /** Where it listens for nobody, a path: a server that does not listen ends no connection that keeps it waiting. */
  listenAt: string
  /** Stands for this run of the service. */
  service: string
}

/** From the main process; `take` comes with a connection. */
export type ToAnswering = { begin: Orders } | { take: number } | { end: true }

/** To the main process: it can answer, has taken a connection, has one connection less. */
export type ToMain = { ready: true } | { taken: number } | { left: true }

/** What the main process asks. */
export type MainAsks = {
  /** Answered when searches find what the change with this number has done. */
  see: { given: number; answer: undefined }
  /** Looks at the lexicons at once; whether searches go by what the files have now. */
  lexicons: { given: null; answer: boolean }
  metrics: { given: null; answer: ProcessMetrics }
  /** Whether it moves. */
  alive: { given: null; answer: true }
}

/** What it is asked. */
export type AnsweringAsks = {
  count: { given: { name: string; windowMs: number }; answer: Counted }
}
