/** Which servers an engine has, and which of them a document is on. An engine of one server is its own only part. */
import type { Engine, Part } from '../engine.ts'
import { EngineError } from '../errors.ts'
import { tooFew } from './numbers.ts'
import { ALONE, type Placement, partOf, partsAsked } from './placement.ts'

/** All servers of an engine, those without documents too. */
export function partsOf(engine: Engine): readonly Part[] {
  return engine.parts?.all ?? [engine]
}

/** The part with a number, from 0. */
export function partNumbered(engine: Engine, number: number): Part {
  const part = partsOf(engine)[number]
  if (part === undefined) throw new EngineError('PARTS_WRONG', `The index has no part ${number + 1}.`)
  return part
}

/** Where documents of a generation are; its live record must have been read, or made, through this engine. */
export function placementOf({ parts }: Engine, generation: string): Placement {
  if (parts === undefined) return ALONE
  const placement = parts.placements.get(generation)?.placement
  if (placement === undefined) throw new Error(`nobody has said where documents of ${generation} are`)
  return placement
}

/**
 * Takes note of where documents of a generation are.
 *
 * @throws {EngineError} `PARTS_WRONG` if they are on more servers than the engine has
 */
export function notePlacement(engine: Engine, generation: string, placement: Placement): void {
  const named = partsOf(engine).length
  if (partsAsked(placement) > named) throw tooFew(partsAsked(placement), named)
  engine.parts?.placements.set(generation, { placement, atMs: performance.now() })
}

/** The servers that have documents of a generation. */
export function partsWith(engine: Engine, generation: string): readonly Part[] {
  return partsOf(engine).slice(0, partsAsked(placementOf(engine, generation)))
}

/** What belongs to each part, by its number, in ascending order; parts without any are left out. */
export function byPart<T>(
  items: Iterable<T>,
  idOf: (item: T) => string,
  placement: Placement,
): [part: number, items: T[]][] {
  const parts = new Map<number, T[]>()
  for (const item of items) {
    const part = partOf(idOf(item), placement)
    const own = parts.get(part) ?? []
    own.push(item)
    parts.set(part, own)
  }
  return [...parts].sort(([a], [b]) => a - b)
}
