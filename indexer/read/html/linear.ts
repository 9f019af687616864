/**
 * A page that is too deep or has too many tags for a tree → its headings and paragraphs, in one pass over its tags that
 * takes time in proportion to its length, whatever the tags are.
 */
import { Tokenizer } from 'htmlparser2'
import { ELEMENTS, INLINE_ELEMENTS } from '../html-elements.ts'
import { isUnread } from './hidden.ts'
import { createTextRun } from './text-run.ts'
import type { HtmlText } from './texts.ts'

const LEFT_OUT = new Set(['nav', 'header', 'footer', 'aside', 'head'])

/** The texts of a page, without navigation and asides; tables are parted cell by cell. */
export function readLinearly(html: string): HtmlText[] {
  const texts: HtmlText[] = []
  let [level, skipped, depth, opened] = [0, '', 0, '']
  const run = createTextRun()
  const flush = (next: number): void => {
    const text = run.take().replace(/\s+/g, ' ').trim()
    if (text !== '') texts.push({ text, level })
    level = next
  }
  const nothing = (): void => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase()
        opened = name
        if (skipped !== '') {
          if (name === skipped) depth += 1
        } else if (isUnread(name) || LEFT_OUT.has(name)) {
          if (isVoid(name)) return
          flush(0)
          skipped = name
          depth = 1
        } else if (/^h[1-6]$/.test(name)) flush(Number(name[1]))
        else if (!INLINE_ELEMENTS.has(name) && ELEMENTS.has(name))
          flush(level > 0 && name !== 'p' ? level : 0)
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase()
        if (skipped === name) {
          depth -= 1
          if (depth === 0) skipped = ''
        } else if (skipped === '' && !INLINE_ELEMENTS.has(name)) flush(0)
      },
      onselfclosingtag() {
        if (skipped === '' || opened !== skipped) return
        depth -= 1
        if (depth === 0) skipped = ''
      },
      ontext(start, end) {
        if (skipped === '') run.add(html.slice(start, end))
      },
      ontextentity(codepoint) {
        if (skipped === '') run.add(String.fromCodePoint(codepoint))
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  flush(0)
  return texts
}

function isVoid(name: string): boolean {
  return name === 'input' || name === 'embed'
}
