/**
 * Akoma Ntoso, the XML of laws, bills, amendments and judgments (Normattiva, the Senate, EU institutions) → a document:
 * every article below its number and title.
 */
import type { ReadDocument } from '../document.ts'
import { createActHead } from './akoma-ntoso-head.ts'
import { inlineText } from './akoma-ntoso-text.ts'
import type { Content } from './content.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { plain } from './properties.ts'
import { createTable } from './table.ts'
import { attributeOf, textOf, walkXml, type XmlElement, xmlRules } from './xml.ts'

/** Divisions that are headed by their number even where they have no title. */
const HEADED: ReadonlySet<string> = new Set([
  ...[
    'book',
    'tome',
    'part',
    'subpart',
    'title',
    'subtitle',
    'chapter',
    'subchapter',
    'section',
    'article',
    'rule',
  ],
  ...['division', 'attachment', 'hcontainer', 'annex'],
])
/** Divisions whose number stands before their text; with a title they are headed, too. */
const NUMBERED = [
  ...[
    'paragraph',
    'subparagraph',
    'subsection',
    'clause',
    'subclause',
    'subrule',
    'subdivision',
    'level',
    'list',
  ],
  ...[
    'point',
    'indent',
    'alinea',
    'item',
    'blockList',
    'recital',
    'recitals',
    'proviso',
    'transitional',
    'tblock',
  ],
]

/** Documents that may stand in the attachments of another: one without a title is headed by its name. */
const ATTACHED: readonly string[] = ['doc', 'act', 'bill', 'statement', 'amendment']

const RULES = xmlRules({
  whole: [
    ...[
      'identification',
      'publication',
      'references',
      'classification',
      'longTitle',
      'docTitle',
      'p',
      'tr',
      'li',
    ],
    ...['num', 'heading', 'subheading', 'listIntroduction', 'listWrapUp', 'block', 'crossHeading'],
  ],
  mark: [...HEADED, ...NUMBERED, ...ATTACHED, 'table', 'preface', 'coverPage', 'attachments', 'components'],
  skip: [
    'lifecycle',
    'workflow',
    'analysis',
    'temporalData',
    'notes',
    'proprietary',
    'presentation',
    'toc',
    'del',
  ],
})

/** A division that is open. */
type Division = { name: string; number: string; title: string; isHeaded: boolean; isShown: boolean }

/**
 * Reads an act.
 *
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function readAkomaNtoso(content: Content): Promise<ReadDocument> {
  const warnings: string[] = []
  const head = createActHead()
  const opened = await openPieces(piecesOf(content, head, (warning) => warnings.push(warning)))
  return { metadata: head.metadata(), blocks: toBlocks(opened), warnings }
}

async function* piecesOf(
  content: Content,
  head: ReturnType<typeof createActHead>,
  warn: (warning: string) => void,
): AsyncGenerator<Piece> {
  const open: Division[] = []
  let [isPreface, attachments, table] = [false, 0, createTable()]
  /** Headings of divisions that are open and have not been given yet. */
  const headings = (): Piece[] => {
    const pieces: Piece[] = []
    let level = 1
    for (const division of open) {
      division.isHeaded ||= division.title !== ''
      if (division.isHeaded && (division.number !== '' || division.title !== '')) level += 1
      else continue
      if (division.isShown) continue
      division.isShown = true
      const parts = [division.number.replace(/\.$/, ''), division.title].filter((part) => part !== '')
      pieces.push({ text: parts.join(' — '), level: Math.min(6, level) })
    }
    return pieces
  }
  /** Numbers that stand before the next text. */
  const labels = (): string => {
    const waiting = open.filter((division) => !division.isHeaded && !division.isShown)
    for (const division of waiting) division.isShown = true
    return waiting.map(({ number }) => (number === '' ? '' : `${number} `)).join('')
  }
  const text = (element: XmlElement): Piece[] => {
    const above = headings()
    const found = inlineText(element)
    if (found.text.trim() === '') return above
    const notes = found.notes.map((note): Piece => ({ text: note, level: 0, isPart: true }))
    return [...above, { text: `${labels()}${found.text.trim()}`, level: 0, isPart: true }, ...notes]
  }
  function* element(found: XmlElement): Generator<Piece> {
    const division = open.at(-1)
    if (head.take(found)) return
    if (isPreface) head.preface(found, inlineText(found).text)
    if (found.name === 'num' && division !== undefined)
      division.number = numberOf(plain(inlineText(found).text))
    else if ((found.name === 'heading' || found.name === 'subheading') && division !== undefined) {
      const words = plain(inlineText(found).text)
      division.title = [division.title, words].filter((part) => part !== '').join(' — ')
    } else if (found.name === 'tr') {
      const cells = [...found.children].filter((child): child is XmlElement => typeof child !== 'string')
      const isHeader = cells.length > 0 && cells.every(({ name }) => name === 'th')
      yield* headings()
      yield* table
        .add({ cells: cells.map((cell) => ({ text: inlineText(cell).text })), isHeader })
        .map(toPiece)
    } else if (found.name === 'crossHeading') yield* [...headings(), { text: plain(textOf(found)), level: 6 }]
    else yield* text(found)
  }

  for await (const event of walkXml(content.pieces(), RULES, warn)) {
    if (event.at === 'element') yield* element(event.element)
    else if (event.name === 'preface' || event.name === 'coverPage') isPreface = event.at === 'start'
    else if (event.name === 'attachments' || event.name === 'components')
      attachments += event.at === 'start' ? 1 : -1
    else if (event.name === 'table') {
      yield* table.end().map(toPiece)
      table = createTable()
    } else if (event.at === 'start') {
      const isAttached = attachments > 0 && ATTACHED.includes(event.name)
      const above = open.at(-1)
      const isTitled = above?.name === 'attachment' && `${above.number}${above.title}` !== ''
      const title = isAttached && !isTitled ? (attributeOf(event, 'name') ?? '') : ''
      open.push({ name: event.name, number: '', title, isHeaded: HEADED.has(event.name), isShown: false })
    } else {
      // A division that has been repealed has nothing but its heading.
      yield* headings()
      open.pop()
    }
  }
}

/** Normattiva has a dash where a division has no number of its own. */
function numberOf(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : ''
}

function toPiece(text: string): Piece {
  return { text, level: 0, isPart: true }
}
