/**
 * Lines of roff → requests and text, in the order in which they are shown: comments are gone, what is only for a printer
 * too, and macros that the page defines stand as what they consist of. No other file is read, and nothing is run.
 */
import { argumentsOf, type Definitions } from './definitions.ts'
import { interpolated, wordsOf } from './escapes.ts'

/** A request or macro with what follows its name, or text (`name` is empty). */
export type RoffLine = { name: string; rest: string }

/** Macros in macros. */
const MAX_DEPTH = 8
/** Characters that macros may grow to beside the page. */
const MAX_EXPANDED = 2_000_000
/** Longer lines of macros and arguments are cut: no page needs them. */
const MAX_LINE = 1000

/** Macros that mean the same whatever a page defines for old formatters. */
const KEPT = new Set(
  'TH SH SS TP TQ IP PP LP P EX EE UR UE MT ME SY YS OP MR TS TE EQ EN B I R BI BR IB IR RB RI'.split(' '),
)

const REQUEST = /^[.'][ \t]*(?<name>[^\s\\."'][^\s\\]*|\\?\})?(?<rest>.*)$/s

/** The lines of a page. `definitions` gets what it defines, as it goes on. */
export function* expand(lines: readonly string[], definitions: Definitions): Generator<RoffLine> {
  yield* expandAll(joined(lines), definitions, { left: MAX_EXPANDED }, 0)
}

