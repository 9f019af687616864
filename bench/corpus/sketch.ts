/**
 * Sketches: documents in formats that are no text, written down as text, so that one can read in the repository what is in
 * them. Text → pieces. Pure.
 *
 * Lines `:name value` at the top are properties. `=! ` begins the title, `# ` to `### ` a heading, `- ` an item of a list,
 * `| a | b |` is a row; other lines up to an empty one are a paragraph. `---` with or without a name begins the next page,
 * slide, sheet or chapter.
 */

/** What stands in a section. */
export type SketchPiece =
  | { kind: 'title' | 'paragraph' | 'item'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'row'; cells: string[] }

/** A page, slide, sheet or chapter. */
export type SketchSection = { name: string; pieces: SketchPiece[] }

/** A sketch: its properties, its sections (one, if it is not divided), and what stands below the properties as it is. */
export type Sketch = { properties: Readonly<Record<string, string>>; sections: SketchSection[]; body: string }

/** Reads a sketch. */
export function readSketch(text: string): Sketch {
  const properties: Record<string, string> = {}
  const lines = text.split('\n')
  for (let line = lines[0]; line !== undefined; line = lines[0]) {
    const [, name, value = ''] = /^:(\w+) ?(.*)$/.exec(line) ?? []
    if (name === undefined) break
    properties[name] = value
    lines.shift()
  }
  const body = lines.join('\n').replace(/^\n/, '')
  return { properties, sections: sectionsOf(body), body }
}

function sectionsOf(body: string): SketchSection[] {
  let section: SketchSection = { name: '', pieces: [] }
  const sections = [section]
  let paragraph: string[] = []
  const close = (): void => {
    if (paragraph.length > 0) section.pieces.push({ kind: 'paragraph', text: paragraph.join(' ') })
    paragraph = []
  }
  for (const line of `${body}\n`.split('\n')) {
    const rule = /^---(?: (.*))?$/.exec(line)
    const piece = pieceOf(line)
    if (rule === null && piece === undefined && line.trim() !== '') {
      paragraph.push(line.trim())
      continue
    }
    close()
    if (piece !== undefined) section.pieces.push(piece)
    if (rule === null) continue
    section = { name: rule[1] ?? '', pieces: [] }
    sections.push(section)
  }
  return sections.filter(({ pieces }) => pieces.length > 0)
}

function pieceOf(line: string): SketchPiece | undefined {
  const [, sign = '', text = ''] = /^(=!|#{1,3}|-) (.+)$/.exec(line) ?? []
  if (sign === '=!') return { kind: 'title', text }
  if (sign === '-') return { kind: 'item', text }
  if (sign !== '') return { kind: 'heading', level: sign.length, text }
  if (!/^\|.*\|$/.test(line)) return undefined
  const cells = line.slice(1, -1).split('|')
  return { kind: 'row', cells: cells.map((cell) => cell.trim()) }
}

/** Pieces with rows that follow each other as one table. */
export function* tablesOf(
  pieces: readonly SketchPiece[],
): Generator<Exclude<SketchPiece, { kind: 'row' }> | { kind: 'table'; rows: string[][] }> {
  let rows: string[][] = []
  for (const piece of pieces) {
    if (piece.kind === 'row') {
      rows.push(piece.cells)
      continue
    }
    if (rows.length > 0) yield { kind: 'table', rows }
    rows = []
    yield piece
  }
  if (rows.length > 0) yield { kind: 'table', rows }
}
