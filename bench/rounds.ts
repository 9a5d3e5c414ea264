import { startCpuClock } from './cpu.ts'

/** One measurement. */
export interface Sample {
  readonly ms: number
  /** Undefined where the system does not tell. */
  readonly cpuMs: number | undefined
}

/** A way to do the same work. */
export interface Way {
  readonly name: string
  /** How often in a round. */
  readonly times: number
  /** In which rounds: 1 is every round, 3 every third. */
  readonly every: number
  /** An aim is held against it. */
  readonly isBaseline?: boolean
  /** Does the work with the seed of the round; throws when it did not come to what it should. */
  readonly once: (seed: number) => Promise<Sample>
}

/** What was measured of a way: for each round the samples of that round, none where it had no turn. */
export interface Series {
  readonly name: string
  readonly isBaseline: boolean
  readonly rounds: readonly (readonly Sample[])[]
}

/** Does the ways in turn, A B A B, so that whatever else the machine does meets all of them. Each is done once before, uncounted. */
export async function interleave(ways: readonly Way[], rounds: number, onTurn: (round: number) => void): Promise<readonly Series[]> {
  const samples = ways.map((): Sample[][] => [])
  onTurn(0)
  for (const { once } of ways) await once(0)
  for (let round = 1; round <= rounds; round++) {
    onTurn(round)
    for (const [place, { once, times, every }] of ways.entries()) {
      const taken: Sample[] = []
      if ((round - 1) % every === 0) for (let time = 0; time < times; time++) taken.push(await once(round * 100 + time))
      samples[place]?.push(taken)
    }
  }
  return ways.map(({ name, isBaseline = false }, place) => ({ name, isBaseline, rounds: samples[place] ?? [] }))
}

/** Measures a piece of work. */
export async function timed<T>(work: () => Promise<T>): Promise<Sample & { readonly value: T }> {
  const cpu = startCpuClock()
  const started = performance.now()
  const value = await work()
  const ms = performance.now() - started
  return { ms, cpuMs: cpu.stop(), value }
}
