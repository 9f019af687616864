/** What routes are given. */
import type { Engine } from '../../engine/engine.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Live } from '../live.ts'
import type { TopicLabels } from '../topics.ts'
import type { InTurn } from '../turns.ts'

/** The parts of the service that a route may need. */
export type RouteOptions = {
  engine: Engine
  live: Live
  bridge: () => Bridge
  labels: TopicLabels
  /** For all that asks more of the engine than a few numbers. */
  inTurn: InTurn
}
