/**
 * Where the documents of generations are, as their live records say. Such a record is on the first part; what it said is
 * believed for some seconds, and longer while that part is away.
 */
import { unlessAborted } from '../abort.ts'
import { CATALOG, LIVE } from '../catalog.ts'
import type { Part, Parts } from '../engine.ts'
import { EngineError, isUnavailable } from '../errors.ts'
import { tooFew } from './numbers.ts'
import { type Placement, partsAsked } from './placement.ts'

/** What is known of the parts. */
export type PartsKnown = {
  /** How many there are. */
  count: number
  /** How long the first part is waited for where something is known already, in milliseconds. */
  deadlineMs: number
  isHomeOut: () => boolean
  /** Called where the first part does not answer in time. */
  onHomeSilent: () => void
}

/** What the live record said so long ago is looked up again; services look three times a second anyway. */
const MAX_AGE_MS = 5_000
/** While the first part is away, this old it still tells where documents are: none is removed within 30 s of its move. */
const SAFE_AGE_MS = 25_000

/** Follows the live records, which are read from the first part, `home`. */
export function followPlacements(home: Part, { count, deadlineMs, isHomeOut, onHomeSilent }: PartsKnown) {
  const placements: Parts['placements'] = new Map()
  const looking = new Map<string, Promise<Placement | undefined>>()
  /** What the live record says now. Many who ask at the same time read it once. */
  const lookUp = (generation: string): Promise<Placement | undefined> => {
    const reading = looking.get(generation) ?? placementFromRecord(home, generation)
    looking.set(generation, reading)
    return reading.finally(() => looking.delete(generation))
  }
  const placementOf = async (generation: string, onMissing?: (part: number) => void): Promise<Placement> => {
    const atMs = performance.now()
    const noted = placements.get(generation)
    if (noted !== undefined && atMs - noted.atMs < MAX_AGE_MS) return noted.placement
    const canDo = noted !== undefined && onMissing !== undefined
    if (noted !== undefined && isHomeOut() && (canDo || atMs - noted.atMs < SAFE_AGE_MS)) {
      // What is known may not hold any more: the answer is not called whole.
      onMissing?.(0)
      return noted.placement
    }
    const until = canDo ? AbortSignal.timeout(deadlineMs) : undefined
    const placement = await unlessAborted(lookUp(generation), until).catch((error: unknown) => {
      if (!canDo || !(isUnavailable(error) || until?.aborted === true)) throw error
      onHomeSilent()
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
    if (!isHomeOut()) placements.set(generation, { placement: known, atMs })
    return known
  }
  return {
    /** What is known, by generation; whoever changes a live record notes it here. */
    placements,
    /**
     * Where the documents of a generation are.
     *
     * @param onMissing called with 0, the first part, where that is away and the answer is what it said before
     * @throws {EngineError} `INDEX_MISSING`; `ENGINE_UNAVAILABLE`; `PARTS_WRONG` if it is on more parts than there are
     */
    placementOf,
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
