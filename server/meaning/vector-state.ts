/** What vectors there are, as every search must know without asking: looked at now and then, and told by who makes them. */
import type { Engine } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import { countVectors, readVectorStore } from '../../engine/vectors.ts'

/** Vectors that can be searched. */
export type VectorState = {
  generation: string
  dimensions: number
  /** Passages that have been embedded, those of documents that have gone since among them. */
  passages: number
}

/** What there is at the moment. */
export type FollowedVectors = {
  /** Undefined if there are none, or those of another model. */
  current: () => VectorState | undefined
  /** Resolves when it has been looked for the first time. */
  looked: Promise<void>
  /** Looks at once. */
  refresh: () => Promise<void>
  close: () => void
}

/** Another process may make them. */
const LOOK_EVERY_MS = 3_000

/** Follows the vectors of a model. `onChange` is called when there are others than before. */
export function followVectors(
  engine: Engine,
  model: string,
  { onChange, logger }: { onChange: () => void; logger: Logger },
): FollowedVectors {
  const closing = new AbortController()
  let state: VectorState | undefined
  let looking: Promise<void> = Promise.resolve()

  const look = async (): Promise<void> => {
    const { signal } = closing
    const store = await readVectorStore(engine, signal)
    const passages =
      store?.model === model ? await countVectors(engine, { name: store.generation }, signal) : undefined
    const before = state
    state =
      store === undefined || passages === undefined
        ? undefined
        : { generation: store.generation, dimensions: store.dimensions, passages }
    if (JSON.stringify(before) !== JSON.stringify(state)) onChange()
  }
  // One after another: an earlier look must not overwrite what a later one has seen.
  const refresh = (): Promise<void> => {
    looking = looking.catch(() => {}).then(look)
    return looking
  }
  const lookAgain = (): Promise<void> =>
    refresh().catch((err: unknown) => {
      if (!closing.signal.aborted) logger.debug({ err }, 'could not look for vectors')
    })
  const timer = setInterval(lookAgain, LOOK_EVERY_MS)
  timer.unref()
  const looked = lookAgain()
  return {
    current: () => state,
    looked,
    refresh,
    close: () => {
      clearInterval(timer)
      closing.abort()
    },
  }
}
