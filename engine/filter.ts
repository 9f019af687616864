/** Filter expressions of Meilisearch: the only place where values are quoted. */

const SPECIAL = /["\\]/

/** A value, quoted so that nothing in it can end the quotation. Hundreds go into a search, hardly any is special. */
function quoted(value: string): string {
  return SPECIAL.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`
}

/** True for records whose `field` is, or contains, one of `values`; for none if there are no values. */
export function isIn(field: string, values: readonly string[]): string {
  return `${field} IN [${values.map(quoted).join(',')}]`
}

/** True where all are; for every record if there are none. */
export function and(expressions: readonly string[]): string {
  const conditions = expressions.filter((expression) => expression !== '')
  return conditions.length > 1 ? `(${conditions.join(' AND ')})` : (conditions[0] ?? '')
}

/** True where any is. An empty expression among them is true for every record, and so is the whole. */
export function or(expressions: readonly string[]): string {
  if (expressions.includes('')) return ''
  return expressions.length > 1 ? `(${expressions.join(' OR ')})` : (expressions[0] ?? '')
}

/** True where the expression is not. */
export function not(expression: string): string {
  return `NOT ${expression}`
}
