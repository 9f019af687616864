/**
 * Reciprocal rank fusion: several orders of the same kind of things become one, by places alone, since what the orders
 * go by cannot be compared (Cormack, Clarke and Büttcher, SIGIR 2009). Pure.
 */

/** The constant of the paper: the larger, the less the first places of one order count against the rest of another. */
const K = 60

/**
 * Fuses orders of ids, best first, none of which has one twice.
 *
 * @returns every id once, best first; of equals those come first that an earlier order has, or has before
 */
export function fuse(orders: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>()
  for (const order of orders) {
    for (const [place, id] of order.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (K + place + 1))
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id)
}
