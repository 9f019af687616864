/**
 * The title of a document.
 */
import { basename, extname } from 'node:path/posix'
import { splitSentences } from '../../language/sentences.ts'
import type { Block, Description } from '../document.ts'

/** A title, where it comes from, and the block it is, if it is one. */
export type Title = Pick<Description, 'title' | 'titleFrom'> & { block: Block | null }

const MAX_LENGTH = 300
const MAX_SENTENCE_LENGTH = 90
/** A heading further down is of a part, not of the document. */
const HEADING_WITHIN = 3

/**
 * The title that the front matter gives; else the title line of a plain text, or in Markdown the first
 * heading of level 1, or one of a lower level that opens the text; else the beginning of the first sentence;
 * else the name of the file.
 */
export function describeTitle(
  { path, format }: { path: string; format: string },
  given: string | undefined,
  blocks: readonly Block[],
): Title {
  if (given !== undefined && given !== '') {
    return { title: cropAtWord(given, MAX_LENGTH), titleFrom: 'metadata', block: null }
  }
  const heading = titleHeading(format, blocks)
  if (heading !== undefined) {
    const titleFrom = format === 'text' ? 'first-line' : 'heading'
    return { title: cropAtWord(heading.text, MAX_LENGTH), titleFrom, block: heading }
  }
  const opening = blocks.find(({ text }) => text.split(' ').length >= 5) ?? blocks[0]
  if (opening !== undefined) {
    return { title: firstSentence(opening.text), titleFrom: 'first-sentence', block: null }
  }
  return { title: readableName(path), titleFrom: 'file-name', block: null }
}

function titleHeading(format: string, blocks: readonly Block[]): Block | undefined {
  const top = blocks.find(({ kind, level }) => kind === 'heading' && level === 1)
  if (top !== undefined || format === 'text') return top
  return blocks.slice(0, HEADING_WITHIN).find(({ kind }) => kind === 'heading')
}

function firstSentence(text: string): string {
  const [sentence] = splitSentences(text.slice(0, 1000))
  return cropAtWord(
    sentence === undefined ? text : text.slice(sentence.start, sentence.end),
    MAX_SENTENCE_LENGTH,
  )
}

/** A text of at most so many characters, cut between words and with `…` if it is longer. */
export function cropAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength)
  const space = cut.lastIndexOf(' ')
  const kept = space > 0 ? cut.slice(0, space) : cut.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`
}

/** `2023-07-13-vertice_ue.md` → `Vertice ue`. */
function readableName(path: string): string {
  const name = basename(path, extname(path))
  const words = name
    .replace(/^(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}(?=[-_.\s]|$)|\d{1,3}(?=[-_.\s]))/, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
