/** A tiny evaluator of filter expressions, so that tests can say what an expression means without an engine. */

/** A record's fields, all of them lists. */
export type Fields = Record<string, readonly string[]>

const TOKEN = /\s*([()[\],]|[A-Za-z]+|"(?:[^"\\]|\\.)*")/y

function tokensOf(expression: string): string[] {
  const tokens: string[] = []
  for (let at = 0; at < expression.trimEnd().length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const [, token] = TOKEN.exec(expression) ?? []
    if (token === undefined) throw new Error(`No token at ${at} of ${expression}`)
    tokens.push(token)
  }
  return tokens
}

/**
 * Whether a record fulfills an expression of `field IN ["…"]`, NOT, AND, OR and parentheses; an empty one is
 * fulfilled by all.
 *
 * @throws if the expression is not of this grammar
 */
export function fulfills(record: Fields, expression: string): boolean {
  if (expression === '') return true
  const tokens = tokensOf(expression)
  let at = 0
  const expect = (token: string): void => {
    if (tokens[at] !== token) throw new Error(`${token} expected, not ${tokens[at]}, in ${expression}`)
    at += 1
  }
  const disjunction = (): boolean => {
    let value = conjunction()
    while (tokens[at] === 'OR') {
      at += 1
      value = conjunction() || value
    }
    return value
  }
  const conjunction = (): boolean => {
    let value = term()
    while (tokens[at] === 'AND') {
      at += 1
      value = term() && value
    }
    return value
  }
  const term = (): boolean => {
    if (tokens[at] === 'NOT') {
      at += 1
      return !term()
    }
    if (tokens[at] === '(') {
      at += 1
      const value = disjunction()
      expect(')')
      return value
    }
    const field = tokens[at] ?? ''
    at += 1
    expect('IN')
    expect('[')
    const values: string[] = []
    while (tokens[at] !== ']') {
      values.push(JSON.parse(tokens[at] ?? '') as string)
      at += 1
      if (tokens[at] === ',') at += 1
    }
    expect(']')
    return values.some((value) => record[field]?.includes(value))
  }
  const value = disjunction()
  if (at < tokens.length) throw new Error(`${tokens[at]} is too much in ${expression}`)
  return value
}
