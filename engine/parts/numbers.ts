/**
 * Which server is which part. Each keeps a record that says so, in its own catalog, so that servers may be named in any
 * order, and one of another index is not taken for a part of this one. Pure, but for reading that record.
 */
import { EngineError } from '../errors.ts'
import type { Read } from '../read-connections.ts'

/** Id of the record in the catalog. */
export const PART = 'part'

/** The record: which index a server is a part of, and which one, from 0. */
export type PartRecord = { index: string; number: number }

/** What a server says of itself. */
export type Known = {
  part: PartRecord | undefined
  /** Over how many parts the index is placed whose live record it has; undefined if it has none. */
  parts: number | undefined
}

/** What is known of a server that was named; undefined if it does not answer. */
export type Named = { name: string; known: Known | undefined }

/** Asks a server which part it is. */
export async function readNumber(
  read: Read,
  catalog: string,
  live: string,
  signal?: AbortSignal,
): Promise<Known> {
  type Stored = { id: string; index?: string; number?: number; parts?: number; moving?: { to: number } }
  try {
    const body = { ids: [PART, live], limit: 2 }
    const { results } = (await read(`indexes/${catalog}/documents/fetch`, body, signal, true)) as {
      results: Stored[]
    }
    const part = results.find(({ id }) => id === PART)
    const build = results.find(({ id }) => id === live)
    return {
      part:
        part?.index === undefined || part.number === undefined
          ? undefined
          : { index: part.index, number: part.number },
      parts: build && (build.moving?.to ?? build.parts ?? 1),
    }
  } catch (error) {
    if (error instanceof EngineError && error.code === 'INDEX_MISSING')
      return { part: undefined, parts: undefined }
    throw error
  }
}

/**
 * The number of each server, in the order they were named; undefined for those that do not answer and those that can only
 * be told when others do. Servers that belong to no index yet come behind the parts that it has.
 *
 * @throws {EngineError} `PARTS_WRONG` if they are not the parts of one index
 */
export function numbersOf(servers: readonly Named[]): (number | undefined)[] {
  const heads = servers.filter(({ known }) => known?.parts !== undefined || known?.part?.number === 0)
  if (heads.length > 1) {
    throw wrong(
      `${namesOf(heads)} have an index each. Name the servers of one index in MEILI_URL; a server that joins it must be empty.`,
    )
  }
  const indexes = new Set(servers.flatMap(({ known }) => known?.part?.index ?? []))
  if (indexes.size > 1) {
    throw wrong(
      `The servers in MEILI_URL belong to ${indexes.size} different indexes. Name the servers of one of them.`,
    )
  }
  const [head] = heads
  if (head !== undefined && head.known?.part === undefined && indexes.size > 0) {
    const strange = servers.filter(({ known }) => known?.part !== undefined)
    throw wrong(`${namesOf(strange)} is a part of another index than the one of ${head.name}.`)
  }
  const numbers = servers.map(({ known }) => (known?.parts === undefined ? known?.part?.number : 0))
  const taken = new Map<number, string>()
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) continue
    const name = servers[index]?.name ?? ''
    const other = taken.get(number)
    if (other !== undefined)
      throw wrong(`${other} and ${name} are the same part of the index. Name each once.`)
    taken.set(number, name)
  }
  const silent = servers.filter(({ known }) => known === undefined).length
  // Where a beginning was cut off there are numbers, and nothing is placed.
  const placed = head === undefined ? undefined : (head.known?.parts ?? 0)
  if (placed !== undefined) requireAll(placed, taken, silent, servers.length)
  const isNew = head === undefined && indexes.size === 0
  if (isNew && silent > 0) {
    throw new EngineError(
      'ENGINE_UNAVAILABLE',
      `${namesOf(servers.filter(({ known }) => known === undefined))} does not answer. An index begins when all of its servers do.`,
    )
  }
  // Without the first part nobody knows how many there are.
  if (placed === undefined && !isNew) return numbers
  let next = placed ?? 0
  for (const [index, { known }] of servers.entries()) {
    if (known === undefined || numbers[index] !== undefined) continue
    while (taken.has(next)) next += 1
    numbers[index] = next
    taken.set(next, servers[index]?.name ?? '')
  }
  return numbers
}

function requireAll(placed: number, taken: ReadonlyMap<number, string>, silent: number, named: number): void {
  const missing = Array.from({ length: placed }, (_, number) => number).filter((number) => !taken.has(number))
  if (missing.length > silent) throw tooFew(placed, named, missing)
}

/** For an index of which not all servers were named. */
export function tooFew(placed: number, named: number, missing: readonly number[] = []): EngineError {
  const which =
    missing.length === 0 ? '' : ` Part ${missing.map((number) => number + 1).join(', ')} is missing.`
  return wrong(
    `The index is spread over ${placed} servers, and MEILI_URL names ${named}.${which} Name all of them, separated by commas.`,
  )
}

/** For a server that was named alone, and is a part of an index. */
export function notHome(number: number): EngineError {
  return wrong(
    `The server in MEILI_URL is part ${number + 1} of an index. Name all servers of the index, separated by commas.`,
  )
}

function namesOf(servers: readonly Named[]): string {
  return servers.map(({ name }) => name).join(' and ')
}

function wrong(message: string): EngineError {
  return new EngineError('PARTS_WRONG', message)
}
