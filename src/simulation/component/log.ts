import type { Log } from '../../domain/design.ts'
import type { Fault } from '../../domain/fault.ts'
import type { ComponentMeasurement } from '../../domain/measurement.ts'
import { Gauge } from '../gauge.ts'
import { Histogram } from '../histogram.ts'
import type { Owner, Part } from '../part.ts'
import { spreadOf } from '../recorder.ts'
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
  private isPaused = false
  private readonly head: Int32Array
  private readonly tail: Int32Array
  private readonly length: Int32Array
  private readonly busy: Int32Array
  private readonly next: Int32Array
  private readonly backlog: Gauge
  private readonly working: Gauge
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
    this.backlog = new Gauge(world.warmUp)
    this.working = new Gauge(world.warmUp)
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
    this.backlog.set(world.now, this.backlog.level + 1)
    this.consume(partition % rule.consumers)
    return true
  }

  ended(task: number): void {
    const consumer = (mix(this.world.tasks.key[task] as number) % this.rule.partitions) % this.rule.consumers
    this.busy[consumer] = (this.busy[consumer] as number) - 1
    this.working.set(this.world.now, this.working.level - 1)
    if (this.world.now >= this.world.warmUp) this.counts.consumed++
    this.consume(consumer)
  }

  fire(): void {}

  suffer(fault: Fault, isOn: boolean): void {
    if (fault.kind !== 'late' && fault.kind !== 'down') return
    this.isPaused = isOn
    for (let consumer = 0; consumer < this.rule.consumers; consumer++) this.consume(consumer)
  }

  measure(): ComponentMeasurement {
    const { now } = this.world
    const utilisation = this.working.mean(now) / (this.rule.consumers * this.parallel)
    return {
      entered: this.entered,
      utilisation,
      hottest: utilisation,
      queue: this.backlog.mean(now),
      longest: this.backlog.largest,
      wait: spreadOf(this.wait),
      counts: this.counts,
      price: this.rule.price ?? 0,
    }
  }

  /** Gives a consumer what it has room for, its partitions in turn. */
  private consume(consumer: number): void {
    const { world, rule } = this
    const mine = Math.ceil((rule.partitions - consumer) / rule.consumers)
    while (!this.isPaused && (this.busy[consumer] as number) < this.parallel) {
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
      this.backlog.set(world.now, this.backlog.level - 1)
      this.busy[consumer] = (this.busy[consumer] as number) + 1
      this.working.set(world.now, this.working.level + 1)
      const since = world.tasks.born[message] as number
      if (since >= world.warmUp) this.wait.add(world.now - since)
      world.wake(message)
    }
  }
}
