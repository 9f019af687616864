/** Tables that tbl(1) draws → rows of cells. */

const T_BLOCK = 'T{'

/**
 * The rows of a table.
 *
 * @param lines what stands between `.TS` and `.TE`, requests among them
 * @param words what is shown of a cell
 */
export function rowsOfTable(lines: readonly string[], words: (text: string) => string): string[][] {
  let at = 0
  let separator = '\t'
  if (/;\s*$/.test(lines[0] ?? '')) {
    separator = /\btab\s*\((.)\)/i.exec(lines[0] as string)?.[1] ?? separator
    at = 1
  }
  at = afterFormat(lines, at)
  const rows: string[][] = []
  while (at < lines.length) {
    const line = lines[at] as string
    at += 1
    if (/^\.T&/.test(line)) {
      at = afterFormat(lines, at)
      continue
    }
    // Requests and rules between rows.
    if (/^[.'][a-zA-Z]/.test(line) || /^[_=]\s*$/.test(line)) continue
    const cells = line.split(separator)
    while (cells.at(-1)?.trim() === T_BLOCK && at < lines.length) {
      const end = lines.findIndex((one, index) => index >= at && one.startsWith('T}'))
      const close = end === -1 ? lines.length : end
      cells[cells.length - 1] = lines.slice(at, close).map(inBlock).join(' ')
      cells.push(...(lines[close] ?? '').split(separator).slice(1))
      at = close + 1
    }
    const row = cells.map((cell) => words(/^\\?[_=^]$/.test(cell.trim()) ? '' : cell).trim())
    if (row.some((cell) => cell !== '')) rows.push(row.filter((cell) => cell !== ''))
  }
  return rows
}

/** The line behind those that say how columns are aligned: the last of them ends in a full stop. */
function afterFormat(lines: readonly string[], start: number): number {
  for (let at = start; at < lines.length; at += 1) if (/\.\s*$/.test(lines[at] as string)) return at + 1
  return lines.length
}

/** Of a macro for a font within a cell, what it is for. */
function inBlock(line: string): string {
  const font = /^[.'](?:SM|[BIR]{1,2})\s+(.*)$/.exec(line)?.[1]
  if (font !== undefined) return font.replaceAll('"', '')
  return /^[.']/.test(line) ? '' : line
}
