/** Work on the items of a stream that is begun some items ahead of where its results are taken, in their order. */

/**
 * Begins `work` on up to `count` items before the first result is taken.
 *
 * @returns each item with its work; one that fails rejects only where it is awaited
 */
export async function* ahead<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  count: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<{ item: Item; result: Promise<Result> }> {
  const begun: { item: Item; result: Promise<Result> }[] = []
  for await (const item of items) {
    const result = work(item)
    // Its turn may come much later, or never.
    result.catch(() => {})
    begun.push({ item, result })
    const [first] = begun
    if (begun.length > count && first !== undefined) {
      begun.shift()
      yield first
    }
  }
  yield* begun
}
