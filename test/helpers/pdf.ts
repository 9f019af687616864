/** A small writer of PDF: text at places in standard fonts, outlines, pictures, properties. Enough to test a reader with. */

/** Names of the fonts, which every reader has. */
export type PdfFont = 'Helvetica' | 'Helvetica-Bold' | 'Times-Roman' | 'Courier'

/** Text on a page, or a picture of it as JPEG. Lengths are points from the top left; `y` is that of the baseline. */
export type PdfItem =
  | { x: number; y: number; text: string; size?: number; font?: PdfFont }
  | {
      x: number
      y: number
      width: number
      height: number
      jpeg: Buffer
      pixels: [width: number, height: number]
    }

/** A PDF to write. Pages are A4. */
export type PdfPlan = {
  pages: PdfItem[][]
  /** Titles of the outline with their depth, from 0. */
  outline?: { title: string; depth: number }[]
  info?: Record<string, string>
  lang?: string
  xmp?: string
  /** Whether it asks for a password that nobody knows. */
  isLocked?: boolean
}

const FONTS: readonly PdfFont[] = ['Helvetica', 'Helvetica-Bold', 'Times-Roman', 'Courier']
const HEIGHT = 842

/** The bytes of a PDF. */
export function makePdf({ pages, outline = [], info = {}, lang, xmp, isLocked = false }: PdfPlan): Buffer {
  const objects: Buffer[] = []
  const add = (body: string | Buffer): number =>
    objects.push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body)
  const stream = (dictionary: string, bytes: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ])
  const catalog = add('')
  const tree = add('')
  const fonts = FONTS.map((font) =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`),
  )
  const fontNames = fonts.map((font, index) => `/F${index} ${font} 0 R`).join(' ')
  const kids = pages.map((items) => {
    const pictures: string[] = []
    const operators = items.map((item) => {
      if ('text' in item) {
        const { x, y, text, size = 10, font = 'Times-Roman' } = item
        return `BT /F${FONTS.indexOf(font)} ${size} Tf ${x} ${HEIGHT - y} Td ${literal(text)} Tj ET`
      }
      const [width, height] = item.pixels
      const kind = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`
      const form = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode'
      const name = `/I${pictures.length}`
      pictures.push(`${name} ${add(stream(`${kind} ${form}`, item.jpeg))} 0 R`)
      return `q ${item.width} 0 0 ${item.height} ${item.x} ${HEIGHT - item.y} cm ${name} Do Q`
    })
    const content = add(stream('', Buffer.from(operators.join('\n'), 'latin1')))
    const resources = `<< /Font << ${fontNames} >> /XObject << ${pictures.join(' ')} >> >>`
    const box = `/MediaBox [0 0 595 ${HEIGHT}]`
    return add(
      `<< /Type /Page /Parent ${tree} 0 R ${box} /Resources ${resources} /Contents ${content} 0 R >>`,
    )
  })
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  )
  const parts = ['/Type /Catalog', `/Pages ${tree} 0 R`]
  if (lang !== undefined) parts.push(`/Lang ${literal(lang)}`)
  if (outline.length > 0) parts.push(`/Outlines ${addOutline(objects, outline)} 0 R`)
  if (xmp !== undefined)
    parts.push(`/Metadata ${add(stream('/Type /Metadata /Subtype /XML', Buffer.from(xmp)))} 0 R`)
  objects[catalog - 1] = Buffer.from(`<< ${parts.join(' ')} >>`)
  const values = Object.entries(info).map(([name, value]) => `/${name} ${literal(value)}`)
  const about = add(`<< ${values.join(' ')} >>`)
  const lock = add(`<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`)
  const id = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`
  return written(
    objects,
    `/Root ${catalog} 0 R /Info ${about} 0 R ${isLocked ? `/Encrypt ${lock} 0 R ${id}` : ''}`,
  )
}

/** Text under each other, as items. */
export function column(
  x: number,
  y: number,
  lines: readonly string[],
  { size = 10, leading = 1.2, font = 'Times-Roman' as PdfFont } = {},
): PdfItem[] {
  return lines.map((text, index) => ({ x, y: y + index * size * leading, text, size, font }))
}

function addOutline(objects: Buffer[], entries: readonly { title: string; depth: number }[]): number {
  const root = objects.push(Buffer.alloc(0))
  const ids = entries.map(() => objects.push(Buffer.alloc(0)))
  const childrenOf = (at: number): number[] => {
    const depth = at < 0 ? -1 : (entries[at]?.depth ?? 0)
    const found: number[] = []
    for (let next = at + 1; next < entries.length; next++) {
      const below = entries[next]?.depth ?? 0
      if (below <= depth) break
      if (below === depth + 1) found.push(next)
    }
    return found
  }
  const links = (at: number): string => {
    const children = childrenOf(at).map((child) => ids[child])
    return children.length === 0 ? '' : `/First ${children[0]} 0 R /Last ${children.at(-1)} 0 R`
  }
  objects[root - 1] = Buffer.from(`<< /Type /Outlines ${links(-1)} >>`)
  for (const at of [-1, ...entries.keys()]) {
    const children = childrenOf(at)
    for (const [index, child] of children.entries()) {
      const next = children[index + 1]
      const follows = next === undefined ? '' : `/Next ${ids[next]} 0 R`
      const parent = at < 0 ? root : ids[at]
      const title = literal(entries[child]?.title ?? '')
      objects[(ids[child] ?? 0) - 1] = Buffer.from(
        `<< /Title ${title} /Parent ${parent} 0 R ${follows} ${links(child)} >>`,
        'latin1',
      )
    }
  }
  return root
}

function written(objects: readonly Buffer[], trailer: string): Buffer {
  const pieces = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let at = pieces[0]?.length ?? 0
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    pieces.push(piece)
    at += piece.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  pieces.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`))
  pieces.push(Buffer.from(`trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(pieces)
}

/** Windows-1252 of the characters that are not Latin-1. */
const OTHERS: Record<string, string> = {
  '–': '\x96',
  '—': '\x97',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '•': '\x95',
}

function literal(text: string): string {
  return `(${text.replace(/[–—’“”•]/g, (sign) => OTHERS[sign] ?? sign).replace(/[\\()]/g, '\\$&')})`
}
