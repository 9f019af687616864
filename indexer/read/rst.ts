/**
 * reStructuredText, also as Sphinx takes it → a document. Titles, paragraphs, lists, tables, notes, code; directives of
 * layout (contents, indexes, images without words) are no text, and nothing is included from other files.
 */
import type { Block, Metadata, ReadDocument } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import { cleanCharacters } from './characters.ts'
import type { Content } from './content.ts'
import { fieldsOf } from './front-matter-fields.ts'
import type { MarkdownText } from './markdown-text.ts'
import { ownWords } from './own-words.ts'
import { type Substitutions, wordsOfRst } from './rst-inline.ts'
import { isTableBorder, rowsOf, tableLines } from './rst-tables.ts'
import { allLines, indentOf } from './whole-text.ts'

/** Directives whose content is code. */
const CODE = names(
  'code code-block sourcecode highlight parsed-literal math productionlist doctest testcode testsetup',
)
const CODE_TOO = names('testoutput testcleanup prompt ipython literal graphviz digraph uml mermaid')
/** Directives without words for a reader. */
const SILENT = names(
  'toctree contents index raw include literalinclude meta default-role role module currentmodule highlightlang sectnum',
  'tabularcolumns codeauthor sectionauthor moduleauthor autosummary image only-html unicode replace date class target-notes',
)
/** Directives whose argument is text. */
const TITLED = names(
  'note warning tip hint important caution danger attention error admonition topic sidebar rubric seealso todo',
  'versionadded versionchanged deprecated versionremoved deprecated-removed csv-table list-table table figure glossary',
  'epigraph highlights pull-quote compound container',
)
const FIELD = /^:(?<name>[^:\s][^:]{0,80}):(?:\s+(?<value>.*)|)$/
/** `:param str name:` describes a name. */
const PARAMETER =
  /^(?:param(?:eter)?|arg(?:ument)?|key(?:word)?|i?var|cvar|raises?|type)\s+(?:\S+\s+)?(?=\S+$)/
