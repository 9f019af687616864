/**
 * A Markdown tree → its headings and paragraphs as text. What only a layout needs is left out.
 */
import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { stripHtml } from './html.ts'

/** The text of a heading (`level` 1 to 6) or a paragraph (0), on one line; a block of code is a paragraph. */
export type MarkdownText = { text: string; level: number; isCode?: true }

/**
 * The texts of a part of a document, in reading order: headings, paragraphs, list items, notes, rows of
 * tables with ` | ` between the cells, code, HTML without its tags.
 */
export function* textsOf(node: RootContent): Generator<MarkdownText> {
  switch (node.type) {
    case 'heading':
      yield { text: lineOf(node), level: node.depth }
      return
    case 'paragraph':
      yield { text: lineOf(node), level: 0 }
      return
    case 'code':
      yield { text: lineOf(node), level: 0, isCode: true }
      return
    case 'table':
      for (const row of node.children) yield { text: row.children.map(lineOf).join(' | '), level: 0 }
      return
    case 'html':
      for (const text of stripHtml(node.value).split(/\n\s*\n/)) yield { text: toSingleLine(text), level: 0 }
      return
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
      for (const child of node.children) yield* textsOf(child)
  }
}

function lineOf(node: Nodes): string {
  return toSingleLine(cleanCharacters(wordsOf(node)))
}

/**
 * Links keep their text, images their description; HTML is cleaned tag by tag, so `code` about tags keeps
 * them.
 */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'html':
      return stripHtml(node.value)
    case 'break':
      return ' '
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    default:
      return isParent(node) ? node.children.map((child) => wordsOf(child as PhrasingContent)).join('') : ''
  }
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node
}
