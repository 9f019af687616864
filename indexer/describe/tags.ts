/** The tags that a document's author gives, fit to be counted. */

const MAX_TAGS = 30
const MAX_LENGTH = 64

/** At most thirty tags, each once whatever its case, without signs around them; nothing that is no word. */
export function describeTags(given: readonly string[] = []): string[] {
  const tags = new Map<string, string>()
  for (const value of given) {
    const tag = value
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .replace(/^[\s#"'“”«»[\](),;]+|[\s"'“”«»[\](),;]+$/gu, '')
    if (tag.length > MAX_LENGTH || !/[\p{L}\p{N}]/u.test(tag)) continue
    const key = tag.toLowerCase()
    if (!tags.has(key)) tags.set(key, tag)
    if (tags.size === MAX_TAGS) break
  }
  return [...tags.values()]
}
