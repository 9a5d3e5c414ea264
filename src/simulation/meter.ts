import type { ComponentMeasurement, ComponentWindow } from '../domain/measurement.ts'
import type { Actor, Part, Totals } from './part.ts'
import { spreadOf } from './recorder.ts'
import type { World } from './world.ts'

/** What all components had done at one time. */
interface Reading {
  readonly time: number
  readonly totals: readonly Totals[]
}

/** Reads all components now and then; what they did in a stretch of time is the difference of two readings. */
export class Meter implements Actor {
  private readonly world: World
  private readonly parts: readonly Part[]
  private readonly length: number
  private readonly id: number
  private readonly readings: Reading[] = []
  private start: Reading | undefined

  /** `length`: of the windows, in seconds. */
  constructor(world: World, parts: readonly Part[], length: number) {
    this.world = world
    this.parts = parts
    this.length = length
    this.id = world.enlist(this)
    this.fire(0, 0)
    if (world.warmUp === 0) this.start = this.readings[0]
    else world.queue.push(world.warmUp, this.id, 0, 1)
  }

  /** At the start of window `at`, or at the end of the warm-up. */
  fire(at: number, isWarm: number): void {
    if (isWarm === 1) {
      this.start = this.read()
      return
    }
    this.readings.push(this.read())
    const next = (at + 1) * this.length
    if (next < this.world.end * (1 - 1e-12)) this.world.queue.push(next, this.id, at + 1, 0)
  }

  /** Of each component, at the end. */
  measure(): readonly ComponentMeasurement[] {
    const { readings } = this
    const end = this.read()
    const start = this.start ?? end
    return end.totals.map((last, at) => {
      const first = start.totals[at] as Totals
      const { wait, longest, price } = (this.parts[at] as Part).whole()
      const { entered, utilisation, hottest, queue, counts } = between(first, last, end.time - start.time)
      return {
        entered,
        utilisation,
        hottest,
        queue,
        longest,
        wait: spreadOf(wait),
        counts,
        price,
        windows: readings.map(({ time, totals }, window): ComponentWindow => {
          const next = readings[window + 1] ?? end
          return {
            from: time,
            until: next.time,
            ...between(totals[at] as Totals, next.totals[at] as Totals, next.time - time),
          }
        }),
      }
    })
  }

  private read(): Reading {
    const { now } = this.world
    return { time: now, totals: this.parts.map((part) => part.totals(now)) }
  }
}

function between(first: Totals, last: Totals, seconds: number): Omit<ComponentWindow, 'from' | 'until'> {
  const worked = last.worked.map((total, replica) => total - (first.worked[replica] ?? 0))
  const offered = last.offered - first.offered
  return {
    entered: last.entered - first.entered,
    utilisation: last.level ?? (offered > 0 ? sum(worked) / offered : 0),
    hottest: last.each > 0 && seconds > 0 ? largest(worked) / (last.each * seconds) : 0,
    queue: seconds > 0 ? (last.waited - first.waited) / seconds : 0,
    counts: Object.fromEntries(Object.entries(last.counts).map(([name, count]) => [name, count - (first.counts[name] ?? 0)])),
  }
}

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function largest(values: readonly number[]): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}
