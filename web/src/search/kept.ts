/** Searches that somebody keeps, in their browser. */
import { readAddress, type Search, writeAddress } from '../address.ts'

const NAME = 'bifora.kept'
const MOST = 50

/** What stands for a search: two with the same text are one. */
export function textOf(search: Search): string {
  return writeAddress({ view: { name: 'search' }, search: { ...search, page: undefined } })
}

/** The searches that are kept, the last first; none where the browser keeps nothing or what it has is not ours. */
export function keptSearches(storage: Pick<Storage, 'getItem'>): Search[] {
  try {
    const texts: unknown = JSON.parse(storage.getItem(NAME) ?? '[]')
    if (!Array.isArray(texts)) return []
    return texts.filter((text) => typeof text === 'string').map((text) => readAddress(text).search)
  } catch {
    // Switched off, or changed by hand: as good as none.
    return []
  }
}

/**
 * Keeps a search if it was not kept, forgets it if it was; of more than fifty the oldest are forgotten.
 *
 * @returns the searches that are kept now
 */
export function toggleKept(storage: Pick<Storage, 'getItem' | 'setItem'>, search: Search): Search[] {
  const before = keptSearches(storage)
  const others = before.filter((one) => textOf(one) !== textOf(search))
  const after = others.length < before.length ? others : [search, ...before].slice(0, MOST)
  try {
    storage.setItem(NAME, JSON.stringify(after.map(textOf)))
  } catch {
    return before
  }
  return after
}
