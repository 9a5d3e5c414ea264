import type { Delay } from '../../domain/design.ts'
import type { Fault } from '../../domain/fault.ts'
import { Histogram } from '../histogram.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { Ring } from '../ring.ts'
import { Sampler } from '../sampler.ts'
import type { Stream } from '../stream.ts'
import type { World } from '../world.ts'

/** A network, or anything else that takes time and never gets crowded. */
export class DelayLine implements Part {
  private entered = 0
  private dropped = 0
  private factor = 1
  private isDown = false
  private readonly faults: Fault[] = []
  private readonly world: World
  private readonly id: number
  private readonly ring: Ring | undefined
  private readonly sampler: Sampler
  private readonly stream: Stream
  private readonly loss: number
  private readonly price: number
  private readonly lost: number

  constructor(world: World, name: string, { time, loss = 0, price = 0 }: Delay) {
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
    if (this.ring !== undefined && this.factor === 1 && this.world.tasks.work[task] === 1) this.ring.add(task, 0)
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
    return { entered: this.entered, worked: [], offered: 0, each: 0, waited: 0, counts: { lost: this.dropped } }
  }

  whole(): Whole {
    return { longest: 0, wait: new Histogram(), price: this.price }
  }
}
