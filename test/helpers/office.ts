/** Writes small office documents for tests, with only what a case is about. */
import { zipOfTexts } from './zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Relations of a part: id, last word of the type, target. */
type Relations = readonly (readonly [id: string, type: string, target: string])[]

function relations(list: Relations): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

/** Properties as Office writes them. */
function coreProperties(inside: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms">${inside}</cp:coreProperties>`
}

/** What a Word document is made of: XML inside of the parts. */
export type WordParts = { styles?: string; numbering?: string; footnotes?: string; core?: string }

/** A Word document; `body` is XML inside of `w:body`. */
export function docxOf(
  body: string,
  { styles = '', numbering = '', footnotes = '', core = '' }: WordParts = {},
): Buffer {
  return zipOfTexts({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([
      ['r1', 'officeDocument', 'word/document.xml'],
      ['r2', 'metadata/core-properties', 'docProps/core.xml'],
    ]),
    'word/document.xml': `${XML}<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['r1', 'styles', 'styles.xml'],
      ['r2', 'numbering', 'numbering.xml'],
      ['r3', 'footnotes', 'footnotes.xml'],
    ]),
    'word/styles.xml': `${XML}<w:styles>${styles}</w:styles>`,
    'word/numbering.xml': `${XML}<w:numbering>${numbering}</w:numbering>`,
    'word/footnotes.xml': `${XML}<w:footnotes>${footnotes}</w:footnotes>`,
    'docProps/core.xml': coreProperties(core),
  })
}

/** A paragraph of Word; `style` is the id of its style, `run` XML of the properties of its text. */
export function wordParagraph(text: string, style = '', run = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A presentation; each slide is XML inside of its tree of shapes, with the notes to it if it has any. */
export function pptxOf(slides: readonly { shapes: string; notes?: string; isHidden?: boolean }[]): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, index) => [`rId${index}`, 'slide', `slides/slide${index}.xml`] as const),
    ),
    'ppt/presentation.xml': `${XML}<p:presentation xmlns:r="r"><p:sldIdLst>${slides
      .map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
  }
  slides.forEach(({ shapes, notes, isHidden = false }, index) => {
    const show = isHidden ? ' show="0"' : ''
    parts[`ppt/slides/slide${index}.xml`] =
      `${XML}<p:sld${show}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`
    if (notes === undefined) return
    parts[`ppt/slides/_rels/slide${index}.xml.rels`] = relations([
      ['r1', 'notesSlide', `../notes/n${index}.xml`],
    ])
    parts[`ppt/notes/n${index}.xml`] =
      `${XML}<p:notes><p:cSld><p:spTree>${shape(notes, { type: 'body' })}</p:spTree></p:cSld></p:notes>`
  })
  return zipOfTexts(parts)
}

/** A shape of a slide; paragraphs are parted by line ends. */
export function shape(text: string, { type, x, y }: { type?: string; x?: number; y?: number } = {}): string {
  const placeholder = type === undefined ? '' : `<p:ph type="${type}"/>`
  const place = x === undefined ? '' : `<a:xfrm><a:off x="${x}" y="${y ?? 0}"/></a:xfrm>`
  const paragraphs = text.split('\n').map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)
  return `<p:sp><p:nvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${paragraphs.join('')}</p:txBody></p:sp>`
}

/** A workbook; each sheet is XML of its rows. */
export function xlsxOf(
  sheets: readonly { name: string; rows: string; columns?: string; state?: string }[],
  {
    shared = [],
    styles = '',
    workbook = '',
  }: { shared?: readonly string[]; styles?: string; workbook?: string } = {},
): Buffer {
  const list = sheets.map(({ name, state }, index) => {
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index}"${state === undefined ? '' : ` state="${state}"`}/>`
  })
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns:r="r">${workbook}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => [`rId${index}`, 'worksheet', `worksheets/s${index}.xml`] as const),
      ['rS', 'sharedStrings', 'sharedStrings.xml'],
      ['rT', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `${XML}<sst>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet>${styles}</styleSheet>`,
  }
  sheets.forEach(({ rows, columns = '' }, index) => {
    parts[`xl/worksheets/s${index}.xml`] =
      `${XML}<worksheet>${columns}<sheetData>${rows}</sheetData></worksheet>`
  })
  return zipOfTexts(parts)
}

/** An OpenDocument of a kind; `body` is XML inside of `office:text` and the like, `styles` of its automatic styles. */
export function odfOf(
  kind: 'text' | 'presentation' | 'spreadsheet',
  body: string,
  { styles = '', common = '', meta = '' }: { styles?: string; common?: string; meta?: string } = {},
): Buffer {
  return zipOfTexts({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `${XML}<office:document-content xmlns:office="office"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    'styles.xml': `${XML}<office:document-styles><office:styles>${common}</office:styles></office:document-styles>`,
    'meta.xml': `${XML}<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>`,
  })
}

/** A book: chapters as XHTML by name, in their order; `metadata` and further parts as XML. */
export function epubOf(
  chapters: Readonly<Record<string, string>>,
  {
    metadata = '',
    manifest = '',
    spine = '',
    parts = {},
  }: { metadata?: string; manifest?: string; spine?: string; parts?: Record<string, string> } = {},
): Buffer {
  const names = Object.keys(chapters)
  const items = names.map((name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`)
  return zipOfTexts({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${XML}<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
    'OPS/book.opf': `${XML}<package xmlns:dc="dc" xmlns:opf="opf"><metadata>${metadata}</metadata><manifest>${items.join('')}${manifest}</manifest><spine ${spine}>${names.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(
      names.map((name) => [
        `OPS/${name}`,
        `<html><head><title>${name}</title></head><body>${chapters[name]}</body></html>`,
      ]),
    ),
    ...parts,
  })
}
