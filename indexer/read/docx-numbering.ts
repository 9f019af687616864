/** The lists of a Word document. */
import { type Counter, createCounter, type ListLevel } from './numbering.ts'
import type { Package } from './package.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts'

const FORMATS: ReadonlySet<string> = new Set([
  'decimal',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'none',
])

/** Reads the numbering of a document; without one, nothing is numbered. */
export async function readNumbering(of: Package, path: string | undefined): Promise<Counter> {
  const root = path === undefined ? undefined : await of.tree(path)
  const numbering = childOf(root, 'numbering')
  const abstract = new Map(
    childrenOf(numbering, 'abstractNum').map((element) => [
      attributeOf(element, 'w:abstractNumId') ?? '',
      childrenOf(element, 'lvl').map(toLevel),
    ]),
  )
  const lists = new Map(
    childrenOf(numbering, 'num').map((element) => {
      const key = wordValue(element, 'abstractNumId') ?? ''
      // What begins anew counts by itself.
      const isOwn = childrenOf(element, 'lvlOverride').length > 0
      const id = attributeOf(element, 'w:numId') ?? ''
      return [id, { key: isOwn ? `${key}/${id}` : key, levels: overridden(element, abstract.get(key) ?? []) }]
    }),
  )
  return createCounter((list) => lists.get(list))
}

function overridden(element: XmlElement, levels: readonly ListLevel[]): ListLevel[] {
  const own = [...levels]
  for (const override of childrenOf(element, 'lvlOverride')) {
    const at = Number(attributeOf(override, 'w:ilvl'))
    const level = childOf(override, 'lvl')
    const changed = level === undefined ? own[at] : toLevel(level)
    if (changed === undefined || !(at >= 0 && at < 9)) continue
    const start = Number(wordValue(override, 'startOverride'))
    own[at] = Number.isInteger(start) ? { ...changed, start } : changed
  }
  return own
}

function toLevel(element: XmlElement): ListLevel {
  const format = wordValue(element, 'numFmt') ?? 'decimal'
  const start = Number(wordValue(element, 'start') ?? 1)
  return {
    label: format === 'bullet' ? '' : (wordValue(element, 'lvlText') ?? ''),
    format: FORMATS.has(format) ? (format as ListLevel['format']) : 'decimal',
    start: Number.isInteger(start) ? start : 1,
  }
}

function wordValue(element: XmlElement, name: string): string | undefined {
  const child = childOf(element, name)
  return child === undefined ? undefined : attributeOf(child, 'w:val')
}
