import type { Permission } from '../../domain/runtime.ts'
import type { Forked } from './forked.ts'
import type { Zygote } from './zygote.ts'

/** The two processes of a grading, connected with each other. */
export interface Pair {
  readonly candidate: Forked
  readonly judge: Forked
}

/** Processes that were forked ahead and wait behind their walls, so that no job waits for that. */
export interface Stock<T> {
  take(permissions: readonly Permission[]): T
  /** Ends those that wait. */
  drop(): void
}

interface Forks<T> {
  readonly fork: (permissions: readonly Permission[]) => T
  /** The processes of one, any of which may end before it is needed. */
  readonly processes: (one: T) => readonly Forked[]
  /** How many wait. */
  readonly size: number
}

/** Pairs of a candidate and its judge. Two wait, so that a second job need not wait while the place of the first is filled again. */
export function stockOfPairs(candidate: Zygote, judge: Zygote): Stock<Pair> {
  return createStock({
    size: 2,
    fork(permissions) {
      const judging = judge.fork([])
      return { judge: judging, candidate: candidate.fork(permissions, judging.address) }
    },
    processes: (pair) => [pair.candidate, pair.judge],
  })
}

/** Candidates without a judge, for runs. */
export function stockOfCandidates(candidate: Zygote): Stock<Forked> {
  return createStock({ size: 1, fork: (permissions) => candidate.fork(permissions), processes: (one) => [one] })
}

function createStock<T>({ fork, processes, size }: Forks<T>): Stock<T> {
  const waiting = new Set<T>()
  let dropped = false

  function replenish(): void {
    while (!dropped && waiting.size < size) {
      const one = fork([])
      waiting.add(one)
      for (const { exit } of processes(one)) void exit.then(() => waste(one))
    }
  }
  function waste(one: T): void {
    if (waiting.delete(one)) end(one)
  }
  function end(one: T): void {
    for (const { kill, release } of processes(one)) {
      kill('unused')
      release()
    }
  }
  replenish()
  return {
    take(permissions) {
      const [first] = permissions.length === 0 ? waiting : []
      if (first !== undefined) waiting.delete(first)
      const one = first ?? fork(permissions)
      // Not while it runs: forking would take the processor from it.
      void Promise.all(processes(one).map(({ exit }) => exit)).then(replenish)
      return one
    },
    drop() {
      dropped = true
      for (const one of waiting) waste(one)
    },
  }
}
