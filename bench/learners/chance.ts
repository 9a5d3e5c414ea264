/** Seeded chance: the same seed gives the same learner on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  uniform(): number
  /** Standard normal. */
  normal(): number
  below(count: number): number
  pick<T>(of: readonly T[]): T
  shuffled<T>(of: readonly T[]): T[]
}

/** Mulberry32; `stream` separates uses of one seed, so that one more draw in one place moves nothing elsewhere. */
export function chanceOf(seed: number, stream: string): Chance {
  let state = seed ^ 0x9e3779b9
  for (const letter of stream) state = Math.imul(state ^ letter.charCodeAt(0), 0x85ebca6b) ^ (state >>> 13)
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number): number => Math.floor(uniform() * count)
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below,
    pick: (of) => {
      const one = of[below(of.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    shuffled: (of) => {
      const copy = [...of]
      for (let n = copy.length - 1; n > 0; n--) {
        const m = below(n + 1)
        const [a, b] = [copy[n], copy[m]]
        if (a !== undefined && b !== undefined) [copy[n], copy[m]] = [b, a]
      }
      return copy
    },
  }
}
