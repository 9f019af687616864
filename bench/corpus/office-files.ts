/** Sketches → office files and books, as the programs of our day write them. */
import { docxOf, epubOf, odfOf, pptxOf, shape, wordParagraph, xlsxOf } from '../../test/helpers/office.ts'
import { type Sketch, type SketchSection, tablesOf } from './sketch.ts'

const WORD_STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
  ...[1, 2, 3].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  ),
].join('')

/** A Word document. `:plain` makes headings bold paragraphs; `:title`, `:created`, `:modified` are its properties. */
export function docxFile({ sections, properties }: Sketch): Buffer {
  const isPlain = properties.plain !== undefined
  const body = [...tablesOf(sections.flatMap(({ pieces }) => pieces))].map((piece) => {
    if (piece.kind === 'table') {
      const rows = piece.rows.map((cells) => {
        return `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(xml(cell))}</w:tc>`).join('')}</w:tr>`
      })
      return `<w:tbl>${rows.join('')}</w:tbl>`
    }
    const text = xml(piece.text)
    if (piece.kind === 'title') return isPlain ? bold(text, 32) : wordParagraph(text, 'Title')
    if (piece.kind === 'heading')
      return isPlain ? bold(text, 24) : wordParagraph(text, `Heading${piece.level}`)
    return wordParagraph(text)
  })
  return docxOf(body.join(''), { styles: WORD_STYLES, core: coreOf(properties) })
}

function bold(text: string, halfPoints: number): string {
  return wordParagraph(text, '', `<w:b/><w:sz w:val="${halfPoints}"/>`)
}

/** A PowerPoint presentation: a section a slide. */
export function pptxFile({ sections }: Sketch): Buffer {
  return pptxOf(
    sections.map((section) => {
      const { title, texts } = slideOf(section)
      const head = title === '' ? '' : shape(xml(title), { type: 'title' })
      return { shapes: head + shape(texts.map(xml).join('\n'), { type: 'body' }) }
    }),
  )
}

/** An Excel workbook: a section a sheet. */
export function xlsxFile({ sections }: Sketch): Buffer {
  const sheets = sections.map(({ name, pieces }, index) => {
    const rows = pieces.map((piece) => {
      const cells = piece.kind === 'row' ? piece.cells : [piece.text]
      return `<row>${cells.map(excelCell).join('')}</row>`
    })
    return { name: xml(name) || `Sheet${index + 1}`, rows: rows.join('') }
  })
  return xlsxOf(sheets)
}

function excelCell(text: string): string {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return `<c><v>${text}</v></c>`
  return `<c t="inlineStr"><is><t>${xml(text)}</t></is></c>`
}

/** An OpenDocument text. */
export function odtFile({ sections, properties }: Sketch): Buffer {
  const body = [...tablesOf(sections.flatMap(({ pieces }) => pieces))].map((piece) => {
    if (piece.kind === 'table') return odfTable('', piece.rows)
    const text = xml(piece.text)
    if (piece.kind === 'title') return `<text:p text:style-name="Title">${text}</text:p>`
    if (piece.kind === 'heading') return `<text:h text:outline-level="${piece.level}">${text}</text:h>`
    if (piece.kind === 'item')
      return `<text:list><text:list-item><text:p>${text}</text:p></text:list-item></text:list>`
    return `<text:p>${text}</text:p>`
  })
  const common = '<style:style style:name="Title" style:family="paragraph"/>'
  return odfOf('text', body.join(''), { common, meta: odfMeta(properties) })
}

/** An OpenDocument presentation: a section a slide. */
export function odpFile({ sections, properties }: Sketch): Buffer {
  const frame = (kind: string, texts: readonly string[], y: number): string => {
    const paragraphs = texts.map((text) => `<text:p>${xml(text)}</text:p>`).join('')
    return `<draw:frame presentation:class="${kind}" svg:x="2cm" svg:y="${y}cm"><draw:text-box>${paragraphs}</draw:text-box></draw:frame>`
  }
  const pages = sections.map((section) => {
    const { title, texts } = slideOf(section)
    return `<draw:page>${title === '' ? '' : frame('title', [title], 1)}${frame('outline', texts, 5)}</draw:page>`
  })
  return odfOf('presentation', pages.join(''), { meta: odfMeta(properties) })
}

/** An OpenDocument spreadsheet: a section a sheet. */
export function odsFile({ sections, properties }: Sketch): Buffer {
  const tables = sections.map(({ name, pieces }, index) => {
    const rows = pieces.map((piece) => (piece.kind === 'row' ? piece.cells : [piece.text]))
    return odfTable(name || `Foglio${index + 1}`, rows)
  })
  return odfOf('spreadsheet', tables.join(''), { meta: odfMeta(properties) })
}

/** A book: a section a chapter. `:title`, `:date`, `:lang` are what it says about itself. */
export function epubFile({ sections, properties }: Sketch): Buffer {
  const chapters = sections.map(({ pieces }, index) => {
    const html = [...tablesOf(pieces)].map((piece) => {
      if (piece.kind === 'table')
        return `<table>${piece.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${xml(cell)}</td>`).join('')}</tr>`).join('')}</table>`
      const name = { title: 'h1', heading: 'h', paragraph: 'p', item: 'p' }[piece.kind]
      const element = piece.kind === 'heading' ? `${name}${piece.level}` : name
      return `<${element}>${xml(piece.text)}</${element}>`
    })
    return [`c${index + 1}.xhtml`, html.join('\n')] as const
  })
  const metadata = ['title', 'date', 'language', 'publisher']
    .filter((name) => properties[name] !== undefined)
    .map((name) => `<dc:${name}>${xml(properties[name] ?? '')}</dc:${name}>`)
  return epubOf(Object.fromEntries(chapters), { metadata: metadata.join('') })
}

/** An RTF document, with the escapes of WordPad. `:plain` makes headings bold paragraphs. */
export function rtfFile({ sections, properties }: Sketch): Buffer {
  const styles = String.raw`{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\outlinelevel1 heading 2;}{\s3\outlinelevel2 heading 3;}{\s8 Title;}}`
  const isPlain = properties.plain !== undefined
  const lines = [...tablesOf(sections.flatMap(({ pieces }) => pieces))].map((piece) => {
    if (piece.kind === 'table') {
      return piece.rows
        .map(
          (cells) =>
            `\\trowd ${cells.map((_, at) => `\\cellx${(at + 1) * 2000}`).join('')} ${cells.map((cell) => `\\pard\\intbl ${rtfText(cell)}\\cell `).join('')}\\row`,
        )
        .join('\n')
    }
    const text = rtfText(piece.text)
    const isHead = piece.kind === 'title' || piece.kind === 'heading'
    if (isHead && isPlain) return `\\pard{\\b\\fs${piece.kind === 'title' ? 36 : 28} ${text}}\\par`
    if (piece.kind === 'title') return `\\pard\\s8 ${text}\\par`
    if (piece.kind === 'heading')
      return `\\pard\\s${piece.level}\\outlinelevel${piece.level - 1} ${text}\\par`
    if (piece.kind === 'item') return `\\pard{\\listtext\\'b7\\tab}${text}\\par`
    return `\\pard ${text}\\par`
  })
  const head = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Times;}}`
  return Buffer.from(`${head}${styles}\n${lines.join('\n')}\n}`, 'latin1')
}

function rtfText(text: string): string {
  return text.replace(/[\\{}]/g, '\\$&').replace(/[^\n -~]/g, (sign) => `\\u${sign.charCodeAt(0)}?`)
}

function slideOf({ pieces }: SketchSection): { title: string; texts: string[] } {
  const [first, ...others] = pieces
  const isTitle = first !== undefined && (first.kind === 'title' || first.kind === 'heading')
  const texts = (isTitle ? others : pieces).map((piece) =>
    piece.kind === 'row' ? piece.cells.join(' ') : piece.text,
  )
  return { title: isTitle ? first.text : '', texts }
}

function odfTable(name: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<table:table-cell><text:p>${xml(text)}</text:p></table:table-cell>`
  const lines = rows.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`)
  return `<table:table table:name="${xml(name)}">${lines.join('')}</table:table>`
}

function coreOf({ title, created, modified }: Sketch['properties']): string {
  return [
    title === undefined ? '' : `<dc:title>${xml(title)}</dc:title>`,
    created === undefined ? '' : `<dcterms:created>${created}</dcterms:created>`,
    modified === undefined ? '' : `<dcterms:modified>${modified}</dcterms:modified>`,
  ].join('')
}

function odfMeta({ title, created, modified }: Sketch['properties']): string {
  return [
    title === undefined ? '' : `<dc:title>${xml(title)}</dc:title>`,
    created === undefined ? '' : `<meta:creation-date>${created}</meta:creation-date>`,
    modified === undefined ? '' : `<dc:date>${modified}</dc:date>`,
  ].join('')
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
