/** Names of files → ids of documents. The same name is the same id, so that a newer version of a file replaces it. Pure. */

const MAX_LENGTH = 128

/**
 * The id for a file with this path, or for a title.
 *
 * @param taken ids and what they were given to; what stands for something else gets another one
 */
export function idOf(path: string, taken: ReadonlyMap<string, string> = new Map()): string {
  const name = path.replace(/\.[A-Za-z0-9]{1,8}$/, '')
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const slug = plain
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  // Letters that no id can have, or a name that is too long: two such names must not become one id.
  const isWhole = !/[^\P{L}A-Za-z]/u.test(plain) && slug !== '' && slug.length <= MAX_LENGTH
  const id = isWhole ? slug : withHash(slug, path)
  return (taken.get(id) ?? path) === path ? id : withHash(slug, path)
}

/** Another id for something whose own is taken by the service. */
export function anotherId(id: string, nowMs: number): string {
  const end = `-${nowMs.toString(36)}`
  return id.slice(0, MAX_LENGTH - end.length) + end
}

function withHash(slug: string, path: string): string {
  const hash = hashOf(path)
  const kept = slug.slice(0, MAX_LENGTH - hash.length - 1).replace(/-$/, '')
  return kept === '' ? hash : `${kept}-${hash}`
}

/** FNV-1a, 32 bits: short, and the same wherever it is computed. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  }
  return hash.toString(36)
}
