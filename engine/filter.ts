/** Filter expressions of Meilisearch: the only place where values are quoted. */

/** A value, quoted so that nothing in it can end the quotation. */
function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** True for records whose `field` is, or contains, one of `values`; for none if there are no values. */
export function isIn(field: string, values: readonly string[]): string {
  return `${field} IN [${values.map(quoted).join(',')}]`
}

/** True where all are; for every record if there are none. */
export function and(expressions: readonly string[]): string {
  const distinct = [...new Set(expressions.filter((expression) => expression !== ''))]
  return distinct.length > 1 ? `(${distinct.join(' AND ')})` : (distinct[0] ?? '')
}

/** True where any is. An empty expression among them is true for every record, and so is the whole. */
export function or(expressions: readonly string[]): string {
  const distinct = [...new Set(expressions)]
  if (distinct.includes('')) return ''
  return distinct.length > 1 ? `(${distinct.join(' OR ')})` : (distinct[0] ?? '')
}

/** True where the expression is not. */
export function not(expression: string): string {
  return `NOT ${expression}`
}
