import type { Pool } from '../../domain/design.ts'
import { TOKEN } from '../frames.ts'
import { Histogram } from '../histogram.ts'
import { Level } from '../level.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/** Tokens that are held while further steps run: connections, threads, permits. */
export class TokenPool implements Part {
  private entered = 0
  private refused = 0
  private expired = 0
  private head = NONE
  private tail = NONE
  private readonly used = new Level()
  private readonly queue = new Level()
  private readonly wait = new Histogram()
  private readonly world: World
  private readonly rule: Pool
  private readonly index: number
  private readonly full: number

  constructor(world: World, name: string, rule: Pool, index: number) {
    this.world = world
    this.rule = rule
    this.index = index
    this.full = world.cause(`${name}: full`)
  }

  enter(task: number): boolean {
    const { world } = this
    this.entered++
    world.tasks.since[task] = world.now
    if (this.used.value < this.rule.tokens) {
      this.grant(task)
      return true
    }
    if (this.queue.value >= (this.rule.queue ?? Number.POSITIVE_INFINITY)) {
      this.refused++
      return world.fail(task, this.full)
    }
    this.queue.move(world.now, 1)
    world.tasks.next[task] = NONE
    if (this.head === NONE) this.head = task
    else world.tasks.next[this.tail] = task
    this.tail = task
    return false
  }

  release(): void {
    const { world } = this
    this.used.move(world.now, -1)
    while (this.head !== NONE) {
      const task = this.head
      this.head = world.tasks.next[task] as number
      this.queue.move(world.now, -1)
      if (world.tasks.cancels[task] === 1 && world.isAbandoned(task)) {
        this.expired++
        world.abandon(task)
        continue
      }
      this.grant(task)
      world.wake(task)
      return
    }
  }

  fire(): void {}

  totals(now: number): Totals {
    const { entered, refused, expired, rule } = this
    return {
      entered,
      worked: [this.used.total(now)],
      offered: rule.tokens * now,
      each: rule.tokens,
      waited: this.queue.total(now),
      counts: { refused, expired },
    }
  }

  whole(): Whole {
    return { longest: this.queue.largest, wait: this.wait, price: this.rule.price ?? 0 }
  }

  private grant(task: number): void {
    const { world } = this
    this.used.move(world.now, 1)
    const since = world.tasks.since[task] as number
    if (since >= world.warmUp) this.wait.add(world.now - since)
    world.hold(task, TOKEN, this.index)
  }
}
