import type { Batcher } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import { Histogram } from '../histogram.ts'
import { Level } from '../level.ts'
import { Line } from '../line.ts'
import { sum } from '../meter.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { Presence } from '../presence.ts'
import { Replicas } from '../replicas.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/** Accelerators on one queue: a free one takes a batch when it is full, or when its first has waited long enough. */
export class BatchServer implements Part {
  readonly replicas: Replicas
  private readonly counts = { refused: 0, lost: 0, batches: 0, items: 0 }
  private entered = 0
  private readonly waiting = new Level()
  private readonly presence: Presence
  /** Items that wait. */
  private items = 0
  private readonly line: Line
  private readonly wait = new Histogram()
  private readonly world: World
  private readonly rule: Batcher
  private readonly id: number
  private readonly timer: number
  private readonly full: number
  private readonly down: number

  constructor(world: World, name: string, rule: Batcher & { readonly most?: number }) {
    this.world = world
    this.rule = rule
    this.id = world.enlist(this)
    this.timer = world.enlist({ fire: () => this.begin() })
    this.line = new Line(world, rule.order)
    this.replicas = new Replicas(world, name, rule)
    this.presence = new Presence(this.replicas.load.length)
    this.full = world.cause(`${name}: full`)
    this.down = world.cause(`${name}: down`)
  }

  enter(task: number): boolean {
    const { world, rule } = this
    this.entered++
    if (this.replicas.count === 0) {
      this.counts.lost++
      return world.fail(task, this.down)
    }
    if (this.waiting.value >= (rule.queue ?? Number.POSITIVE_INFINITY)) {
      this.counts.refused++
      return world.fail(task, this.full)
    }
    world.tasks.since[task] = world.now
    this.line.push(task)
    this.items += world.tasks.work[task] as number
    this.waiting.move(world.now, 1)
    if (this.items >= rule.batch || rule.wait === 0) this.begin()
    else world.after(rule.wait, this.timer, 0, 0)
    return false
  }

  /** A batch is done: its first task, its accelerator. */
  fire(first: number, replica: number): void {
    const { world, replicas } = this
    const { tasks } = world
    const isLost = tasks.epoch[first] !== replicas.epoch[replica]
    if (!isLost) this.presence.end(replica, world.now)
    for (let task = first; task !== NONE; ) {
      const next = tasks.next[task] as number
      if (isLost) {
        this.counts.lost++
        world.failWaiting(task, this.down)
      } else {
        if (replicas.isMixed) tasks.quality[task] = (tasks.quality[task] as number) * (replicas.quality[replica] as number)
        world.wake(task)
      }
      task = next
    }
    this.begin()
  }

  suffer(fault: Fault, isOn: boolean): void {
    this.replicas.suffer(fault, isOn, (replica) => {
      this.presence.clear(replica, this.world.now)
    })
    this.begin()
  }

  totals(now: number): Totals {
    const { entered, counts, presence, replicas, waiting } = this
    return {
      entered,
      worked: presence.totals(now),
      offered: replicas.seconds(),
      each: 1,
      waited: waiting.total(now),
      counts: { ...counts },
    }
  }

  whole(): Whole {
    return { longest: this.waiting.largest, wait: this.wait, price: this.replicas.cost() }
  }

  work(): number {
    return sum(this.presence.totals(this.world.now))
  }

  readonly serversEach = 1

  private begin(): void {
    const { world, rule, replicas } = this
    const { tasks } = world
    while (this.line.length > 0) {
      // A timer set for this very moment must count as waited, whatever the sum was rounded to.
      const isDue = this.items >= rule.batch || world.now >= this.oldest() + rule.wait
      const replica = isDue ? this.idle() : -1
      if (replica < 0) return
      const first = this.line.peek()
      let last = NONE
      let size = 0
      // One that is larger than a batch goes alone.
      while (this.line.length > 0 && (last === NONE || size + (tasks.work[this.line.peek()] as number) <= rule.batch)) {
        const task = this.line.shift()
        if (last !== NONE) tasks.next[last] = task
        last = task
        size += tasks.work[task] as number
        this.waiting.move(world.now, -1)
        const since = tasks.since[task] as number
        if (since >= world.warmUp) this.wait.add(world.now - since)
      }
      tasks.next[last] = NONE
      this.items -= size
      this.counts.batches++
      this.counts.items += size
      const time = (rule.base + rule.item * size) * (replicas.slow[replica] as number)
      this.presence.begin(replica, world.now)
      tasks.epoch[first] = replicas.epoch[replica] as number
      world.after(time, this.id, first, replica)
    }
  }

  /** Since when the one waits that has waited longest. */
  private oldest(): number {
    const { since } = this.world.tasks
    if (this.rule.order === undefined || this.rule.order === 'fifo') return since[this.line.peek()] as number
    let oldest = Number.POSITIVE_INFINITY
    for (const task of this.line) oldest = Math.min(oldest, since[task] as number)
    return oldest
  }

  private idle(): number {
    for (let replica = 0; replica < this.replicas.size; replica++) {
      if (this.presence.busy[replica] === 0 && this.replicas.isUp(replica)) return replica
    }
    return -1
  }
}
