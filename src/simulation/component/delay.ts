import type { Delay } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import { Histogram } from '../histogram.ts'
import { TOKEN } from '../frames.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { Ring } from '../ring.ts'
import { Sampler } from '../sampler.ts'
import type { Stream } from '../stream.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/** A network, or anything else that takes time and never gets crowded. */
export class DelayLine implements Part {
  private entered = 0
  private dropped = 0
  private factor = 1
  private isDown = false
  private readonly faults: Fault[] = []
  private readonly failures: Delay['failures']
  private readonly breaks: Stream
  private readonly spent = { failures: 0, work: 0, lost: 0, saving: 0 }
  private readonly world: World
  private readonly id: number
  private readonly ring: Ring | undefined
  private readonly sampler: Sampler
  private readonly stream: Stream
  private readonly loss: number
  private readonly price: number
  private readonly lost: number

  constructor(world: World, name: string, rule: Delay) {
    const { time, loss = 0, price = 0 } = rule
    this.failures = rule.failures
    this.breaks = world.stream(`failures ${name}`)
    this.world = world
    this.id = world.enlist(this)
    this.sampler = new Sampler(time)
    this.ring = this.sampler.constant === undefined ? undefined : new Ring(world, this, this.sampler.constant, false)
    this.stream = world.stream(`delay ${name}`)
    this.loss = loss
    this.price = price
    this.lost = world.cause(`${name}: lost`)
  }

  enter(task: number): boolean {
    this.entered++
    if (this.isDown || (this.loss > 0 && this.stream.uniform() < this.loss)) {
      this.dropped++
      return this.world.fail(task, this.lost)
    }
    if (this.failures !== undefined) this.world.after(this.withFailures(task, this.failures), this.id, task, 0)
    else if (this.ring !== undefined && this.factor === 1 && this.world.tasks.work[task] === 1) this.ring.add(task, 0)
    else this.world.after(this.sampler.draw(this.stream) * (this.world.tasks.work[task] as number) * this.factor, this.id, task, 0)
    return false
  }

  fire(task: number): void {
    this.world.step(task)
  }

  suffer(fault: Fault, isOn: boolean): void {
    if (isOn) this.faults.push(fault)
    else this.faults.splice(this.faults.indexOf(fault), 1)
    this.factor = this.faults.reduce((factor, each) => (each.kind === 'slow' ? factor * each.factor : factor), 1)
    this.isDown = this.faults.some(({ kind }) => kind === 'down')
  }

  totals(): Totals {
    return {
      entered: this.entered,
      worked: [],
      offered: 0,
      each: 0,
      waited: 0,
      counts: this.failures === undefined ? { lost: this.dropped } : { ...this.spent },
    }
  }

  whole(): Whole {
    return { longest: 0, wait: new Histogram(), price: this.price }
  }

  /** Seconds until work is done that fails now and then. Counts unit-seconds: of work, done again, and spent on saving. */
  private withFailures(task: number, { every, checkpoint, cost = 0, restart = 0 }: NonNullable<Delay['failures']>): number {
    const { spent, breaks } = this
    const units = this.units(task)
    const whole = this.sampler.draw(this.stream) * (this.world.tasks.work[task] as number) * this.factor
    spent.work += units * whole
    let [total, left] = [0, whole]
    while (left > 0) {
      const part = checkpoint === undefined ? left : Math.min(left, checkpoint)
      // After the last part there is nothing to save.
      const save = part < left ? cost : 0
      for (;;) {
        const failure = (every / units) * breaks.exponential()
        if (failure >= part + save) break
        total += failure + restart
        spent.failures++
        spent.lost += units * (failure + restart)
      }
      total += part + save
      spent.saving += units * save
      left -= part
    }
    return total
  }

  /** Units that work on it: tokens of the pool that is held. */
  private units(task: number): number {
    const { tasks, frames } = this.world
    const top = tasks.frame[task] as number
    return top !== NONE && frames.kind(top) === TOKEN ? frames.amount(top) : 1
  }
}
