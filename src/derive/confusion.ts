/** One recognise drill: which pattern was right, which was picked. */
export interface Pick {
  readonly right: string
  readonly picked: string
}

/** How often one pattern was taken for another. */
export interface Confusion extends Pick {
  readonly count: number
  /** Drills in which `right` was right. */
  readonly of: number
}

/** Drills by pattern: how many were right, and what was picked instead, most frequent first. */
export function confusions(picks: readonly Pick[]): {
  readonly right: number
  readonly of: number
  readonly confused: readonly Confusion[]
} {
  const of = new Map<string, number>()
  const pairs = new Map<string, Pick & { count: number }>()
  for (const { right, picked } of picks) {
    of.set(right, (of.get(right) ?? 0) + 1)
    if (right === picked) continue
    const pair = pairs.get(`${right}\n${picked}`) ?? { right, picked, count: 0 }
    pair.count += 1
    pairs.set(`${right}\n${picked}`, pair)
  }
  const confused = [...pairs.values()].map((pair) => ({ ...pair, of: of.get(pair.right) ?? 0 }))
  return {
    right: picks.filter(({ right, picked }) => right === picked).length,
    of: picks.length,
    confused: confused.toSorted((one, other) => other.count - one.count || (one.right + one.picked < other.right + other.picked ? -1 : 1)),
  }
}
