import type { Log } from '../../domain/design.ts'
import type { Fault } from '../../domain/fault.ts'
import { Histogram } from '../histogram.ts'
import { Level } from '../level.ts'
import type { Owner, Part, Totals, Whole } from '../part.ts'
import { mix } from '../replicas.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/**
 * Messages by partition, in order of arrival. Consumer c reads the partitions p with p mod consumers = c and works on `parallel` at once;
 * of a partition no more than `parallel` are under way either, so 1 keeps its order.
 */
export class MessageLog implements Part, Owner {
  private readonly counts = { refused: 0, consumed: 0 }
  private entered = 0
  private pauses = 0
  private readonly head: Int32Array
  private readonly tail: Int32Array
  private readonly length: Int32Array
  private readonly busy: Int32Array
  private readonly next: Int32Array
  private readonly backlog = new Level()
  private readonly working = new Level()
  private readonly wait = new Histogram()
  private readonly id: number
  private readonly world: World
  private readonly rule: Log
  private readonly parallel: number
  private readonly full: number
  /** Where consumers begin, and who counts their messages. */
  private readonly start: { readonly pc: number; readonly recorder: number }

  constructor(world: World, name: string, rule: Log, start: { readonly pc: number; readonly recorder: number }) {
    this.world = world
    this.rule = rule
    this.start = start
    this.id = world.enlist(this)
    this.parallel = rule.parallel ?? 1
    this.head = new Int32Array(rule.partitions).fill(NONE)
    this.tail = new Int32Array(rule.partitions).fill(NONE)
    this.length = new Int32Array(rule.partitions)
    this.busy = new Int32Array(rule.consumers)
    this.next = new Int32Array(rule.consumers)
    this.full = world.cause(`${name}: full`)
  }

  enter(task: number): boolean {
    const { world, rule } = this
    const { tasks } = world
    this.entered++
    const key = tasks.key[task] as number
    const partition = mix(key) % rule.partitions
    if ((this.length[partition] as number) >= (rule.bound ?? Number.POSITIVE_INFINITY)) {
      this.counts.refused++
      return world.fail(task, this.full)
    }
    const message = tasks.make(world.now, this.start.pc, tasks.kind[task] as number, key)
    // How old the facts are that it carries, and how good.
    tasks.born[message] = world.now
    tasks.quality[message] = tasks.quality[task] as number
    tasks.owner[message] = this.id
    tasks.recorder[message] = this.start.recorder
    tasks.next[message] = NONE
    world.recorders[this.start.recorder]?.arrive(world.now)
    if (this.head[partition] === NONE) this.head[partition] = message
    else tasks.next[this.tail[partition] as number] = message
    this.tail[partition] = message
    this.length[partition] = (this.length[partition] as number) + 1
    this.backlog.move(world.now, 1)
    this.consume(partition % rule.consumers)
    return true
  }

  ended(task: number): void {
    const consumer = (mix(this.world.tasks.key[task] as number) % this.rule.partitions) % this.rule.consumers
    this.busy[consumer] = (this.busy[consumer] as number) - 1
    this.working.move(this.world.now, -1)
    this.counts.consumed++
    this.consume(consumer)
  }

  fire(): void {}

  suffer(fault: Fault, isOn: boolean): void {
    if (fault.kind !== 'late' && fault.kind !== 'down') return
    this.pauses += isOn ? 1 : -1
    for (let consumer = 0; consumer < this.rule.consumers; consumer++) this.consume(consumer)
  }

  totals(now: number): Totals {
    const servers = this.rule.consumers * this.parallel
    return {
      entered: this.entered,
      worked: [this.working.total(now)],
      offered: servers * now,
      each: servers,
      waited: this.backlog.total(now),
      counts: { ...this.counts },
    }
  }

  whole(): Whole {
    return { longest: this.backlog.largest, wait: this.wait, price: this.rule.price ?? 0 }
  }

  /** Gives a consumer what it has room for, its partitions in turn. */
  private consume(consumer: number): void {
    const { world, rule } = this
    const mine = Math.ceil((rule.partitions - consumer) / rule.consumers)
    while (this.pauses === 0 && (this.busy[consumer] as number) < this.parallel) {
      let partition = NONE
      for (let each = 0; each < mine && partition === NONE; each++) {
        const turn = ((this.next[consumer] as number) + each) % mine
        if (this.head[turn * rule.consumers + consumer] !== NONE) {
          partition = turn * rule.consumers + consumer
          this.next[consumer] = turn + 1
        }
      }
      if (partition === NONE) return
      const message = this.head[partition] as number
      this.head[partition] = world.tasks.next[message] as number
      this.length[partition] = (this.length[partition] as number) - 1
      this.backlog.move(world.now, -1)
      this.busy[consumer] = (this.busy[consumer] as number) + 1
      this.working.move(world.now, 1)
      const since = world.tasks.born[message] as number
      if (since >= world.warmUp) this.wait.add(world.now - since)
      world.wake(message)
    }
  }
}