/** Without comments; a line that ends in a backslash goes on in the next one. */
function joined(lines: readonly string[]): string[] {
  const found: string[] = []
  let held = ''
  for (const line of lines) {
    const text = line.replace(/(?<!\\)((?:\\\\)*)\\["#].*$/, '$1')
    const isComment = text !== line && /^[.']?[ \t]*$/.test(text)
    if (isComment) continue
    if (/(?<!\\)(?:\\\\)*\\$/.test(text) && held.length < 10_000) held += text.slice(0, -1)
    else {
      found.push(held + text)
      held = ''
    }
  }
  if (held !== '') found.push(held)
  return found
}

type Budget = { left: number }

function* expandAll(
  given: readonly string[],
  definitions: Definitions,
  budget: Budget,
  depth: number,
): Generator<RoffLine> {
  // What conditions leave of a line is the next one.
  const [lines, heads] = [given, [] as string[]]
  const outcomes: boolean[] = []
  let at = 0
  while (heads.length > 0 || at < lines.length) {
    const line = heads.pop() ?? (lines[at++] as string)
    const { name = '', rest = '' } = REQUEST.exec(line)?.groups ?? {}
    if (!/^[.']/.test(line)) {
      yield { name: '', rest: line.replace(/\\[{}]/g, '') }
      continue
    }
    if (name === '' || /^\\?\}/.test(name)) {
      const text = rest.replace(/^\s*\\\}/, '').trim()
      if (/^[.']/.test(text)) heads.push(text)
      continue
    }
    switch (name) {
      case 'if':
      case 'ie':
      case 'el':
      case 'while': {
        const { isTrue, body } =
          name === 'el'
            ? { isTrue: outcomes.pop() === false, body: rest.trim() }
            : conditionOf(rest.trim(), definitions)
        if (name === 'ie') outcomes.push(isTrue)
        if (isTrue && name !== 'while') {
          const text = body.replace(/^\\\{\s*/, '').replace(/\\\}\s*$/, '')
          if (text !== '') heads.push(text)
        } else at = afterBlock(body, lines, at)
        break
      }
      case 'de':
      case 'de1':
      case 'am':
      case 'ig': {
        const [macro = '', end = ''] = argumentsOf(rest).map(({ text }) => text)
        const last = name === 'ig' ? macro : end
        const close = afterDefinition(lines, at, last === '' ? '.' : last)
        const body = lines.slice(at, close - 1).map((one) => one.slice(0, MAX_LINE).replaceAll('\\\\', '\\'))
        if (name !== 'ig' && macro !== '' && !KEPT.has(macro)) {
          const before = name === 'am' ? (definitions.macros.get(macro) ?? []) : []
          definitions.macros.set(macro, [...before, ...body].slice(0, 500))
        }
        at = close
        break
      }
      case 'do':
        heads.push(`.${rest.trim()}`)
        break
      default: {
        const body = definitions.macros.get(name)
        if (body !== undefined && depth < MAX_DEPTH && budget.left > 0) {
          const expanded = withArguments(body, rest)
          budget.left -= expanded.reduce((sum, { length }) => sum + length, 100)
          yield* expandAll(expanded, definitions, budget, depth + 1)
        } else if (!define(name, rest, definitions)) yield { name, rest: rest.replace(/\\\}\s*$/, '').trim() }
      }
    }
  }
}

/** The body of a macro with what it is called with. */
function withArguments(body: readonly string[], rest: string): string[] {
  const given = argumentsOf(rest).map(({ text }) => text.slice(0, MAX_LINE))
  const all = given.join(' ').slice(0, MAX_LINE)
  const count = String(given.length)
  return body.map((line) =>
    line
      .replace(/\\n(?:\(\.\$|\[\.\$\])/g, count)
      .replace(/\\\$(?:([1-9])|[*@]|\(..|\[\d+\])/g, (_, place?: string) =>
        place === undefined ? all : (given[Number(place) - 1] ?? ''),
      )
      .slice(0, 5000),
  )
}

/** Strings, numbers and replaced characters; whether it was a request of these. */
function define(name: string, rest: string, definitions: Definitions): boolean {
  const [, key = '', value = ''] = /^\s*(\S+)(?:[ ]+"?(.*))?$/s.exec(rest) ?? []
  switch (name) {
    case 'ds':
    case 'ds1':
      definitions.strings.set(key, value.slice(0, 1000))
      return true
    case 'as':
      definitions.strings.set(key, `${definitions.strings.get(key) ?? ''}${value}`.slice(0, 1000))
      return true
    case 'nr': {
      const number = Number.parseInt(interpolated(value, definitions).replace(/^[+]/, ''), 10)
      definitions.registers.set(key, Number.isNaN(number) ? 0 : number)
      return true
    }
    case 'rm':
      definitions.macros.delete(key)
      definitions.strings.delete(key)
      return true
    case 'rr':
      definitions.registers.delete(key)
      return true
    case 'als': {
      const body = definitions.macros.get(value.trim())
      definitions.macros.set(key, body ?? [`.${value.trim()} \\$*`])
      return true
    }
    case 'tr': {
      const signs = rest.trim().match(/\\\(..|\\\[[^\]]*\]|\\.|[\s\S]/g) ?? []
      for (let at = 0; at + 1 < signs.length; at += 2) {
        const named = /^\\\((..)|^\\\[([^\]]*)\]/.exec(signs[at] as string)
        const sign = named?.[1] ?? named?.[2]
        if (sign !== undefined)
          definitions.shown.set(sign, wordsOf(signs[at + 1] as string, definitions).words)
      }
      return true
    }
    default:
      return false
  }
}

/** Whether a condition holds where the page is shown on a screen, and what follows it. */
function conditionOf(text: string, definitions: Definitions): { isTrue: boolean; body: string } {
  const isNegated = text.startsWith('!')
  const about = interpolated(isNegated ? text.slice(1).trimStart() : text, definitions)
  const outcome = (isTrue: boolean, length: number): { isTrue: boolean; body: string } => ({
    isTrue: isTrue !== isNegated,
    body: about.slice(length).trimStart(),
  })
  const defined = /^([dr])\s*(\S+)\s?/.exec(about)
  if (defined !== null && !/^[dr]\S/.test(about)) {
    const key = defined[2] as string
    const isKnown =
      defined[1] === 'r'
        ? definitions.registers.has(key)
        : definitions.macros.has(key) || definitions.strings.has(key) || KEPT.has(key)
    return outcome(isKnown, defined[0].length)
  }
  const kind = /^([nteov])(?=\s|\\\{|\.|$)/.exec(about)
  if (kind !== null) return outcome(kind[1] === 'n' || kind[1] === 'o', 1)
  const texts = /^(['"])(.*?)\1(.*?)\1/s.exec(about)
  if (texts !== null) return outcome(texts[2] === texts[3], texts[0].length)
  const number = /^\(*(-?\d+)[a-z]?\)*(?:\s*(==?|>=?|<=?)\s*\(*(-?\d+)[a-z]?\)*)?/.exec(about)
  if (number !== null) return outcome(compared(number), rest(about, number[0].length))
  const other = /^\S+/.exec(about)?.[0] ?? ''
  return outcome(false, other.length)
}

/** Where what an expression goes on with ends: `(\n(rF:(\n(.g==0))`. */
function rest(text: string, start: number): number {
  return start + (/^[^\s\\.]*/.exec(text.slice(start))?.[0].length ?? 0)
}

function compared([, left, sign, right]: readonly (string | undefined)[]): boolean {
  const [a, b] = [Number(left), Number(right)]
  if (sign === undefined) return a > 0
  if (sign.startsWith('=')) return a === b
  if (sign === '>') return a > b
  if (sign === '<') return a < b
  return sign === '>=' ? a >= b : a <= b
}

/** The line behind a block that is not shown, which begins with `text` and goes on from `at`. */
function afterBlock(text: string, lines: readonly string[], at: number): number {
  const change = (line: string): number =>
    (line.match(/\\\{/g)?.length ?? 0) - (line.match(/\\\}/g)?.length ?? 0)
  let open = change(text)
  let end = at
  while (open > 0 && end < lines.length) {
    open += change(lines[end] as string)
    end += 1
  }
  return end
}

/** The line behind a definition that `.end` closes. */
function afterDefinition(lines: readonly string[], at: number, end: string): number {
  for (let line = at; line < lines.length; line += 1) {
    const text = lines[line] as string
    if (/^[.']/.test(text) && text.slice(1).trim() === end) return line + 1
  }
  return lines.length + 1
}
