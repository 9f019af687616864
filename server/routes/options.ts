/** What routes are given. */
import type { Engine } from '../../engine/engine.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Changing } from '../jobs/changing.ts'
import type { Live } from '../live.ts'
import type { Meaning } from '../meaning/meaning.ts'
import type { AtStage } from '../search/stages.ts'
import type { TopicLabels } from '../topics.ts'
import type { InTurn } from '../turns.ts'

/** The parts of the service that a route may need. */
export type RouteOptions = {
  engine: Engine
  live: Live
  bridge: () => Bridge
  labels: TopicLabels
  /** Goes before every address in an answer; empty, or such as `/search`. */
  basePath: string
  /** For all that asks more of the engine than a few numbers. */
  inTurn: InTurn
  /** Measures the stages of a search. */
  atStage: AtStage
  /** Finds by meaning; undefined: there is no embedder. */
  meaning: Meaning | undefined
}

/** What routes that change documents need besides; `changing` undefined: nothing may be changed, and they say so. */
export type ChangingRouteOptions = RouteOptions & { changing: Changing | undefined }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether its body may take long to come in; how long nothing may come is looked at where it is read. */
    isStreamed?: boolean
  }
}
