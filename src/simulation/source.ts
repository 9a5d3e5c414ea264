import type { RequestClass } from '../domain/workload.ts'
import type { Fault } from '../domain/fault.ts'
import type { Actor, Owner } from './part.ts'
import type { Recorder } from './recorder.ts'
import type { Stream } from './stream.ts'
import type { World } from './world.ts'
import { Zipf } from './zipf.ts'

/** Makes the requests of one class. */
export class Source implements Actor, Owner {
  private factor = 1
  private readonly faults: Fault[] = []
  private hot: { readonly key: number; readonly share: number } | undefined
  private at = 0
  private rate = 0
  private isBurst = false
  private readonly id: number
  private readonly switcher: number
  private readonly world: World
  private readonly asked: RequestClass
  private readonly kind: number
  private readonly start: number
  private readonly recorder: Recorder
  private readonly arrivals: Stream
  private readonly modes: Stream
  private readonly keys: Stream
  private readonly zipf: Zipf | undefined

  /** `kind`: its place among the classes and their recorders. */
  constructor(world: World, name: string, asked: RequestClass, kind: number, start: number) {
    this.world = world
    this.asked = asked
    this.kind = kind
    this.start = start
    this.recorder = world.recorders[kind] as Recorder
    this.id = world.enlist(this)
    this.switcher = world.enlist({ fire: () => this.switchMode() })
    this.arrivals = world.stream(`arrivals ${name}`)
    this.modes = world.stream(`modes ${name}`)
    this.keys = world.stream(`keys ${name}`)
    this.zipf = asked.keys === undefined ? undefined : new Zipf(asked.keys.count, asked.keys.skew)
    this.begin()
  }

  fire(version: number): void {
    const { asked, world } = this
    const { arrivals } = asked
    switch (arrivals.kind) {
      case 'poisson':
      case 'bursts':
        if (version !== this.at) return
        this.arrive(this.key(this.keys))
        this.expect()
        return
      case 'diurnal':
        // Thinning of a Poisson process of the highest rate (Lewis and Shedler, 1979).
        if (version !== this.at) return
        if (this.arrivals.uniform() * this.rate < this.diurnal(world.now)) this.arrive(this.key(this.keys))
        this.expect()
        return
      case 'trace':
        this.arrive(arrivals.keys?.[this.at] ?? this.key(this.keys))
        this.at++
        this.follow()
        return
      case 'every':
        for (let each = 0; each < (arrivals.count ?? 1); each++) this.arrive(this.key(this.keys))
        world.after(arrivals.seconds, this.id, 0, 0)
        return
      case 'closed':
        this.arrive(this.key(this.keys))
    }
  }

  /** A user of a closed class has got an answer. */
  ended(): boolean {
    const { arrivals } = this.asked
    if (arrivals.kind === 'closed') this.world.after(arrivals.think * this.arrivals.exponential(), this.id, 0, 0)
    return false
  }

  suffer(fault: Fault, isOn: boolean): void {
    if (isOn) this.faults.push(fault)
    else this.faults.splice(this.faults.indexOf(fault), 1)
    this.hot = this.faults.findLast((each) => each.kind === 'hot-key')
    if (fault.kind !== 'spike') return
    this.factor = this.faults.reduce((factor, each) => (each.kind === 'spike' ? factor * each.factor : factor), 1)
    // What was drawn under the old rate is drawn anew: the exponential has no memory.
    if (this.asked.arrivals.kind === 'poisson' || this.asked.arrivals.kind === 'bursts' || this.asked.arrivals.kind === 'diurnal')
      this.expect()
  }

  /** A key of this class, drawn from a stream of someone else's. */
  key(stream: Stream): number {
    if (this.hot !== undefined && stream.uniform() < this.hot.share) return this.hot.key
    return this.zipf?.draw(stream) ?? 0
  }

  private begin(): void {
    const { asked, world } = this
    const { arrivals } = asked
    switch (arrivals.kind) {
      case 'poisson':
      case 'bursts':
        this.rate = arrivals.rate
        this.expect()
        if (arrivals.kind === 'bursts') world.after(arrivals.off * this.modes.exponential(), this.switcher, 0, 0)
        return
      case 'diurnal':
        this.rate = Math.max(...arrivals.rates)
        this.expect()
        return
      case 'trace':
        this.follow()
        return
      case 'every':
        world.after(arrivals.offset ?? arrivals.seconds, this.id, 0, 0)
        return
      case 'closed':
        for (let user = 0; user < arrivals.users; user++) this.ended()
    }
  }

  private arrive(key: number): void {
    const { world, kind } = this
    const task = world.tasks.make(world.now, this.start, kind, key)
    world.tasks.recorder[task] = kind
    if (this.asked.arrivals.kind === 'closed') world.tasks.owner[task] = this.id
    this.recorder.arrive(world.now)
    if (this.recorder.effects !== undefined && world.now >= world.warmUp) world.tasks.operation[task] = this.recorder.effects.open()
    world.step(task)
  }

  private expect(): void {
    this.at = (this.at + 1) | 0
    const rate = this.rate * this.factor
    if (rate > 0) this.world.after(this.arrivals.exponential() / rate, this.id, this.at, 0)
  }

  private follow(): void {
    const { arrivals } = this.asked
    if (arrivals.kind === 'trace' && this.at < arrivals.times.length)
      this.world.queue.push(arrivals.times[this.at] as number, this.id, 0, 0)
  }

  private switchMode(): void {
    const { arrivals } = this.asked
    if (arrivals.kind !== 'bursts') return
    this.isBurst = !this.isBurst
    this.rate = this.isBurst ? arrivals.burst : arrivals.rate
    this.expect()
    this.world.after((this.isBurst ? arrivals.on : arrivals.off) * this.modes.exponential(), this.switcher, 0, 0)
  }

  private diurnal(now: number): number {
    const { arrivals } = this.asked
    if (arrivals.kind !== 'diurnal') return 0
    const { rates, period } = arrivals
    const place = ((now % period) / period) * rates.length
    const at = Math.floor(place)
    const [here, next] = [rates[at % rates.length] as number, rates[(at + 1) % rates.length] as number]
    return here + (place - at) * (next - here)
  }
}
