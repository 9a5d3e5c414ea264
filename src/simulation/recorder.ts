import type { ClassMeasurement, Spread } from '../domain/measurement.ts'
import type { Effects } from './effects.ts'
import { bucketOf, Histogram } from './histogram.ts'
import { NONE, type Tasks } from './tasks.ts'

interface Stretch {
  arrived: number
  ok: number
  failed: number
  quality: number
  latency: Histogram | undefined
  age: Histogram | undefined
  firstToken: Histogram | undefined
  perToken: Histogram | undefined
}

/** Counts what becomes of one class of requests: of those that arrived after the warm-up. */
export class Recorder {
  private readonly latency = new Histogram()
  private readonly firstToken = new Histogram()
  private readonly perToken = new Histogram()
  private readonly age = new Histogram()
  private readonly windows: Stretch[]
  private readonly failures = new Map<number, number>()
  private readonly marks = new Map<string, number>()
  /** Of a class that has any. */
  readonly effects: Effects | undefined
  private arrived = 0
  private failed = 0
  private quality = 0
  private readonly warmUp: number
  private readonly window: number

  constructor(warmUp: number, seconds: number, window: number, effects?: Effects) {
    this.effects = effects
    this.warmUp = warmUp
    this.window = window
    this.windows = Array.from({ length: Math.ceil(seconds / window) }, () => ({
      arrived: 0,
      ok: 0,
      failed: 0,
      quality: 0,
      latency: undefined,
      age: undefined,
      firstToken: undefined,
      perToken: undefined,
    }))
  }

  arrive(now: number): void {
    if (now >= this.warmUp) this.arrived++
    const window = this.windows[Math.floor(now / this.window)]
    if (window !== undefined) window.arrived++
  }

  finish(now: number, tasks: Tasks, task: number, isOk: boolean): void {
    if (this.effects !== undefined && tasks.operation[task] !== NONE) this.effects.close(tasks.operation[task] as number, isOk)
    const born = tasks.born[task] as number
    if (!isOk) {
      this.lose(born, tasks.cause[task] as number)
      return
    }
    const latency = now - born
    const bucket = bucketOf(latency)
    const quality = tasks.quality[task] as number
    const window = this.windows[Math.floor(born / this.window)]
    if (window !== undefined) {
      window.ok++
      window.quality += quality
      window.latency ??= new Histogram()
      window.latency.addTo(bucket, latency)
    }
    const isCounted = born >= this.warmUp
    if (isCounted) {
      this.latency.addTo(bucket, latency)
      this.quality += quality
    }
    if ((tasks.age[task] as number) >= 0) this.keepAge(tasks.age[task] as number, window, isCounted)
    if ((tasks.firstToken[task] as number) >= 0) this.keepTokens(tasks, task, window, isCounted)
  }

  private keepAge(age: number, window: Stretch | undefined, isCounted: boolean): void {
    const bucket = bucketOf(age)
    if (window !== undefined) {
      window.age ??= new Histogram()
      window.age.addTo(bucket, age)
    }
    if (isCounted) this.age.addTo(bucket, age)
  }

  private keepTokens(tasks: Tasks, task: number, window: Stretch | undefined, isCounted: boolean): void {
    const first = (tasks.firstToken[task] as number) - (tasks.born[task] as number)
    const each = tasks.perToken[task] as number
    if (window !== undefined) {
      ;(window.firstToken ??= new Histogram()).add(first)
      if (each >= 0) (window.perToken ??= new Histogram()).add(each)
    }
    if (!isCounted) return
    this.firstToken.add(first)
    if (each >= 0) this.perToken.add(each)
  }

  /** One that was born then has failed for good. */
  lose(born: number, cause: number): void {
    const window = this.windows[Math.floor(born / this.window)]
    if (window !== undefined) window.failed++
    if (born < this.warmUp) return
    this.failed++
    this.failures.set(cause, (this.failures.get(cause) ?? 0) + 1)
  }

  mark(name: string, born: number): void {
    if (born >= this.warmUp) this.marks.set(name, (this.marks.get(name) ?? 0) + 1)
  }

  /** `busy`: requests for which something is still under way. */
  measure(causes: readonly string[], busy: ReadonlySet<number>): ClassMeasurement {
    const ok = this.latency.count
    return {
      arrived: this.arrived,
      ok,
      failed: this.failed,
      unfinished: this.arrived - ok - this.failed,
      failures: Object.fromEntries([...this.failures].map(([cause, count]) => [causes[cause] ?? '', count])),
      marks: Object.fromEntries(this.marks),
      effects: this.effects?.measure(busy) ?? {},
      latency: spreadOf(this.latency),
      firstToken: spreadOf(this.firstToken),
      perToken: spreadOf(this.perToken),
      age: spreadOf(this.age),
      quality: this.quality / ok,
      windows: this.windows.map(({ arrived, ok, failed, quality, latency, age, firstToken, perToken }) => ({
        arrived,
        ok,
        failed,
        p50: latency?.quantile(0.5) ?? Number.NaN,
        p95: latency?.quantile(0.95) ?? Number.NaN,
        p99: latency?.quantile(0.99) ?? Number.NaN,
        quality: quality / ok,
        age: age?.mean() ?? Number.NaN,
        oldest: age?.quantile(0.95) ?? Number.NaN,
        firstToken: firstToken?.quantile(0.99) ?? Number.NaN,
        perToken: perToken?.quantile(0.99) ?? Number.NaN,
      })),
    }
  }
}

export function spreadOf(histogram: Histogram): Spread {
  return {
    count: histogram.count,
    mean: histogram.mean(),
    p50: histogram.quantile(0.5),
    p90: histogram.quantile(0.9),
    p95: histogram.quantile(0.95),
    p99: histogram.quantile(0.99),
    p999: histogram.quantile(0.999),
    largest: histogram.largest,
  }
}
