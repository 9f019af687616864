/**
 * Markdown as site generators take it (Hugo, Jekyll, Eleventy, Zola, Docusaurus, VuePress, MkDocs, Quarto, Obsidian) →
 * Markdown with only what a reader sees. Code stays as it is.
 */
import { withoutAdmonitions } from './admonitions.ts'
import { type Pair, withoutBetween } from './between.ts'
import { maskCode } from './code-masks.ts'
import { bracesEnd, withoutComponents } from './components.ts'
import { withoutGrids } from './markdown-grids.ts'

/** Longer calls of templates are none. */
const MAX_CALL_LENGTH = 4_000

/** Pictures, formulas and programs, with all that stands in them. */
const UNSEEN: readonly Pair[] = [
  { open: '<!--', close: '-->' },
  ...['script', 'style', 'svg', 'math', 'iframe'].map((name) => ({ open: `<${name}`, close: `</${name}>` })),
]
const COMMENTS: readonly Pair[] = [
  { open: '{% comment %}', close: '{% endcomment %}' },
  { open: '{/*', close: '*/}' },
  { open: '{{/*', close: '*/}}' },
  { open: '{#-', close: '#}' },
]
const CALLS: readonly Pair[] = [
  { open: '{{<', close: '>}}', maxLength: MAX_CALL_LENGTH, instead: () => '' },
  { open: '{{%', close: '%}}', maxLength: MAX_CALL_LENGTH, instead: () => '' },
  { open: '{%', close: '%}', maxLength: MAX_CALL_LENGTH, instead: () => '' },
  { open: '{{', close: '}}', maxLength: MAX_CALL_LENGTH, instead: () => '' },
]

/** Code that is marked by calls: `{{< highlight go >}}`, `{% highlight go %}`, `{% raw %}`. */
const CODE_CALL =
  /(?:\{\{[<%][ \t]*(?:highlight|code)\b[^\n]{0,200}?[>%]\}\}|\{%-?[ \t]*(?:highlight|code)\b[^\n]{0,200}?%\})(?<code>.{0,20000}?)(?:\{\{[<%][ \t]*\/[ \t]*(?:highlight|code)[ \t]*[>%]\}\}|\{%-?[ \t]*end(?:highlight|code)[ \t]*-?%\})/gs

/** `{#id .class key="value"}` of headings, links, images; `{: .class }` of kramdown. */
const ATTRIBUTES =
  /[ \t]*\{(?::[^{}\n]{0,300}|[#.][A-Za-z_][^{}\n]{0,300}|[A-Za-z][\w-]{0,60}=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}]+)(?:[ \t][^{}\n]{0,300})?)\}/g
/** `[words]{.class}` of Pandoc. */
const SPAN = /\[([^[\]\n]{1,500})\](?=[ \t]*\{[.#][A-Za-z_][^{}\n]{0,300}\})/g

const EMBED = /!\[\[[^[\]\n]{1,500}\]\]/g
const WIKI_LINK = /\[\[(?:[^[\]|\n]{1,500}\\?\|)?([^[\]|\n]{1,500})\]\](?![([])/g
const NOTE = /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]?/gm
const NOTE_MARK = /\[\^[^\]\s]{1,200}\]/g
const CITATION = /\[-?@[\w:.#$%&+?<>~/-]{1,200}(?:[;,][^[\]\n]{0,300})?\]/g
const CONTENTS = /^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\]|\[\[toc\]\]|\$\{toc\})[ \t]*$/gim
const HIGHLIGHT = /(?<![=\w])==(?=[^\s=])([^=\n]{0,500}?[^\s=])==(?![=\w])/g

const IMPORT =
  /^import[ \t]+(?:type[ \t]+)?(?:[\w*{][^'"\n;]{0,500}[ \t]from[ \t]+)?(['"])[^'"\n]{1,300}\1[ \t]*;?[ \t]*$/gm
const LONG_IMPORT =
  /^import[ \t]+\{[^{}'"]{0,2000}\}[ \t\n]+from[ \t]+(['"])[^'"\n]{1,300}\1[ \t]*;?[ \t]*$/gm
const EXPORT =
  /^export[ \t]+(?:const|let|var|default|function|async|class|type|interface)\b[^\n]*(?:\n[^\n]*\S[^\n]*){0,200}/gm

/**
 * What a reader sees of Markdown.
 *
 * @param isMdx whether `{…}` is an expression and not text
 */
export function withoutLayout(markdown: string, isMdx: boolean): string {
  const masked = maskCode(markdown)
  let text = masked.text
  for (const pair of UNSEEN) text = withoutBetween(text, pair)
  if (text.includes('{')) {
    text = text.replace(
      CODE_CALL,
      (_, code: string) => `\n\n${masked.mask(`\`\`\`\n${code.trim()}\n\`\`\``)}\n\n`,
    )
    for (const pair of COMMENTS) text = withoutBetween(text, pair)
  }
  if (/^(?:import|export)\b/m.test(text)) {
    text = text.replace(IMPORT, '').replace(LONG_IMPORT, '').replace(EXPORT, '')
  }
  text = withoutComponents(text)
  if (text.includes('{')) {
    for (const pair of CALLS) text = withoutBetween(text, pair)
  }
  text = withoutAdmonitions(text)
  text = withoutGrids(text)
  if (text.includes('{')) text = text.replace(SPAN, '$1').replace(ATTRIBUTES, '')
  if (isMdx) text = withoutExpressions(text)
  if (text.includes('[')) text = withoutMarks(text)
  if (text.includes('==')) text = text.replace(HIGHLIGHT, '$1')
  text = withoutBetween(text, { open: '%%', close: '%%', maxLength: MAX_CALL_LENGTH })
  return masked.unmask(text)
}

/** Without marks of notes, of citations and of links in Obsidian; what they say stays. */
function withoutMarks(text: string): string {
  return text
    .replace(CONTENTS, '')
    .replace(EMBED, '')
    .replace(WIKI_LINK, '$1')
    .replace(NOTE, '\n')
    .replace(NOTE_MARK, '')
    .replace(CITATION, '')
}

function withoutExpressions(text: string): string {
  if (!text.includes('{')) return text
  let out = ''
  let from = 0
  let failed = 0
  for (let at = text.indexOf('{'); at !== -1 && failed < 1_000; at = text.indexOf('{', at)) {
    const end = text[at - 1] === '\\' ? -1 : bracesEnd(text, at)
    if (end === -1) {
      failed += 1
      at += 1
      continue
    }
    out += text.slice(from, at)
    from = end
    at = end
  }
  return out + text.slice(from)
}
