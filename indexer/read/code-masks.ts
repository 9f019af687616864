/**
 * Takes the code out of Markdown for a while, so that what looks like layout in it is left alone, and puts it back.
 * Marks are private-use characters, which no clean text has.
 */

/** Markdown whose code is marked only, and the way back. */
export type Masked = {
  text: string
  /** Replaces code in a text by a mark; for what turns out to be code later. */
  mask: (code: string) => string
  /** The text with its code in place. A mark at the beginning of a line may have been moved with the line. */
  unmask: (text: string) => string
}

const [OPEN, CLOSE] = ['\uE000', '\uE001']
const MARK = /^(?<before>.*?)\uE000(?<index>\d+)\uE001/
const MARKS = /\uE000(\d+)\uE001/g
/** A fence, behind what quotations and lists put before it. */
const FENCE = /^(?<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?<fence>`{3,}(?=[^`]*$)|~{3,})/

/** Marks fenced code and code in lines (`like this`). */
export function maskCode(markdown: string): Masked {
  const codes: { code: string; isFenced: boolean }[] = []
  const mark = (code: string, isFenced: boolean): string => {
    codes.push({ code, isFenced })
    return `${OPEN}${codes.length - 1}${CLOSE}`
  }
  const unmaskLine = (line: string): string => {
    if (!line.includes(OPEN)) return line
    const { before = '', index } = MARK.exec(line)?.groups ?? {}
    const first = codes[Number(index)]
    if (first?.isFenced !== true) return line.replace(MARKS, (_, at) => codes[at]?.code ?? '')
    const below = before.replace(/[^\s>]/g, ' ')
    const lines = first.code.split('\n')
    return lines.map((code, at) => `${at === 0 ? before : below}${code}`).join('\n')
  }
  return {
    text: maskSpans(maskFences(markdown, mark), (code) => mark(code, false)),
    mask: (code) => mark(code, true),
    unmask: (text) => (codes.length === 0 ? text : text.split('\n').map(unmaskLine).join('\n')),
  }
}

function maskFences(markdown: string, mark: (code: string, isFenced: boolean) => string): string {
  if (!/`{3}|~{3}/.test(markdown)) return markdown
  const out: string[] = []
  let open: { before: string; fence: string; lines: string[] } | null = null
  const close = (): void => {
    if (open !== null) out.push(`${open.before}${mark(open.lines.join('\n'), true)}`)
    open = null
  }
  for (const line of markdown.split('\n')) {
    if (open === null) {
      const { before = '', fence } = FENCE.exec(line)?.groups ?? {}
      if (fence === undefined) out.push(line)
      else open = { before, fence, lines: [line.slice(before.length)] }
      continue
    }
    const { before, fence, lines }: { before: string; fence: string; lines: string[] } = open
    const indent = /^[ \t>]*/.exec(line.slice(0, before.length))?.[0].length ?? 0
    const code = line.slice(indent)
    const end = code.trim()
    const isEnd = end.length >= fence.length && end === (fence[0] as string).repeat(end.length)
    lines.push(isEnd ? end : code)
    if (isEnd) close()
  }
  close()
  return out.join('\n')
}

/** Code in lines: between two runs of as many backticks in one paragraph. */
function maskSpans(text: string, mark: (code: string) => string): string {
  if (!text.includes('`')) return text
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => (paragraph.includes('`') ? maskSpansIn(paragraph, mark) : paragraph))
    .join('')
}

function maskSpansIn(paragraph: string, mark: (code: string) => string): string {
  const runs = [...paragraph.matchAll(/(?<!\\)`+/g)].map(({ 0: run, index }) => ({
    index,
    length: run.length,
  }))
  const places = new Map<number, number[]>()
  for (const [at, { length }] of runs.entries()) {
    const known = places.get(length)
    if (known === undefined) places.set(length, [at])
    else known.push(at)
  }
  const next = new Map<number, number>()
  let out = ''
  let end = 0
  for (let at = 0; at < runs.length; at += 1) {
    const { index, length } = runs[at] as (typeof runs)[number]
    const same = places.get(length) as number[]
    let pointer = next.get(length) ?? 0
    while (pointer < same.length && (same[pointer] as number) <= at) pointer += 1
    next.set(length, pointer)
    const closing = same[pointer]
    if (closing === undefined) continue
    const stop = (runs[closing] as (typeof runs)[number]).index + length
    out += paragraph.slice(end, index) + mark(paragraph.slice(index, stop))
    end = stop
    at = closing
  }
  return out + paragraph.slice(end)
}
