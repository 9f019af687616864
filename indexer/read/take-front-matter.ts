/**
 * Parts a document into front matter and text, the same way for every format.
 */
import {
  type FrontMatterSyntax,
  MAX_FRONT_MATTER_LENGTH,
  type ParsedFrontMatter,
  parseFrontMatter,
} from './front-matter.ts'
import type { Line } from './lines.ts'

/** The front matter of a document, and all lines after it. */
export type Opening = { parsed: ParsedFrontMatter; rest: AsyncGenerator<Line[]> }

/** A first line that may open front matter, and the line that closes it. */
type Fence = { open: RegExp; close: RegExp; syntax: FrontMatterSyntax; isPart?: true }

const FENCES: readonly Fence[] = [
  { open: /^---\s*$/, close: /^(?:---|\.\.\.)\s*$/, syntax: 'YAML' },
  { open: /^\+\+\+\s*$/, close: /^\+\+\+\s*$/, syntax: 'TOML' },
  { open: /^---toml\s*$/i, close: /^---\s*$/, syntax: 'TOML' },
  { open: /^(?:;;;|---json)\s*$/i, close: /^(?:;;;|---)\s*$/, syntax: 'JSON' },
  // The braces are part of it.
  { open: /^\{\s*(?:"[^"]*"\s*:.*)?$/, close: /^\}\s*$/, syntax: 'JSON', isPart: true },
]

/**
 * Takes the front matter off a stream of lines: YAML between a first line `---` and the next line `---` or `...`, TOML
 * between two lines `+++`, JSON between `{` and `}` (and a blank line) or `;;;`. Without a closing line within 64 KB, or
 * where it gives no names values, there is none, and all of it is text.
 */
export async function takeFrontMatter(batches: AsyncGenerator<Line[]>): Promise<Opening> {
  let lines: Line[] = []
  let length = 0
  const none = (): Opening => ({ parsed: { metadata: {}, warnings: [] }, rest: chain(lines, batches) })
  for (let checked = 0; length <= MAX_FRONT_MATTER_LENGTH; ) {
    const batch = await batches.next()
    if (batch.done === true) break
    lines = lines.concat(batch.value)
    const fence = FENCES.find(({ open }) => open.test(lines[0]?.text ?? ''))
    if (lines.length > 0 && fence === undefined) break
    if (fence === undefined) continue
    for (; checked < lines.length && length <= MAX_FRONT_MATTER_LENGTH; checked += 1) {
      const { text } = lines[checked] as Line
      length += text.length
      if (checked === 0 || !fence.close.test(text)) continue
      const isJson = fence.isPart === true
      if (isJson && (lines[checked + 1]?.text.trim() ?? '') !== '') return none()
      const source = isJson ? lines.slice(0, checked + 1) : lines.slice(1, checked)
      const parsed = parseFrontMatter(source.map((line) => line.text).join('\n'), fence.syntax)
      if (parsed === null) return none()
      return { parsed, rest: chain(lines.slice(checked + 1), batches) }
    }
  }
  return none()
}

async function* chain(first: Line[], others: AsyncGenerator<Line[]>): AsyncGenerator<Line[]> {
  yield first
  yield* others
}
