/** The numbers that a program writes before paragraphs and does not store in them: "Art. 3", "1.2", "b)". */

/** A level of a list. */
export type ListLevel = {
  /** What stands before a paragraph, `%1` to `%9` for the numbers of the levels; empty for bullets. */
  label: string
  /** How the number of this level is written. */
  format: 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman' | 'none'
  start: number
}

/** Counts on in a list, and gives what stands before its next paragraph on a level (from 0); may be empty. */
export type Counter = (list: string, level: number) => string

/** A counter for the lists of one document. `levels` gives the levels of a list; those of one `key` count together. */
export function createCounter(
  levels: (list: string) => { key: string; levels: readonly ListLevel[] } | undefined,
): Counter {
  const counts = new Map<string, number[]>()
  return (list, level) => {
    const found = levels(list)
    const own = found?.levels[level]
    if (found === undefined || own === undefined) return ''
    const numbers = counts.get(found.key) ?? []
    counts.set(found.key, numbers)
    numbers[level] = numbers[level] === undefined ? own.start : numbers[level] + 1
    numbers.length = level + 1
    return own.label.replace(/%([1-9])/g, (_, which: string) => {
      const at = Number(which) - 1
      const { format = 'decimal', start = 1 } = found.levels[at] ?? {}
      return written(numbers[at] ?? start, format)
    })
  }
}

function written(number: number, format: ListLevel['format']): string {
  if (format === 'none') return ''
  if (format === 'decimal' || number < 1 || number > 3999) return String(number)
  const text = /Letter/.test(format) ? letters(number) : roman(number)
  return format.startsWith('upper') ? text.toUpperCase() : text
}

/** a to z, then aa, bb, as word processors count. */
function letters(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(20, Math.floor((number - 1) / 26) + 1))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  let rest = number
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return sign.repeat(times)
  }).join('')
}
