/**
 * XML as a stream of small trees: only what a format asks for stands in memory, a paragraph or a row of a table at a
 * time. Names are those behind the prefix, which every program chooses for itself. Entities of a document type are never
 * expanded.
 */
import { SaxesParser } from 'saxes'
import { IndexingError } from '../errors.ts'
import { decodeXml } from './xml-encoding.ts'

/** An element with all that is in it. */
export type XmlElement = {
  /** Without prefix. */
  name: string
  /** By their names as they stand there, with prefix. */
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
}

/** An element, or text between elements. */
export type XmlNode = XmlElement | string

/** What is come to: an element that was asked for as a whole, or the ends of one that was asked for as a mark. */
export type XmlEvent =
  | { at: 'element'; element: XmlElement }
  | { at: 'start'; name: string; attributes: Readonly<Record<string, string>> }
  | { at: 'end'; name: string }

/**
 * What to do with elements, by name without prefix: give the outermost as a whole, leave it out with all that is in it,
 * or mark where it starts and ends. All others are passed through.
 */
export type XmlRules = { get: (name: string) => XmlRule | undefined }

type XmlRule = 'whole' | 'skip' | 'mark'

/** Rules out of names for each. */
export function xmlRules(names: Partial<Record<XmlRule, readonly string[]>>): XmlRules {
  const rules = Object.entries(names) as [XmlRule, readonly string[]][]
  return new Map(rules.flatMap(([rule, list]) => list.map((name) => [name, rule] as const)))
}

const MAX_DEPTH = 256
/** Elements and characters of one element that is asked for as a whole. */
const [MAX_ELEMENTS, MAX_CHARACTERS] = [200_000, 8_000_000]
/** From so many errors on it is no XML at all. */
const MAX_ERRORS = 1000

/**
 * Walks through XML. What is not well formed is read as far as it goes.
 *
 * @param onDamage called once, with a plain sentence, where it is not well formed
 * @throws {IndexingError} `UNREADABLE` if it is no XML, `TOO_LARGE` if it is nested too deeply or an element is too large
 */
export async function* walkXml(
  pieces: AsyncIterable<Buffer>,
  rules: XmlRules,
  onDamage: (warning: string) => void,
): AsyncGenerator<XmlEvent> {
  const walker = createWalker(rules, onDamage)
  let isEmpty = true
  for await (const text of decodeXml(pieces)) {
    if (text !== '') isEmpty = false
    yield* walker.write(text)
  }
  if (!isEmpty) yield* walker.end()
}

function createWalker(rules: XmlRules, onDamage: (warning: string) => void) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let events: XmlEvent[] = []
  const open: XmlElement[] = []
  let [depth, skippedFrom, elements, characters, errors] = [0, 0, 0, 0, 0]

  parser.on('opentag', ({ name: qualified, attributes }) => {
    depth += 1
    if (depth > MAX_DEPTH) throw new IndexingError('TOO_LARGE', `nested more than ${MAX_DEPTH} deep`)
    if (skippedFrom > 0) return
    const name = localName(qualified)
    const rule = rules.get(name)
    if (rule === 'skip') skippedFrom = depth
    else if (open.length > 0 || rule === 'whole') {
      const element: XmlElement = { name, attributes, children: [] }
      if (open.length === 0) [elements, characters] = [0, 0]
      elements += 1
      if (elements > MAX_ELEMENTS) throw tooLarge()
      open.at(-1)?.children.push(element)
      open.push(element)
    } else if (rule === 'mark') events.push({ at: 'start', name, attributes })
  })
  parser.on('closetag', ({ name: qualified }) => {
    depth -= 1
    if (skippedFrom > 0) {
      if (depth < skippedFrom) skippedFrom = 0
      return
    }
    const element = open.pop()
    if (element === undefined) {
      const name = localName(qualified)
      if (rules.get(name) === 'mark') events.push({ at: 'end', name })
    } else if (open.length === 0) events.push({ at: 'element', element })
  })
  const addText = (text: string): void => {
    if (skippedFrom > 0 || open.length === 0) return
    characters += text.length
    if (characters > MAX_CHARACTERS) throw tooLarge()
    open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', ({ message }) => {
    errors += 1
    if (errors === 1) onDamage(`its XML is not well formed (${plainly(message)}): read as far as it goes`)
    if (errors > MAX_ERRORS) throw new IndexingError('UNREADABLE', 'damaged: its XML cannot be read')
  })

  const taken = (): XmlEvent[] => {
    const gathered = events
    events = []
    return gathered
  }
  return {
    write(text: string): XmlEvent[] {
      parser.write(text)
      return taken()
    },
    end(): XmlEvent[] {
      parser.close()
      return taken()
    },
  }
}

function tooLarge(): IndexingError {
  return new IndexingError('TOO_LARGE', 'one of its paragraphs or rows is too large to have been written')
}

function plainly(message: string): string {
  return message.replace(/^[\d:undefi ]*:\s*/, '').replace(/\.$/, '')
}

/** The part of a name behind its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/**
 * The value of an attribute: under the name as it usually stands, or else with another prefix or none.
 *
 * @param name with the prefix that it usually has, e.g. `w:val`
 */
export function attributeOf(
  { attributes }: { attributes: Readonly<Record<string, string>> },
  name: string,
): string | undefined {
  const value = attributes[name]
  if (value !== undefined) return value
  const local = localName(name)
  const names = Object.keys(attributes).filter((other) => localName(other) === local)
  return attributes[names.find((other) => other.includes(':')) ?? names[0] ?? '']
}

/** The elements of one name that stand right in an element. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  const children = element?.children ?? []
  return children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)
}

/** The first element at the end of a path of names. */
export function childOf(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let at = element
  for (const name of path) at = childrenOf(at, name)[0]
  return at
}

/** All text in an element, as it stands there. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** The whole of an XML as a tree; for small ones. Throws as {@link walkXml} does. */
export async function readXmlTree(
  pieces: AsyncIterable<Buffer>,
  onDamage: (warning: string) => void,
): Promise<XmlElement> {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  for await (const event of walkXml(pieces, { get: () => 'whole' }, onDamage)) {
    if (event.at === 'element') root.children.push(event.element)
  }
  return root
}
