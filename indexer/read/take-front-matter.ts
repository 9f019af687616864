/**
 * Parts a document into front matter and text, the same way for every format.
 */
import { MAX_FRONT_MATTER_LENGTH, type ParsedFrontMatter, parseFrontMatter } from './front-matter.ts'
import type { Line } from './lines.ts'

/** The front matter of a document, and all lines after it. */
export type Opening = { parsed: ParsedFrontMatter; rest: AsyncGenerator<Line[]> }

/**
 * Takes the front matter off a stream of lines: what stands between a first line `---` and the next line
 * `---` or `...`. Without a closing line within 64 KB there is none, and all of it is text.
 */
export async function takeFrontMatter(batches: AsyncGenerator<Line[]>): Promise<Opening> {
  let lines: Line[] = []
  let length = 0
  for (let checked = 0; length <= MAX_FRONT_MATTER_LENGTH; ) {
    const batch = await batches.next()
    if (batch.done === true) break
    lines = lines.concat(batch.value)
    if (lines.length > 0 && lines[0]?.text.trimEnd() !== '---') break
    for (; checked < lines.length && length <= MAX_FRONT_MATTER_LENGTH; checked += 1) {
      const { text } = lines[checked] as Line
      length += text.length
      if (checked === 0 || !/^(?:---|\.\.\.)\s*$/.test(text)) continue
      const yaml = lines.slice(1, checked).map((line) => line.text)
      return { parsed: parseFrontMatter(yaml.join('\n')), rest: chain(lines.slice(checked + 1), batches) }
    }
  }
  return { parsed: { metadata: {}, warnings: [] }, rest: chain(lines, batches) }
}

async function* chain(first: Line[], others: AsyncGenerator<Line[]>): AsyncGenerator<Line[]> {
  yield first
  yield* others
}
