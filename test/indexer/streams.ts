/** Arrays as streams and back, for tests. */

/** All items of a stream. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = []
  for await (const item of items) collected.push(item)
  return collected
}

/** A stream of items. */
export async function* streamOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}
