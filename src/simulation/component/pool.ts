import type { Pool } from '../../domain/design.ts'
import type { ComponentMeasurement } from '../../domain/measurement.ts'
import { TOKEN } from '../frames.ts'
import { Gauge } from '../gauge.ts'
import { Histogram } from '../histogram.ts'
import type { Part } from '../part.ts'
import { spreadOf } from '../recorder.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/** Tokens that are held while further steps run: connections, threads, permits. */
export class TokenPool implements Part {
  private entered = 0
  private refused = 0
  private expired = 0
  private left: number
  private waiting = 0
  private head = NONE
  private tail = NONE
  private readonly used: Gauge
  private readonly queue: Gauge
  private readonly wait = new Histogram()
  private readonly world: World
  private readonly rule: Pool
  private readonly index: number
  private readonly full: number

  constructor(world: World, name: string, rule: Pool, index: number) {
    this.world = world
    this.rule = rule
    this.index = index
    this.left = rule.tokens
    this.used = new Gauge(world.warmUp)
    this.queue = new Gauge(world.warmUp)
    this.full = world.cause(`${name}: full`)
  }

  enter(task: number): boolean {
    const { world } = this
    this.entered++
    world.tasks.since[task] = world.now
    if (this.left > 0) {
      this.left--
      this.grant(task)
      return true
    }
    if (this.waiting >= (this.rule.queue ?? Number.POSITIVE_INFINITY)) {
      this.refused++
      return world.fail(task, this.full)
    }
    this.queue.set(world.now, ++this.waiting)
    world.tasks.next[task] = NONE
    if (this.head === NONE) this.head = task
    else world.tasks.next[this.tail] = task
    this.tail = task
    return false
  }

  release(): void {
    const { world } = this
    while (this.head !== NONE) {
      const task = this.head
      this.head = world.tasks.next[task] as number
      this.queue.set(world.now, --this.waiting)
      if (world.tasks.cancels[task] === 1 && world.isAbandoned(task)) {
        this.expired++
        world.abandon(task)
        continue
      }
      this.grant(task)
      world.wake(task)
      return
    }
    this.left++
    this.used.set(world.now, this.rule.tokens - this.left)
  }

  fire(): void {}

  measure(): ComponentMeasurement {
    const { now } = this.world
    const utilisation = this.used.mean(now) / this.rule.tokens
    return {
      entered: this.entered,
      utilisation,
      hottest: utilisation,
      queue: this.queue.mean(now),
      longest: this.queue.largest,
      wait: spreadOf(this.wait),
      counts: { refused: this.refused, expired: this.expired },
      price: this.rule.price ?? 0,
    }
  }

  private grant(task: number): void {
    const { world } = this
    this.used.set(world.now, this.rule.tokens - this.left)
    const since = world.tasks.since[task] as number
    if (since >= world.warmUp) this.wait.add(world.now - since)
    world.hold(task, TOKEN, this.index)
  }
}
