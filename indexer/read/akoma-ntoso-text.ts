/** Text of Akoma Ntoso: what stands in an element, words of different blocks parted, notes by themselves. */
import { childrenOf, type XmlElement } from './xml.ts'

/** Elements that part words like a space. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'p',
    'num',
    'heading',
    'eol',
    'br',
    'content',
    'paragraph',
    'article',
    'point',
    'list',
    'item',
    'intro',
    'td',
  ],
  ...[
    'block',
    'li',
    'alinea',
    'quotedStructure',
    'listIntroduction',
    'tr',
    'th',
    'wrapUp',
    'subparagraph',
    'section',
  ],
])

/** The text in an element, without its notes, and the text of each of those. */
export function inlineText(element: XmlElement): { text: string; notes: string[] } {
  const notes: string[] = []
  const textIn = (parent: XmlElement): string =>
    parent.children
      .map((child) => {
        if (typeof child === 'string') return child
        if (child.name === 'authorialNote') {
          notes.push(childrenOf(child, 'p').map(textIn).join(' ') || textIn(child))
          return ''
        }
        const inner = textIn(child)
        return BLOCKS.has(child.name) ? ` ${inner} ` : inner
      })
      .join('')
  return { text: textIn(element), notes }
}