const DIRECTIVE = /^\.\. (?:\|(?<substitution>[^|]+)\| )?(?<name>[A-Za-z][\w.+:-]*)::(?:\s+(?<argument>.*)|)$/
const LIST_ITEM = /^(?<marker>(?:[-*+•‣⁃]|\(?(?:\d{1,4}|[a-zA-Z]|#|[ivxlcIVXLC]{1,6})[.)])\s+)(?=\S)/
const PUNCTUATION = /^([!-/:-@[-`{-~])\1{2,}\s*$/
/** Deeper than anyone writes. */
const MAX_DEPTH = 30

function names(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}

/**
 * Reads reStructuredText. Fields at the top are its metadata. Title styles have the levels of the order in which they
 * come.
 *
 * @throws {IndexingError} `EMPTY_FILE`, `BINARY_FILE` or `UNKNOWN_ENCODING`
 */
export async function readRst(content: Content): Promise<ReadDocument> {
  const { lines, metadata, warnings } = await allLines(content)
  const fields = fieldsOf(docinfoOf(lines))
  const found: Metadata = { ...fields.metadata, ...metadata }
  return {
    metadata: found,
    blocks: ownWords(found, toBlocks(lines)),
    warnings: [...warnings, ...fields.warnings],
  }
}

/** Fields right at the top or below the title, and those of a directive `meta`. */
function docinfoOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const take = (line: string): boolean => {
    const { name, value = '' } = FIELD.exec(line.trim())?.groups ?? {}
    if (name !== undefined && !fields.has(name))
      fields.set(name, value.replace(/^\$\w+:\s*(.*?)\s*\$$/, '$1'))
    return name !== undefined
  }
  let at = 0
  const skipBlank = (): void => {
    while (at < lines.length && isEmpty(lines[at])) at += 1
  }
  skipBlank()
  const title = titleAt(lines, at)
  if (title !== null) at += title.length
  skipBlank()
  while (at < lines.length && take(lines[at] as string)) {
    at += 1
    while (/^\s+\S/.test(lines[at] ?? '')) at += 1
  }
  const meta = lines.findIndex((line) => /^\.\. meta::\s*$/.test(line))
  for (at = meta + 1; meta !== -1 && /^\s+:/.test(lines[at] ?? ''); at += 1) take(lines[at] as string)
  return fields
}

async function* toBlocks(lines: readonly string[]): AsyncGenerator<Block> {
  const make = createBlockMaker()
  const substitutions = substitutionsOf(lines)
  const styles: string[] = []
  for (const { text, level, isCode } of textsOfRst(lines, { substitutions, styles, depth: 0 }))
    yield* make(cleanCharacters(text), level, isCode ? { isCode } : {})
}

function substitutionsOf(lines: readonly string[]): Substitutions {
  const found = new Map<string, string>()
  for (const line of lines) {
    const { substitution, name, argument = '' } = DIRECTIVE.exec(line)?.groups ?? {}
    if (substitution !== undefined) found.set(substitution.toLowerCase(), name === 'replace' ? argument : '')
  }
  return found
}

/** A section title at a line: its text, style, and how many lines it takes. */
function titleAt(
  lines: readonly string[],
  at: number,
): { text: string; style: string; length: number } | null {
  const [first = '', second = '', third = ''] = lines.slice(at, at + 3)
  const isLine = (line: string, text: string): boolean =>
    PUNCTUATION.test(line) &&
    line.trim().length >= Math.min(text.trim().length, 3) &&
    line.trim().length * 2 >= text.trim().length
  if (PUNCTUATION.test(first) && !isEmpty(second) && third.trim() === first.trim() && isLine(first, second)) {
    return { text: second.trim(), style: `${first[0]}${first[0]}`, length: 3 }
  }
  if (isEmpty(first) || /^\s/.test(first) || PUNCTUATION.test(first) || !isLine(second, first)) return null
  return { text: first.trim(), style: second[0] as string, length: 2 }
}

type State = { substitutions: Substitutions; styles: string[]; depth: number }

function* textsOfRst(lines: readonly string[], state: State): Generator<MarkdownText> {
  const { substitutions, styles, depth } = state
  const words = (text: string): string => wordsOfRst(text, substitutions)
  const inside = function* (content: readonly string[]): Generator<MarkdownText> {
    if (depth < MAX_DEPTH) yield* textsOfRst(content, { ...state, depth: depth + 1 })
    else yield { text: words(content.join(' ')), level: 0 }
  }
  let at = 0
  while (at < lines.length) {
    const line = lines[at] as string
    if (isEmpty(line)) {
      at += 1
      continue
    }
    const title = depth === 0 ? titleAt(lines, at) : null
    if (title !== null) {
      if (!styles.includes(title.style)) styles.push(title.style)
      yield { text: words(title.text), level: Math.min(styles.indexOf(title.style) + 1, 6) }
      at += title.length
      if (at <= 6) at = afterFields(lines, at)
      continue
    }
    if (at === 0 && depth === 0 && FIELD.test(line)) {
      at = afterFields(lines, 0)
      if (at > 0) continue
    }
    if (isTableBorder(line) !== null) {
      const table = tableLines(lines, at)
      for (const row of rowsOf(table)) yield { text: row.map(words).join(' | '), level: 0 }
      at += table.length
      continue
    }
    if (PUNCTUATION.test(line)) {
      at += 1
      continue
    }
    if (/^\.\.(?:\s|$)/.test(line) || /^__ /.test(line)) {
      const content = below(lines, at + 1, 1)
      yield* textsOfMarkup(line, dedent(content), words, inside)
      at += 1 + content.length
      continue
    }
    if (/^\s/.test(line)) {
      const content = below(lines, at, 1)
      yield* inside(dedent(content))
      at += content.length
      continue
    }
    if (line.startsWith('>>> ')) {
      let end = at
      while (end < lines.length && !isEmpty(lines[end])) end += 1
      yield { text: lines.slice(at, end).join(' '), level: 0, isCode: true }
      at = end
      continue
    }
    const marker = LIST_ITEM.exec(line)?.groups?.marker
    const field = FIELD.exec(line)?.groups
    if (marker !== undefined || field !== undefined) {
      const content = below(lines, at + 1, field === undefined ? Math.min(marker?.length ?? 1, 3) : 1)
      const first =
        field === undefined
          ? line.slice(marker?.length)
          : `${(field.name ?? '').replace(PARAMETER, '')}: ${field.value ?? ''}`
      yield* inside([first, ...dedent(content)])
      at += 1 + content.length
      continue
    }
    let end = at + 1
    while (end < lines.length && !isEmpty(lines[end]) && indentOf(lines[end] as string) === 0) end += 1
    // A term, with what it means further to the right below it.
    const text = lines
      .slice(at, end)
      .map((one) => one.replace(/^\| ?/, ''))
      .join('\n')
    const isLiteral = /::\s*$/.test(text)
    const shown = isLiteral ? text.replace(/(\s|^)::\s*$/, '$1').replace(/::\s*$/, ':') : text
    yield { text: words(shown), level: 0 }
    at = end
    if (!isLiteral) continue
    while (at < lines.length && isEmpty(lines[at])) at += 1
    const code = below(lines, at, 1)
    if (code.length > 0) yield { text: code.join(' ').replace(/\s+/g, ' ').trim(), level: 0, isCode: true }
    at += code.length
  }
}

/** Directives, notes, targets and comments: all that begins with two points. */
function* textsOfMarkup(
  line: string,
  content: string[],
  words: (text: string) => string,
  inside: (content: readonly string[]) => Generator<MarkdownText>,
): Generator<MarkdownText> {
  const note = /^\.\. \[(?:[\w.#*-]{1,60})\]\s+(.*)$/.exec(line)?.[1]
  if (note !== undefined) return yield* inside([note, ...content])
  const { substitution, name: full = '', argument = '' } = DIRECTIVE.exec(line)?.groups ?? {}
  if (substitution !== undefined || full === '') return
  const name = full.toLowerCase()
  const alt = content.map((one) => /^:alt:\s+(.+)$/.exec(one)?.[1]).find((one) => one !== undefined)
  let start = 0
  while (start < content.length && /^:[\w-]+:/.test(content[start] as string)) start += 1
  const body = content.slice(start)
  if (CODE.has(name) || CODE_TOO.has(name)) {
    const text = (name === 'math' ? [argument, ...body] : body).join(' ').replace(/\s+/g, ' ').trim()
    if (text !== '') yield { text, level: 0, isCode: true }
    return
  }
  if (alt !== undefined) yield { text: words(alt), level: 0 }
  if (SILENT.has(name)) return
  if (name === 'figure') return yield* inside(body)
  const isTitled = TITLED.has(name)
  if (argument !== '' && (isTitled || body.some((one) => !isEmpty(one))) && name !== 'only') {
    // What a domain describes: its signature.
    yield { text: words(argument), level: 0, ...(isTitled ? {} : { isCode: true as const }) }
  }
  if (name === 'csv-table') {
    for (const row of body) yield { text: words(row.replace(/"/g, '').replace(/\s*,\s*/g, ' | ')), level: 0 }
  } else yield* inside(body)
}

function afterFields(lines: readonly string[], start: number): number {
  let at = start
  while (at < lines.length && isEmpty(lines[at])) at += 1
  if (!FIELD.test(lines[at] ?? '')) return start
  while (at < lines.length && (FIELD.test(lines[at] as string) || /^\s+\S/.test(lines[at] as string))) at += 1
  return at
}

/** The lines from one on that are indented so far, blank ones between them included. */
function below(lines: readonly string[], start: number, indent: number): string[] {
  let end = start
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] as string
    if (isEmpty(line)) continue
    if (indentOf(line) < indent) break
    end = at + 1
  }
  return lines.slice(start, end)
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => !isEmpty(line)).map(indentOf)
  const least = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return lines.map((line) => line.replace(/\t/g, '        ').slice(Number.isFinite(least) ? least : 0))
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}
