import type { Autoscaler } from '../../domain/component.ts'
import { Histogram } from '../histogram.ts'
import type { Part, Totals, Whole } from '../part.ts'
import type { Replicas } from '../replicas.ts'
import type { World } from '../world.ts'

/** What an autoscaler needs to know of its target. */
export interface Scalable {
  readonly replicas: Replicas
  readonly serversEach: number
  /** Seconds of work so far. */
  work(): number
}

/** Looks at the utilisation of its target and asks for more, which serve after a delay, or for fewer, at once: wanted = size · utilisation / goal. */
export class Scaler implements Part {
  private readonly counts = { out: 0, in: 0 }
  private seen = 0
  private starting = 0
  private readonly id: number
  private readonly starter: number
  private readonly world: World
  private readonly rule: Autoscaler
  private readonly target: Scalable

  constructor(world: World, rule: Autoscaler, target: Scalable) {
    this.world = world
    this.rule = rule
    this.target = target
    this.id = world.enlist(this)
    this.starter = world.enlist({ fire: (count) => this.start(count) })
    world.after(rule.interval, this.id, 0, 0)
  }

  enter(): boolean {
    return true
  }

  fire(): void {
    const { rule, target, world } = this
    const work = target.work()
    const size = target.replicas.size
    const utilisation = (work - this.seen) / (rule.interval * size * target.serversEach)
    this.seen = work
    const wanted = Math.min(rule.most, Math.max(rule.least, Math.ceil((size * utilisation) / rule.utilisation - 1e-9)))
    if (wanted > size + this.starting) {
      const more = wanted - size - this.starting
      this.starting += more
      this.counts.out += more
      world.after(rule.start, this.starter, more, 0)
    } else if (wanted < size && this.starting === 0) {
      this.counts.in += size - wanted
      target.replicas.scale(wanted)
    }
    world.after(rule.interval, this.id, 0, 0)
  }

  totals(): Totals {
    return { entered: 0, worked: [], offered: 0, each: 0, level: 0, waited: 0, counts: { ...this.counts } }
  }

  whole(): Whole {
    return { longest: 0, wait: new Histogram(), price: this.rule.price ?? 0 }
  }

  private start(count: number): void {
    this.starting -= count
    this.target.replicas.scale(this.target.replicas.size + count)
  }
}
