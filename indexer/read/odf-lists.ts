/** The numbers that OpenDocument texts have before headings and items of lists, which are not stored with them. */
import { createCounter, type ListLevel } from './numbering.ts'
import type { OdfStyles } from './odf.ts'
import { attributeOf, type XmlElement } from './xml.ts'

/** Follows the lists of a text. */
export type OdfLists = {
  start: (attributes: Readonly<Record<string, string>>) => void
  end: () => void
  /** A paragraph begins an item. */
  item: () => void
  /** What stands before the next paragraph in the list; empty if it is not the first of its item. */
  label: () => string
  /** What stands before a heading outside of lists. */
  headingLabel: (outline: number) => string
  isInside: () => boolean
}

/** The lists of one text, from its beginning. */
export function createOdfLists(styles: OdfStyles): OdfLists {
  const counter = createCounter((key) => {
    const name = key.replace(/\n.*$/s, '')
    const levels = styles.lists.get(name)?.map(toLevel)
    return levels === undefined ? undefined : { key, levels }
  })
  const keys = new Map<string, string>()
  const last = new Map<string, string>()
  let [depth, style, key, isFresh, count] = [0, '', '', false, 0]
  return {
    start(attributes) {
      depth += 1
      if (depth > 1) return
      const element = { attributes }
      style = attributeOf(element, 'text:style-name') ?? ''
      const continued = keys.get(attributeOf(element, 'text:continue-list') ?? '')
      const goesOn = attributeOf(element, 'text:continue-numbering') === 'true' ? last.get(style) : undefined
      count += 1
      key = continued ?? goesOn ?? `${style}\n${count}`
      const id = attributeOf(element, 'xml:id')
      if (id !== undefined) keys.set(id, key)
      last.set(style, key)
    },
    end() {
      depth = Math.max(0, depth - 1)
    },
    item() {
      isFresh = true
    },
    label() {
      if (depth === 0 || !isFresh) return ''
      isFresh = false
      return counter(key, depth - 1)
    },
    headingLabel: (outline) => counter('outline', outline - 1),
    isInside: () => depth > 0,
  }
}

const FORMATS: Readonly<Record<string, ListLevel['format']>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

function toLevel(element: XmlElement, index: number): ListLevel {
  const format = FORMATS[attributeOf(element, 'style:num-format') ?? '']
  const start = Number(attributeOf(element, 'text:start-value') ?? 1)
  const [before, behind] = ['style:num-prefix', 'style:num-suffix'].map(
    (name) => attributeOf(element, name) ?? '',
  )
  const shown = Math.min(
    index + 1,
    Math.max(1, Number(attributeOf(element, 'text:display-levels') ?? 1) || 1),
  )
  const numbers = Array.from({ length: shown }, (_, at) => `%${index - shown + at + 2}`).join('.')
  // Newer programs say all of it in one, `%1%.%2%)`, and mean that.
  const whole = attributeOf(element, 'style:num-list-format')?.replace(/%(\d)%/g, '%$1')
  return {
    label: format === undefined ? '' : (whole ?? `${before}${numbers}${behind}`).trim(),
    format: format ?? 'none',
    start: Number.isInteger(start) ? start : 1,
  }
}
