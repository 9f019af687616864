/** What office documents say about themselves: the properties that people fill in, and those that programs do. */
import type { Metadata } from '../document.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { textOf, type XmlElement } from './xml.ts'

/** Names that programs give to documents that have none. */
const NO_TITLE = [
  String.raw`(?:microsoft\s)?(?:word|excel|powerpoint)\s?[-–:].*`,
  String.raw`(?:presentazione|presentation|documento?|document|foglio|sheet|cartel|book|senza (?:titolo|nome)|untitled|no title|slide|diapositiva|titolo|title|relazione|template|modello)[\s\d()._-]*`,
  String.raw`(?:presentazione standard di )?powerpoint(?:[\s-]+(?:presentation|präsentation))?|presentazione (?:standard )?di powerpoint|pagina \d+|page \d+`,
  String.raw`.*\.(?:docx?|xlsx?|pptx?|od[tsp]|rtf|pdf|txt|indd|qxd|wpd|tmp|dotx?|html?)`,
].join('|')
const NO_REAL_TITLE = new RegExp(`^(?:${NO_TITLE})$`, 'iu')

/** Whether a text from the properties of a document is a title that somebody gave it. */
export function isRealTitle(title: string): boolean {
  return /\p{L}{3}/u.test(title) && title.length <= 300 && !NO_REAL_TITLE.test(title.trim())
}

/** Tags of a list in one text: parted by `;`, or else by commas. */
export function tagsOf(texts: readonly string[]): string[] {
  const tags = texts.flatMap((text) => text.split(text.includes(';') ? ';' : ','))
  const clean = tags.map(plain).filter((tag) => /[\p{L}\p{N}]/u.test(tag) && tag.length <= 100)
  return [...new Set(clean)].slice(0, 50)
}

/** A text of properties on one line. */
export function plain(text: string): string {
  return toSingleLine(cleanCharacters(text))
}

/**
 * Metadata out of the properties of a document: Dublin Core, and what Office and OpenDocument add to it. When it was
 * made or changed is no date of publication: both are `updated`, the later one first. Their language is that of the
 * program more often than that of the text, and is left out.
 */
export function readProperties(root: XmlElement | undefined): Metadata {
  const values = new Map<string, string[]>()
  gather(root, values)
  const first = (...names: string[]): string | undefined =>
    names.flatMap((name) => values.get(name) ?? []).find((text) => text !== '')
  const metadata: Metadata = {}
  const title = first('title')
  if (title !== undefined && isRealTitle(title)) metadata.title = title
  const description = first('description')
  if (description !== undefined && /\p{L}{3}.*\s/u.test(description)) metadata.description = description
  const updated = first('modified', 'date', 'created', 'creation-date')
  if (updated !== undefined && isRealDate(updated)) metadata.updated = updated
  const tags = tagsOf([...(values.get('keywords') ?? []), ...(values.get('keyword') ?? [])])
  if (tags.length > 0) metadata.tags = tags
  return metadata
}

/** Whether somebody could have written on that day: programs put the first that they can count from where they know none. */
export function isRealDate(date: string): boolean {
  return /^(?:19[89]\d|2\d{3})/.test(date) && !/^19(?:70|80)-01-01/.test(date)
}

function gather(element: XmlElement | undefined, into: Map<string, string[]>): void {
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') continue
    const text = plain(textOf(child))
    if (child.children.some((node) => typeof node !== 'string')) gather(child, into)
    else into.set(child.name, [...(into.get(child.name) ?? []), text])
  }
}

const SHOWN_WITHIN = 3000

/**
 * Whether a title of properties is that of this text: its words stand in the beginning. That of a copied document stays
 * in the copy.
 */
export function isTitleOf(title: string, texts: readonly string[]): boolean {
  const opening = folded(texts.join(' ').slice(0, SHOWN_WITHIN))
  const words = folded(title)
    .split(' ')
    .filter((word) => word.length > 3)
  return words.length > 0 && words.filter((word) => opening.includes(word)).length >= 0.6 * words.length
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
}
