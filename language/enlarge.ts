/** Typed arrays have a fixed length: to grow is to be copied into a longer one. */

/** The same values in an array of `length`, no shorter than theirs; zeros behind them. */
export function enlarge<Values extends Int32Array | Uint32Array>(values: Values, length: number): Values {
  const larger = new (values.constructor as new (length: number) => Values)(length)
  larger.set(values)
  return larger
}
