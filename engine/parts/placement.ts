/**
 * Which part of an index a document is on, where several servers hold one index. Pure arithmetic: everybody who knows an
 * id and the live record comes to the same part.
 *
 * A document belongs to one of 1,024 slots by a hash of its id, and a slot to the part with the highest weight of all
 * (rendezvous hashing: Thaler and Ravishankar, "Using name-based mappings to increase hit rates", 1998). With one part
 * more, slots move to it and between no others.
 */
import { and } from '../filters.ts'

/** Slots that documents fall into. Parts differ in size by some hundredths. */
export const SLOTS = 1024

/**
 * Slots on their way to further parts, in ascending order. Those below `moved` count where they go; of them, those below
 * `cleared` are nowhere else any more. All others count where they were, and may have been copied already.
 */
export type Moving = { to: number; cleared: number; moved: number }

/** How many parts documents are placed over, and what is on its way over more. */
export type Placement = { parts: number; moving?: Moving | undefined }

/** One server that holds all. */
export const ALONE: Placement = { parts: 1 }

/** The slot of a document, 0 to 1,023. */
export function slotOf(id: string): number {
  // FNV-1a, whose low bits alone would depend on little of a short id.
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  }
  return mixed(hash) % SLOTS
}

/** Slot → part, by number of parts: worked out once. */
const tables = new Map<number, Uint16Array>()

/** The part of a slot, from 0, where there are `parts`. */
export function partOfSlot(slot: number, parts: number): number {
  let table = tables.get(parts)
  if (table === undefined) {
    table = Uint16Array.from({ length: SLOTS }, (_, of) => heaviest(of, parts))
    tables.set(parts, table)
  }
  return table[slot] ?? 0
}

function heaviest(slot: number, parts: number): number {
  let best = 0
  let bestWeight = -1
  for (let part = 0; part < parts; part += 1) {
    const weight = mixed(Math.imul(slot + 1, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca77))
    if (weight > bestWeight) {
      best = part
      bestWeight = weight
    }
  }
  return best
}

/** The last step of MurmurHash3: each bit of what comes out depends on all that go in. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The part that holds a document, from 0. */
export function partOf(id: string, placement: Placement): number {
  return ownerOf(slotOf(id), placement)
}

/** The part whose documents of a slot count. */
export function ownerOf(slot: number, { parts, moving }: Placement): number {
  return partOfSlot(slot, moving !== undefined && slot < moving.moved ? moving.to : parts)
}

/** How many parts a search asks. */
export function partsAsked({ parts, moving }: Placement): number {
  return moving?.to ?? parts
}

/** Slots that are on another part when there are `to` parts than with `from`, ascending. */
export function movingSlots(from: number, to: number): number[] {
  return Array.from({ length: SLOTS }, (_, slot) => slot).filter(
    (slot) => partOfSlot(slot, from) !== partOfSlot(slot, to),
  )
}

/**
 * True for documents of a part that count there; empty where all do. While slots move, a document may be on two parts:
 * asked with these expressions of the same live record, one of the two gives it.
 */
export function countsOn(part: number, { parts, moving }: Placement): string {
  if (moving === undefined) return ''
  // A part that is new has nothing but what came with the move.
  if (part >= parts) return `slot < ${moving.moved}`
  const gone = movingSlots(parts, moving.to).filter(
    (slot) => slot >= moving.cleared && slot < moving.moved && partOfSlot(slot, parts) === part,
  )
  return gone.length === 0 ? '' : `slot NOT IN [${gone.join(',')}]`
}

/** An expression together with what counts on a part. */
export function narrowed(expression: string, part: number, placement: Placement): string {
  return and([expression, countsOn(part, placement)])
}
