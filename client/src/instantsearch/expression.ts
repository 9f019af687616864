/** The parameter `filters`: `lang:it AND (topic:ai OR topic:"hpc") AND date >= 1700000000000`. Pure. */
import { type Condition, comparison, facetConditions, unsupported } from './filters.ts'

/** Reads an expression: conditions joined by AND, of which each may be alternatives joined by OR. */
export function expressionConditions(text: string): Condition[] {
  if (text.trim() === '') return []
  return parts(text, 'AND').flatMap((part) => {
    const members = parts(unwrapped(part), 'OR').map(unwrapped)
    if (members.length === 1 && members[0] !== part) return expressionConditions(members[0] ?? '')
    const isComparison = members.map((member) => /^\w+\s*(?:[<>=]|:\s*-?[\d.]+\s+TO\s)/.test(member))
    if (members.length === 1 && isComparison[0]) return comparison(members[0] ?? '')
    if (isComparison.includes(true)) throw unsupported(`Numbers cannot be alternatives: ${part}.`)
    return facetConditions([members.map(facetOf)])
  })
}

function facetOf(member: string): string {
  const [, not, attribute, quoted, single, plain] =
    /^(NOT\s+)?([\w.]+)\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'()]+))$/.exec(member) ?? []
  if (attribute === undefined) throw unsupported(`The filter "${member}" is not understood.`)
  const value = plain ?? (quoted ?? single ?? '').replace(/\\(.)/g, '$1')
  return `${attribute}:${not === undefined ? value.replace(/^-/, '\\-') : `-${value}`}`
}

/** What stands between the words `word`, outside of quotation marks and parentheses. */
function parts(text: string, word: 'AND' | 'OR'): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()]|\b(?:AND|OR)\b/g
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (token !== word || depth !== 0) continue
    found.push(text.slice(from, index).trim())
    from = index + word.length
  }
  if (depth !== 0) throw unsupported(`The parentheses of the filter "${text}" do not match.`)
  return [...found, text.slice(from).trim()]
}

/** Without the parentheses around all of it. */
function unwrapped(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text
  let depth = 0
  for (const [index, char] of [...text].entries()) {
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth === 0 && index < [...text].length - 1) return text
  }
  return unwrapped(text.slice(1, -1).trim())
}
