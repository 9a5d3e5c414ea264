/** Rows as aligned lines, two spaces between columns: the first column to the left, the others to the right. A row of one cell may be as long as it likes. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = []
  for (const row of rows) {
    if (row.length === 1) continue
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)))
  }
  return rows.map((row) =>
    row.length === 1
      ? (row[0] ?? '')
      : row
          .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
          .join('  ')
          .trimEnd(),
  )
}
