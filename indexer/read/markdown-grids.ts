/** Tables that are drawn in Markdown, as Pandoc and Quarto have them (`+---+---+`) → tables with bars, which Markdown knows. */

const BORDER = /^ {0,3}\+(?:[-=:]{3,}\+)+[ \t]*$/
const LINE = /^ {0,3}[|+]/
/** Of a border that only some columns have. */
const DRAWN = /^[-=:+]*$/

/** The text with its drawn tables rewritten. What stands in a cell over several lines is one text. */
export function withoutGrids(markdown: string): string {
  if (!/\+[-=:]{3}/.test(markdown)) return markdown
  const lines = markdown.split('\n')
  const out: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string
    if (!BORDER.test(line)) {
      out.push(line)
      continue
    }
    let end = at + 1
    while (end < lines.length && LINE.test(lines[end] as string)) end += 1
    const rows = rowsOfGrid(lines.slice(at, end))
    out.push(...(rows.length === 0 ? lines.slice(at, end) : tableOf(rows)))
    at = end - 1
  }
  return out.join('\n')
}

function rowsOfGrid(lines: readonly string[]): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  for (const line of lines) {
    if (BORDER.test(line)) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push(cells)
      cells = []
      continue
    }
    const parts = line
      .trim()
      .replace(/^[|+]|[|+]$/g, '')
      .split('|')
    for (const [at, part] of parts.entries()) {
      const words = DRAWN.test(part) ? '' : part.trim()
      cells[at] = `${cells[at] ?? ''} ${words}`
    }
  }
  return rows
}

function tableOf([head = [], ...body]: readonly string[][]): string[] {
  const width = Math.max(head.length, ...body.map(({ length }) => length))
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => (cells[at] ?? '').replace(/\s+/g, ' ').trim()).join(' | ')} |`
  return ['', line(head), `|${' --- |'.repeat(width)}`, ...body.map(line), '']
}
