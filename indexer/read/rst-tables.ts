/** Tables that are drawn in plain text (reStructuredText: grid and simple tables) → their rows. */

/** Whether a line is the upper border of a table: `+----+----+` or `====  ====`. */
export function isTableBorder(line: string): 'grid' | 'simple' | null {
  const drawn = line.trim()
  if (/^\+(?:-+\+){1,}$/.test(drawn)) return 'grid'
  return /^=+(?:\s+=+)+$/.test(drawn) ? 'simple' : null
}

/** The lines of a table that begins at the first one, borders included. */
export function tableLines(lines: readonly string[], start: number): string[] {
  const isGrid = isTableBorder(lines[start] as string) === 'grid'
  let end = start + 1
  if (isGrid) {
    while (end < lines.length && /^\s*[+|]/.test(lines[end] as string)) end += 1
    return lines.slice(start, end)
  }
  let borders = 1
  for (; end < lines.length; end += 1) {
    if (isTableBorder(lines[end] as string) !== 'simple') continue
    borders += 1
    const isOver = (lines[end + 1] ?? '').trim() === ''
    if (borders === 3 || isOver) return lines.slice(start, end + 1)
  }
  return lines.slice(start, end)
}

/** The rows of a table, each with the words of its cells; empty cells are left out. */
export function rowsOf(table: readonly string[]): string[][] {
  const [border = ''] = table
  return isTableBorder(border) === 'grid' ? gridRows(table) : simpleRows(table)
}

function gridRows(table: readonly string[]): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  const end = (): void => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (filled.length > 0) rows.push(filled)
    cells = []
  }
  for (const line of table) {
    if (/^\s*\+[-=+\s]*\+?\s*$/.test(line)) end()
    else {
      const parts = line
        .trim()
        .replace(/^[|+]|[|+]$/g, '')
        .split('|')
      for (const [at, part] of parts.entries()) {
        if (!/^[-=]+$/.test(part)) cells[at] = `${cells[at] ?? ''} ${part.trim()}`
      }
    }
  }
  end()
  return rows
}

function simpleRows(table: readonly string[]): string[][] {
  const [border = ''] = table
  const starts = [...border.matchAll(/=+/g)].map(({ index }) => index)
  const rows: string[][] = []
  for (const line of table) {
    if (/^[\s=-]*$/.test(line)) continue
    const cells = starts.map((start, at) => line.slice(start, starts[at + 1]).trim())
    const last = rows.at(-1)
    // A row goes on where its first column is empty.
    if (cells[0] === '' && last !== undefined) {
      for (const [at, cell] of cells.entries()) last[at] = `${last[at] ?? ''} ${cell}`.trim()
    } else rows.push(cells)
  }
  return rows.map((cells) => cells.filter((cell) => cell !== '')).filter((cells) => cells.length > 0)
}
