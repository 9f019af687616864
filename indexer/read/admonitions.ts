/**
 * Fences of admonitions, tabs and containers in Markdown (Docusaurus, VuePress, Quarto, Material for MkDocs, GitHub,
 * Obsidian): `:::warning Title`, `!!! note "Title"`, `> [!TIP] Title`. The fence is layout; its title and what stands
 * inside is text.
 */

const COLONS = /^[ \t]*:{3,}[ \t]*(?<about>.*)$/
const INDENTED = /^(?<indent>[ \t]*)(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+(?<about>\S.*)$/
const CALLOUT = /^(?<quote>(?:[ \t]*>)+[ \t]*)\[![\w-]{1,30}\][+-]?[ \t]*(?<title>.*)$/
const CONTENT_INDENT = 4

/** Markdown, its code masked, without fences of admonitions. Each title is a paragraph. */
export function withoutAdmonitions(markdown: string): string {
  if (!/:::|!!!|\?\?\?|===|\[!/.test(markdown)) return markdown
  const out: string[] = []
  /** Indents of the contents that a line may stand in, outermost first. */
  let contents: number[] = []
  for (const line of markdown.split('\n')) {
    const indent = indentOf(line)
    if (line.trim() !== '') contents = contents.filter((content) => indent >= content)
    const text = contents.length === 0 ? line : withoutIndent(line, contents.length * CONTENT_INDENT)
    const colons = COLONS.exec(text)?.groups
    const block = INDENTED.exec(text)?.groups
    const callout = CALLOUT.exec(text)?.groups
    if (colons !== undefined) out.push('', titleOfFence(colons.about ?? ''), '')
    else if (block !== undefined) {
      out.push('', titleOfBlock(block.about ?? ''), '')
      contents.push(indent + CONTENT_INDENT)
    } else if (callout !== undefined) {
      out.push(`${callout.quote}${callout.title}`, `${callout.quote}`)
    } else out.push(text)
  }
  return out.join('\n')
}

/** Of `warning Da sapere`, `note[Da sapere]{open}`, `{.callout-tip title="Da sapere"}`. */
function titleOfFence(about: string): string {
  const given = /\btitle=(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/.exec(about)?.groups
  if (given !== undefined) return given.double ?? given.single ?? ''
  const plain = about.replace(/\{[^{}]*\}/g, '').trim()
  const bracketed = /^[\w-]+[ \t]*\[(.*)\]$/.exec(plain)?.[1]
  return bracketed ?? plain.replace(/^[\w-]+(?:[ \t]+|$)/, '').replace(/^"(.*)"$/, '$1')
}

/** Of `note "Da sapere"`, `note inline end`, `"Linux"`: only what stands in quotation marks. */
function titleOfBlock(about: string): string {
  return /"(?<title>[^"]*)"/.exec(about)?.groups?.title ?? ''
}

function indentOf(line: string): number {
  let indent = 0
  for (const sign of line) {
    if (sign === ' ') indent += 1
    else if (sign === '\t') indent += CONTENT_INDENT
    else break
  }
  return indent
}

function withoutIndent(line: string, width: number): string {
  let [at, removed] = [0, 0]
  while (removed < width && (line[at] === ' ' || line[at] === '\t')) {
    removed += line[at] === '\t' ? CONTENT_INDENT : 1
    at += 1
  }
  return line.slice(at)
}
