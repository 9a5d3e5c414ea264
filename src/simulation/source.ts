import type { RequestClass } from '../domain/workload.ts'
import type { Fault } from '../domain/fault.ts'
import type { Actor, Owner } from './part.ts'
import type { Recorder } from './recorder.ts'
import { Sampler } from './sampler.ts'
import type { Stream } from './stream.ts'
import type { World } from './world.ts'
import { Zipf } from './zipf.ts'

/** Of a ramp. */
const STEPS = 40

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
  private readonly delays: Sampler | undefined
  private readonly lateness: Stream
  private readonly climber: number

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
    this.delays = asked.late === undefined ? undefined : new Sampler(asked.late.delay)
    this.lateness = world.stream(`lateness ${name}`)
    this.climber = world.enlist({ fire: (left, from) => this.climb(left, from) })
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
    this.surge()
    if (isOn && fault.ramp !== undefined) this.world.after(fault.ramp / STEPS, this.climber, STEPS - 1, this.faults.length - 1)
  }

  /** A key of this class, drawn from a stream of someone else's. */
  key(stream: Stream): number {
    if (this.hot !== undefined && stream.uniform() < this.hot.share) return this.hot.key
    return this.zipf?.draw(stream) ?? 0
  }

  /** One step further up a ramp. */
  private climb(left: number, at: number): void {
    const fault = this.faults[at]
    this.surge()
    if (left > 0 && fault?.kind === 'spike' && fault.ramp !== undefined) this.world.after(fault.ramp / STEPS, this.climber, left - 1, at)
  }

  /** Arrivals come so many times as often from now on. */
  private surge(): void {
    this.factor = 1
    for (const fault of this.faults) {
      if (fault.kind !== 'spike') continue
      // Halfway through each step, it is as high as the straight line.
      const part = fault.ramp === undefined ? 1 : Math.min(1, (this.world.now - fault.at) / fault.ramp + 0.5 / STEPS)
      this.factor *= 1 + (fault.factor - 1) * part
    }
    const { kind } = this.asked.arrivals
    // What was drawn under the old rate is drawn anew: the exponential has no memory.
    if (kind === 'poisson' || kind === 'bursts' || kind === 'diurnal') this.expect()
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
    if (this.delays !== undefined && this.lateness.uniform() < (this.asked.late?.share ?? 0)) {
      world.tasks.happened[task] = world.now - this.delays.draw(this.lateness)
    }
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
