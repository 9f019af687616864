/** Rows → a Markdown table whose columns line up on a terminal too. Pure. */

/** What stands in a cell: numbers already in their final form are text. */
export type Cell = string | number

/** A table; columns that hold nothing but numbers are set flush right. */
export function formatTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [columns, ...rows].map((row) => row.map(String))
  const widths = columns.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const isNumeric = columns.map((_, column) => rows.every((row) => /^[-.\d]+$/.test(String(row[column]))))
  const line = (row: readonly string[]): string => {
    const padded = widths.map((width, column) => {
      const cell = row[column] ?? ''
      return isNumeric[column] ? cell.padStart(width) : cell.padEnd(width)
    })
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width, column) =>
    isNumeric[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  )
  const [head = [], ...body] = cells
  return [line(head), line(rule), ...body.map(line)].join('\n')
}

/** A share or score, three decimals and no leading zero, as in tables of measurements: `.741`. */
export function asShare(value: number): string {
  return value.toFixed(3).replace(/^0\./, '.')
}

/** Milliseconds, one decimal. */
export function asMs(value: number): string {
  return value.toFixed(1)
}
