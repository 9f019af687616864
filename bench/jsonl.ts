/** Files of one JSON object a line, plain or gzipped. A broken line is named by its number. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BenchError } from './errors.ts'

/** An object of a file, with a word for where it stands. */
export type Line = { value: Record<string, unknown>; place: string }

/**
 * Reads the objects of a file, in order; blank lines are passed over.
 *
 * @throws {BenchError} if the file cannot be read, or naming the line that is no JSON object
 */
export async function* readJsonLines(path: string): AsyncGenerator<Line> {
  let number = 0
  for await (const line of readLines(path)) {
    number += 1
    const place = `${path}, line ${number}`
    if (line.trim() !== '') yield { value: parse(line, place), place }
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  // What goes wrong with the file ends the unpacked text with the same error, and is met below.
  const text = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file
  try {
    let rest = ''
    for await (const piece of text.setEncoding('utf8')) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    yield rest
  } catch (cause) {
    throw new BenchError(`${path} cannot be read: ${(cause as Error).message}.`, { cause })
  }
}

function parse(line: string, place: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new BenchError(`${place}: this is no JSON (${(cause as Error).message}).`, { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BenchError(`${place}: a JSON object is wanted, as in {"id": …}.`)
  }
  return value as Record<string, unknown>
}

/**
 * A property that must be a text that is not empty.
 *
 * @throws {BenchError} naming the line and the property if it is not
 */
export function textOf({ value, place }: Line, property: string): string {
  const found = value[property]
  if (typeof found === 'string' && found.trim() !== '') return found
  throw new BenchError(`${place}: "${property}" must be a text that is not empty.`)
}

/**
 * A property that must be a list of texts.
 *
 * @throws {BenchError} naming the line and the property if it is not
 */
export function textsOf({ value, place }: Line, property: string): string[] {
  const found = value[property]
  if (Array.isArray(found) && found.every((one) => typeof one === 'string')) return found
  throw new BenchError(`${place}: "${property}" must be a list of texts.`)
}
