/** `<pre>` → paragraphs: code stays in one piece, text that was set with spaces and empty lines is read as text. */
import { type HtmlElement, rawText } from './tree.ts'

/** A paragraph, a heading of level 2, or code. */
export type PreText = { text: string; level: number; isCode: boolean }

/** The texts of preformatted text, each on one line. */
export function readPre(element: HtmlElement): PreText[] {
  const raw = rawText(element)
  if (isCode(element, raw)) return [{ text: singleLine(raw), level: 0, isCode: true }]
  const texts: PreText[] = []
  const headings = new Set(captionLines(raw))
  for (const paragraph of raw.split(/\n[ \t]*(?:\n[ \t]*)+/)) {
    let lines: string[] = []
    const flush = (): void => {
      if (lines.length > 0) texts.push({ text: singleLine(joinLines(lines)), level: 0, isCode: false })
      lines = []
    }
    for (const text of paragraph.split('\n')) {
      if (headings.has(text)) {
        flush()
        texts.push({ text: singleLine(text), level: 2, isCode: false })
      } else lines.push(text)
    }
    flush()
  }
  return texts
}

const CODE_CLASS =
  /(?:^|[\s-])(?:highlight|code|source|programlisting|screen|language|lang|brush|hljs|prettyprint|example|verbatim|literal-block|console|terminal)/i

function isCode(element: HtmlElement, raw: string): boolean {
  const { parent } = element
  const marked = [element, parent, parent?.parent]
    .map((above) => above?.attributes.class ?? '')
    .some((classes) => CODE_CLASS.test(classes))
  const child = element.children.find((node) => typeof node !== 'string' || node.trim() !== '')
  if (marked || (typeof child === 'object' && /^(?:code|samp|kbd)$/.test(child.name))) return true
  return !isProse(raw)
}

/** So much of a long text tells what it is. */
const SAMPLE_LENGTH = 20_000

/** Lines of words rather than of signs: most are made of letters, and sentences end in them. */
function isProse(whole: string): boolean {
  const raw = whole.slice(0, SAMPLE_LENGTH)
  const ink = raw.match(/\S/g)?.length ?? 0
  const letters = raw.match(/\p{L}/gu)?.length ?? 0
  const signs = raw.match(/[{}<>;=$|\\_[\]#]/g)?.length ?? 0
  const stops = raw.match(/\p{Ll}[.:,](?=\s|$)/gu)?.length ?? 0
  return letters > 0.6 * ink && signs < 0.06 * ink && stops > 0 && raw.length > 120
}

/** Lines in capitals at the left edge above lines that are indented: NAME, SYNOPSIS. Fewer than two are none. */
function captionLines(raw: string): string[] {
  const lines = raw.split('\n')
  const found = lines.filter(
    (text, index) =>
      /^[\p{Lu}][\p{Lu}\p{N} ',/-]{2,60}$/u.test(text) && /^(?:[ \t]+\S|\s*$)/.test(lines[index + 1] ?? ''),
  )
  return found.length < 2 ? [] : found
}

/** A word that was parted at the end of a line is one word again. */
function joinLines(lines: string[]): string {
  return lines
    .map((text) => text.trim())
    .join('\n')
    .replace(/(?<=\p{Ll})[\u2010\u00AD]\n(?=\p{Ll})/gu, '')
}

function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
