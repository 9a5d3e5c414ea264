/** The known word that was most likely meant; undefined when none is near. */
export function nearMiss(word: string, known: readonly string[]): string | undefined {
  const close = known
    .map((one) => ({ one, distance: distanceOf(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, distance }) => distance <= Math.max(1, Math.floor(Math.min(one.length, word.length) / 3)))
    .toSorted((a, b) => a.distance - b.distance || (a.one < b.one ? -1 : 1))
  return close[0]?.one
}

/** Longer words are no slip of the finger. */
const LONGEST = 64

/** Damerau–Levenshtein distance of two short words: insertions, deletions, replacements and swaps of neighbours. */
export function distanceOf(left: string, right: string): number {
  if (left.length > LONGEST || right.length > LONGEST) return Math.max(left.length, right.length)
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const next = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = (last[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1)
      let best = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, replaced)
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      next.push(best)
    }
    beforeLast = last
    last = next
  }
  return last[right.length] ?? 0
}
