/**
 * A piece of HTML that is no page (the body of a mail, a cell of a table) → its text in lines. There is no main text to
 * look for: all that a reader sees is taken, in order.
 */
import { Parser } from 'htmlparser2'

/** Elements that begin a line of their own; all but these stand inside a line. */
const LINES = new Set(
  'address article aside caption dd div dl dt fieldset figcaption footer form header hr legend main nav section table tbody td tfoot th thead tr'.split(
    ' ',
  ),
)
/** Elements that are paragraphs: an empty line parts them from what is around. */
const PARAGRAPHS = new Set('blockquote center h1 h2 h3 h4 h5 h6 li ol p pre table ul'.split(' '))
/** Elements whose text nobody reads. */
const UNSEEN = new Set(
  'audio canvas head iframe map math noembed object script select style svg template textarea title video'.split(
    ' ',
  ),
)

/** What mail programs put an earlier message into. */
const QUOTE_CLASS =
  /(?:^|\s)(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra)(?:\s|$)/i
const QUOTE_ID = /^(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)$/i
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i

/** Deeper elements are read as if they stood beside each other. */
const MAX_DEPTH = 500

/** How to read a piece of HTML. */
export type HtmlLinesOptions = {
  /** Whether what mail programs mark as the message that is answered is left out. Default false. */
  leavesOutQuotes?: boolean
}

/** Whether a text is HTML rather than text with a sign or a stray tag in it. */
export function looksLikeHtml(text: string): boolean {
  return /<\/(?:p|div|li|h[1-6]|table|span|ul|ol|body|html)\s*>|<(?:br|p)\s*\/?>/i.test(text)
}

/** The text of a piece of HTML; paragraphs are parted by empty lines. */
export function htmlToLines(html: string, { leavesOutQuotes = false }: HtmlLinesOptions = {}): string {
  let text = ''
  // Names of open elements, and which of them began something unseen.
  const open: { name: string; isUnseen: boolean }[] = []
  let unseen = 0
  let pre = 0
  const breakTo = (ends: '\n' | '\n\n'): void => {
    const trimmed = text.endsWith(' ') ? text.slice(0, -1) : text
    const has = trimmed.endsWith('\n\n') ? 2 : trimmed.endsWith('\n') ? 1 : 0
    text = trimmed === '' ? '' : `${trimmed}${ends.slice(has)}`
  }
  const edge = (name: string): void => {
    if (PARAGRAPHS.has(name)) breakTo('\n\n')
    else if (LINES.has(name)) breakTo('\n')
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isUnseen =
          UNSEEN.has(name) ||
          'hidden' in attributes ||
          HIDDEN.test(attributes.style ?? '') ||
          (leavesOutQuotes && isQuote(name, attributes))
        if (open.length < MAX_DEPTH) open.push({ name, isUnseen })
        else if (isUnseen) return
        if (isUnseen) unseen += 1
        if (unseen > 0) return
        if (name === 'br') text = `${text.trimEnd() === '' ? '' : text}\n`
        else if (name === 'pre') pre += 1
        edge(name)
      },
      ontext(piece) {
        if (unseen > 0) return
        if (pre > 0) text += piece
        else {
          const flat = piece.replace(/[ \t\r\n\f]+/g, ' ')
          text += /(?:^|\s)$/.test(text.slice(-1)) ? flat.replace(/^ /, '') : flat
        }
      },
      onclosetag(name) {
        const top = open.at(-1)
        if (top?.name === name) {
          open.pop()
          if (top.isUnseen) {
            unseen -= 1
            return
          }
        }
        if (unseen > 0) return
        if (name === 'pre' && pre > 0) pre -= 1
        edge(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  return text.trim()
}

function isQuote(name: string, { class: classes = '', id = '', type = '' }: Record<string, string>): boolean {
  return (
    (name === 'blockquote' && (type.toLowerCase() === 'cite' || /gmail_quote/i.test(classes))) ||
    (name === 'div' && QUOTE_CLASS.test(classes)) ||
    QUOTE_ID.test(id)
  )
}
