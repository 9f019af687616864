/** Files and texts → what the queue takes. Pure. */

import { idOf } from './ids.ts'
import { isHidden, mediaTypeOf } from './media-types.ts'
import { EMPTY, UNREAD } from './problem-words.ts'
import type { createUploads, Upload } from './uploads.ts'

/** What the queue takes. */
export type Item = Parameters<ReturnType<typeof createUploads>['add']>[0][number]

/** Files as items; those that systems leave in folders are only counted. Those that cannot be read say so at once. */
export function itemsOf(
  found: readonly { path: string; file: Blob }[],
  before: readonly Pick<Upload, 'id' | 'name'>[],
): { items: Item[]; hidden: number } {
  const seen = found.filter(({ path }) => !isHidden(path))
  const taken = new Map(before.map(({ id, name }) => [id, name]))
  const items = seen.map(({ path, file }): Item => {
    const id = idOf(path, taken)
    const type = mediaTypeOf(path)
    const about = { name: path, sizeBytes: file.size, id }
    if (type === undefined) return { ...about, problem: UNREAD }
    if (file.size === 0) return { ...about, problem: EMPTY }
    taken.set(id, path)
    return { ...about, content: { file, type } }
  })
  return { items, hidden: found.length - seen.length }
}

/** A pasted text, and what is said of it; empty is as good as nothing. */
export type Pasted = { text: string; title: string; date: string; source: string }

/** The text as an item; `name` is what it is called where it has no title. */
export function itemOfText({ text, title, date, source }: Pasted, name: string): Item {
  const given = Object.fromEntries(
    Object.entries({ title, date, source }).filter(([, value]) => value !== ''),
  )
  return {
    name: title || name,
    sizeBytes: new TextEncoder().encode(text).length,
    id: idOf(title || firstWords(text)),
    content: { document: { text, ...given } },
  }
}

function firstWords(text: string): string {
  return text.trim().split(/\s+/).slice(0, 8).join(' ')
}
