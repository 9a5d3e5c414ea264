/** The known name that somebody probably meant: at most a third of it differs. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const distance = edits(name.toLowerCase().slice(0, 60), candidate.toLowerCase().slice(0, 60))
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best !== undefined && least <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined
}

/** "Did you mean x?", or which names there are. */
export function suggest(name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  if (meant !== undefined) return `Did you mean ${meant}?`
  if (known.length === 0) return 'There is none to choose from.'
  return `Known are ${known.slice(0, 30).join(', ')}.`
}

/** Levenshtein's distance in which two letters that changed places count once. */
function edits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const [before, row] = [rows[i - 1] as number[], [i]]
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((before[j] as number) + 1, (row[j - 1] as number) + 1, (before[j - 1] as number) + swapped)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, ((rows[i - 2] as number[])[j - 2] as number) + 1)
      }
      row.push(cost)
    }
    rows.push(row)
  }
  return (rows[a.length] as number[])[b.length] as number
}
