import type { Actor } from './part.ts'
import type { World } from './world.ts'

/**
 * Events that all lie the same time ahead come due in the order they were made, so only the first needs a place in the queue of events.
 * Time-outs of waits that are over are dropped here before they ever become events.
 */
export class Ring implements Actor {
  private times = new Float64Array(64)
  private as = new Int32Array(64)
  private bs = new Int32Array(64)
  private head = 0
  private count = 0
  private readonly id: number
  private readonly world: World
  private readonly target: Actor
  private readonly delay: number
  private readonly isTimer: boolean

  /** `isTimer`: a is a task, b the stamp of its wait. */
  constructor(world: World, target: Actor, delay: number, isTimer: boolean) {
    this.world = world
    this.target = target
    this.delay = delay
    this.isTimer = isTimer
    this.id = world.enlist(this)
  }

  add(a: number, b: number): void {
    if (this.count === this.times.length) this.grow()
    const at = (this.head + this.count) & (this.times.length - 1)
    const time = this.world.now + this.delay
    this.times[at] = time
    this.as[at] = a
    this.bs[at] = b
    if (this.count++ === 0) this.world.queue.push(time, this.id, 0, 0)
  }

  fire(): void {
    const a = this.as[this.head] as number
    const b = this.bs[this.head] as number
    const isDue = !this.isStale()
    this.advance()
    while (this.count > 0 && this.isStale()) this.advance()
    if (this.count > 0) this.world.queue.push(this.times[this.head] as number, this.id, 0, 0)
    if (isDue) this.target.fire(a, b)
  }

  private isStale(): boolean {
    return this.isTimer && this.world.tasks.stamp[this.as[this.head] as number] !== this.bs[this.head]
  }

  private advance(): void {
    this.head = (this.head + 1) & (this.times.length - 1)
    this.count--
  }

  private grow(): void {
    const size = this.times.length
    const [times, as, bs] = [new Float64Array(size * 2), new Int32Array(size * 2), new Int32Array(size * 2)]
    for (let each = 0; each < size; each++) {
      const at = (this.head + each) & (size - 1)
      times[each] = this.times[at] as number
      as[each] = this.as[at] as number
      bs[each] = this.bs[at] as number
    }
    this.times = times
    this.as = as
    this.bs = bs
    this.head = 0
  }
}
