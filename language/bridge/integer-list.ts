/** A list of 32-bit integers that grows: 4 bytes an element, where an array of numbers takes 8 and more. */
import { enlarge } from '../enlarge.ts'

/** A growing list. */
export type IntegerList = {
  push: (value: number) => void
  length: () => number
  /** The elements, in a typed array of their own. */
  toArray: () => Int32Array
}

const FIRST_CAPACITY = 1024

/** An empty list. */
export function createIntegerList(): IntegerList {
  let values = new Int32Array(FIRST_CAPACITY)
  let length = 0
  return {
    push: (value) => {
      if (length === values.length) values = enlarge(values, length * 2)
      values[length] = value
      length += 1
    },
    length: () => length,
    toArray: () => values.slice(0, length),
  }
}
