import type { EffectMeasurement } from '../domain/measurement.ts'
import { NONE, type Tasks } from './tasks.ts'

const FAILED = 1
const OK = 2

/** How often each effect happened for each request of a class, and how the request ended. */
export class Effects {
  private readonly names: readonly string[]
  private times: Uint16Array
  private outcomes = new Uint8Array(1024)
  private count = 0

  constructor(names: readonly string[]) {
    this.names = names
    this.times = new Uint16Array(1024 * names.length)
  }

  /** A number for a new request. */
  open(): number {
    if (this.count === this.outcomes.length) {
      const [outcomes, times] = [new Uint8Array(this.count * 2), new Uint16Array(this.times.length * 2)]
      outcomes.set(this.outcomes)
      times.set(this.times)
      this.outcomes = outcomes
      this.times = times
    }
    return this.count++
  }

  happen(effect: number, request: number, isOnce: boolean): void {
    const at = request * this.names.length + effect
    const times = this.times[at] as number
    if (times < 65_535 && !(isOnce && times > 0)) this.times[at] = times + 1
  }

  close(request: number, isOk: boolean): void {
    this.outcomes[request] = isOk ? OK : FAILED
  }

  /** `busy`: numbers of requests for which something is still under way. */
  measure(busy: ReadonlySet<number>): Readonly<Record<string, EffectMeasurement>> {
    return Object.fromEntries(
      this.names.map((name, effect) => {
        let [requests, times, lost, unasked] = [0, 0, 0, 0]
        for (let request = 0; request < this.count; request++) {
          const here = this.times[request * this.names.length + effect] as number
          times += here
          if (here > 0) requests++
          if (here === 0 && this.outcomes[request] === OK && !busy.has(request)) lost++
          if (here > 0 && this.outcomes[request] === FAILED) unasked++
        }
        return [name, { requests, times, duplicates: times - requests, lost, unasked }]
      }),
    )
  }
}

/** Of one class, the requests for which something is under way. */
export function busyOf(tasks: Tasks, kind: number): ReadonlySet<number> {
  const busy = new Set<number>()
  for (const task of tasks.alive()) {
    if (tasks.kind[task] === kind && tasks.operation[task] !== NONE) busy.add(tasks.operation[task] as number)
  }
  return busy
}
