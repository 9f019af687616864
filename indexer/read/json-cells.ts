/** A value of JSON → cells: what is nested gets the names above it (`author.name`). Pure. */
import type { Cells } from './columns.ts'

/** Deeper values, and more columns, are left out. */
const MAX_DEPTH = 4
const MAX_COLUMNS = 500
const MAX_ITEMS = 1000

/** Whether a value is an object: what can be a row. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The columns of an object with their values as texts; those that are null are left out. */
export function cellsOf(value: Record<string, unknown>): Cells {
  const cells = new Map<string, string[]>()
  const add = (name: string, item: unknown, depth: number): void => {
    if (cells.size >= MAX_COLUMNS || item === null || item === undefined) return
    if (Array.isArray(item)) {
      const plain = item.slice(0, MAX_ITEMS).flatMap(textOf)
      if (plain.length > 0) cells.set(name, plain)
    } else if (isObject(item)) {
      if (depth < MAX_DEPTH)
        for (const [key, inner] of Object.entries(item)) add(`${name}.${key}`, inner, depth + 1)
    } else cells.set(name, textOf(item))
  }
  for (const [key, item] of Object.entries(value)) add(key, item, 1)
  return cells
}

/** A list of objects gives their names, as lists of tags and authors have them. */
function textOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (!isObject(value)) return []
  const name = value.name ?? value.label ?? value.title ?? value.nome ?? value.text ?? value.value
  return typeof name === 'string' ? [name] : []
}
