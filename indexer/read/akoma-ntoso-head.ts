/** What an act in Akoma Ntoso says about itself: title, dates, language, who has adopted it. */
import type { Metadata } from '../document.ts'
import { plain } from './properties.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './xml.ts'

/** Gathers the head of one act. */
export type ActHead = {
  /** Takes an element of the metadata; false if it is of the text. */
  take: (element: XmlElement) => boolean
  /** An element before the text proper, with its text: type, date, number and title of the act. */
  preface: (element: XmlElement, text: string) => void
  metadata: () => Metadata
}

const MAX_TITLE_LENGTH = 300

/** A head of which nothing is known yet. */
export function createActHead(): ActHead {
  const parts = new Map<string, XmlElement>()
  const lines: string[] = []
  const named = new Map<string, string>()
  return {
    take(element) {
      if (!['identification', 'publication', 'references', 'classification'].includes(element.name))
        return false
      // The first one is that of the act; annexes have their own.
      if (!parts.has(element.name)) parts.set(element.name, element)
      return true
    },
    preface(element, text) {
      const line = plain(text)
      if (line !== '') lines.push(line)
      for (const name of ['docTitle', 'docType', 'docDate', 'docNumber', 'longTitle', 'shortTitle']) {
        const found = find(element, name)
        if (found !== undefined && !named.has(name)) named.set(name, plain(textOf(found)))
      }
    },
    metadata() {
      const identification = parts.get('identification')
      const [work, expression] = [
        childOf(identification, 'FRBRWork'),
        childOf(identification, 'FRBRExpression'),
      ]
      const metadata: Metadata = {}
      const lang = attribute(childOf(expression, 'FRBRlanguage'), 'language')
      if (/^ita?$/i.test(lang ?? '')) writeNumber(named)
      const title = titleOf(named, aliasOf(work), lines) ?? valueIn(work, 'FRBRname')
      if (title !== undefined && title !== '') metadata.title = title
      const [made, version] = [work, expression].map((part) => attribute(childOf(part, 'FRBRdate'), 'date'))
      const published = attribute(parts.get('publication'), 'date') ?? made ?? version
      if (published !== undefined) metadata.date = published
      if (version !== undefined && version !== published) metadata.updated = version
      if (lang !== undefined) metadata.lang = lang
      const source = authorOf(work ?? expression, parts.get('references'))
      if (source !== undefined) metadata.source = source
      const url = [expression, work]
        .map((part) => valueIn(part, 'FRBRuri'))
        .find((uri) => /^https?:/.test(uri ?? ''))
      if (url !== undefined) metadata.url = url
      const tags = childrenOf(parts.get('classification'), 'keyword').map(
        (word) => attribute(word, 'showAs') ?? '',
      )
      const filled = tags.filter((tag) => tag !== '')
      if (filled.length > 0) metadata.tags = filled.slice(0, 50)
      return metadata
    },
  }
}

/** `7 marzo 2005` and `82` as Italian acts are cited: `7 marzo 2005, n. 82`. */
function writeNumber(named: Map<string, string>): void {
  const number = named.get('docNumber') ?? ''
  if (!/^\d/.test(number)) return
  named.set('docNumber', `n. ${number}`)
  const date = named.get('docDate')
  if (date !== undefined && /\d{4}$/.test(date)) named.set('docDate', `${date},`)
}

/** Another name by which people know the act; those of machines have no spaces. */
function aliasOf(work: XmlElement | undefined): string | undefined {
  return childrenOf(work, 'FRBRalias')
    .map((alias) => attribute(alias, 'value') ?? '')
    .find((alias) => /\p{L}\s/u.test(alias) && !/^(?:urn|https?):/.test(alias))
}

/** Type, date and number with the title; else a name that people use, the long title, or all that stands before the text. */
function titleOf(
  named: ReadonlyMap<string, string>,
  alias: string | undefined,
  lines: readonly string[],
): string | undefined {
  const title = named.get('docTitle') ?? ''
  if (title !== '') {
    const before = ['docType', 'docDate', 'docNumber'].map((name) => named.get(name) ?? '')
    const missing = before.filter((part) => part !== '' && !title.includes(part.replace(/^n\. |,$/g, '')))
    return missing.length === 0 ? title : `${missing.join(' ')} — ${title}`
  }
  const long = named.get('shortTitle') ?? alias ?? named.get('longTitle') ?? lines.slice(0, 4).join(' — ')
  return long === '' ? undefined : long.slice(0, MAX_TITLE_LENGTH)
}

function authorOf(part: XmlElement | undefined, references: XmlElement | undefined): string | undefined {
  const href = attribute(childOf(part, 'FRBRauthor'), 'href') ?? ''
  const known = (references?.children ?? []).find((child): child is XmlElement => {
    if (typeof child === 'string') return false
    return `#${attributeOf(child, 'eId') ?? attributeOf(child, 'id') ?? ''}` === href
  })
  return attribute(known, 'showAs')
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : find(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

function valueIn(part: XmlElement | undefined, name: string): string | undefined {
  return attribute(childOf(part, name), 'value')
}

function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element === undefined ? undefined : attributeOf(element, name)
  return value === undefined || value.trim() === '' ? undefined : plain(value)
}
