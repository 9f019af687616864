/** Numbers for things that are replaced now and then, so that it is seen which one an answer came of. */

/** Gives each thing a number of its own, the same each time. */
export function createNumbers(): (thing: object) => number {
  const numbers = new WeakMap<object, number>()
  let last = 0
  return (thing) => {
    const number = numbers.get(thing) ?? ++last
    numbers.set(thing, number)
    return number
  }
}
