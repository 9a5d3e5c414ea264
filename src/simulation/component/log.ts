import type { Log } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import { pauseOf } from '../backoff.ts'
import { Histogram } from '../histogram.ts'
import { Level } from '../level.ts'
import { Line } from '../line.ts'
import type { Owner, Part, Totals, Whole } from '../part.ts'
import { type Letter, letterOf, restore } from '../letter.ts'
import { spread } from '../replicas.ts'
import { Ring } from '../ring.ts'
import type { Stream } from '../stream.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/**
 * Messages by partition, in order of arrival or by another order within it. Consumer c reads the partitions p with p mod consumers = c and works on
 * `parallel` at once. A message is a task that waits and then does its work; of one that may be given out again a letter is kept.
 */
export class MessageLog implements Part, Owner {
  private readonly counts = { refused: 0, consumed: 0, again: 0, expired: 0, dead: 0 }
  private entered = 0
  private serial = 0
  private readonly partitions: readonly Line[]
  private readonly busy: Int32Array
  private readonly pauses: Int32Array
  private readonly next: Int32Array
  /** Messages that wait for each consumer. */
  private readonly waiting: Int32Array
  private readonly backlog = new Level()
  private readonly working = new Level()
  private readonly wait = new Histogram()
  private readonly letters = new Map<number, Letter>()
  private readonly postponed = new Map<number, Letter>()
  /** Done since the last note. */
  private readonly unnoted: { readonly letter: Letter; readonly at: number }[][]
  private readonly id: number
  private readonly postponer: number
  private readonly leases: Ring | undefined
  private readonly world: World
  private readonly rule: Log
  private readonly stream: Stream
  private readonly parallel: number
  private readonly keeps: boolean
  private readonly full: number
  private readonly given: number
  /** Where consumers begin, and who counts their messages. */
  private readonly start: { readonly pc: number; readonly recorder: number }

  constructor(world: World, name: string, rule: Log, start: { readonly pc: number; readonly recorder: number }) {
    this.world = world
    this.rule = rule
    this.start = start
    this.id = world.enlist(this)
    this.postponer = world.enlist({ fire: (serial) => this.repost(serial) })
    this.leases =
      rule.lease === undefined ? undefined : new Ring(world, { fire: (task, serial) => this.expire(task, serial) }, rule.lease, false)
    this.stream = world.stream(`log ${name}`)
    this.parallel = rule.parallel ?? 1
    this.keeps = rule.lease !== undefined || rule.commit !== undefined || (rule.again ?? 0) > 0
    this.partitions = Array.from({ length: rule.partitions }, () => new Line(world, rule.order, rule.perKey))
    this.busy = new Int32Array(rule.consumers)
    this.pauses = new Int32Array(rule.consumers)
    this.next = new Int32Array(rule.consumers)
    this.waiting = new Int32Array(rule.consumers)
    this.unnoted = Array.from({ length: rule.consumers }, () => [])
    this.full = world.cause(`${name}: full`)
    this.given = world.cause(`${name}: given up`)
  }

  enter(task: number): boolean {
    const { world, rule } = this
    const { tasks } = world
    this.entered++
    const key = tasks.key[task] as number
    const partition = spread(key, rule.partitions)
    const line = this.partitions[partition] as Line
    if (line.length >= (rule.bound ?? Number.POSITIVE_INFINITY)) {
      this.counts.refused++
      return world.fail(task, this.full)
    }
    const message = this.message(world.now, tasks.kind[task] as number, key)
    // How old the facts are that it carries, and how good.
    tasks.happened[message] = tasks.happened[task] as number
    tasks.quality[message] = tasks.quality[task] as number
    tasks.work[message] = tasks.work[task] as number
    tasks.operation[message] = tasks.operation[task] as number
    if (this.keeps) this.letters.set(message, letterOf(tasks, message))
    world.recorders[this.start.recorder]?.arrive(world.now)
    line.push(message)
    const consumer = partition % rule.consumers
    this.queue(consumer, 1)
    this.consume(consumer)
    return true
  }

  /** True: this was not the end of the message. */
  ended(task: number, isOk: boolean): boolean {
    const { world, rule } = this
    const letter = this.letters.get(task)
    // Of one whose lease is over, or that was given out again, nobody hears.
    if (this.keeps && letter === undefined) return true
    const consumer = this.free(world.tasks.key[task] as number)
    if (letter === undefined) {
      this.counts.consumed++
      this.consume(consumer)
      return false
    }
    this.letters.delete(task)
    const wasDone = letter.isDone
    const isAgain = !isOk && letter.deliveries <= (rule.again ?? 0)
    if (isAgain) this.postpone(letter)
    else {
      if (isOk) this.counts.consumed++
      else this.counts.dead++
      letter.isDone = true
      if (rule.commit !== undefined) this.note(consumer, letter)
    }
    this.consume(consumer)
    return isAgain || wasDone
  }

  fire(): void {}

  suffer(fault: Fault, isOn: boolean): void {
    if (fault.kind !== 'late' && fault.kind !== 'down') return
    const named = fault.kind === 'down' ? fault.replicas : undefined
    for (let consumer = 0; consumer < this.rule.consumers; consumer++) {
      if (named !== undefined && !named.includes(consumer)) continue
      this.pauses[consumer] = (this.pauses[consumer] as number) + (isOn ? 1 : -1)
      if (fault.kind === 'down' && isOn && this.rule.commit !== undefined) this.crash(consumer)
      this.consume(consumer)
    }
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
    while ((this.waiting[consumer] as number) > 0 && this.pauses[consumer] === 0 && (this.busy[consumer] as number) < this.parallel) {
      let partition = NONE
      for (let each = 0; each < mine && partition === NONE; each++) {
        const turn = ((this.next[consumer] as number) + each) % mine
        if (this.partitions[turn * rule.consumers + consumer]?.peek() !== NONE) {
          partition = turn * rule.consumers + consumer
          this.next[consumer] = turn + 1
        }
      }
      if (partition === NONE) return
      const message = (this.partitions[partition] as Line).shift()
      this.queue(consumer, -1)
      this.busy[consumer] = (this.busy[consumer] as number) + 1
      this.working.move(world.now, 1)
      const letter = this.letters.get(message)
      if (letter !== undefined) {
        letter.deliveries++
        letter.isOut = true
        letter.serial = this.serial++
        this.leases?.add(message, letter.serial)
      }
      const since = world.tasks.born[message] as number
      if (since >= world.warmUp && (letter?.deliveries ?? 1) === 1) this.wait.add(world.now - since)
      world.wake(message)
    }
  }

  /** So many messages more wait for a consumer. */
  private queue(consumer: number, by: number): void {
    this.waiting[consumer] = (this.waiting[consumer] as number) + by
    this.backlog.move(this.world.now, by)
  }

  private message(born: number, kind: number, key: number): number {
    const { tasks } = this.world
    const message = tasks.make(this.world.now, this.start.pc, kind, key)
    tasks.born[message] = born
    tasks.owner[message] = this.id
    tasks.recorder[message] = this.start.recorder
    return message
  }

  /** A message takes its place again: as the last of its partition, or as the first. */
  private post(letter: Letter, isFirst: boolean): void {
    const { tasks } = this.world
    const message = this.message(letter.born, letter.kind, letter.key)
    restore(tasks, message, letter)
    this.letters.set(message, letter)
    letter.isOut = false
    this.counts.again++
    const line = this.partitions[spread(letter.key, this.rule.partitions)] as Line
    if (isFirst) line.unshift(message)
    else line.push(message)
    this.queue(this.consumer(letter.key), 1)
  }

  private postpone(letter: Letter): void {
    const pause = pauseOf(this.rule.backoff, letter.deliveries, this.stream)
    const serial = this.serial++
    this.postponed.set(serial, letter)
    this.world.after(pause, this.postponer, serial, 0)
  }

  private repost(serial: number): void {
    const letter = this.postponed.get(serial) as Letter
    this.postponed.delete(serial)
    this.post(letter, false)
    this.consume(this.consumer(letter.key))
  }

  /** The lease of a message is over: it is given to another while the first still works on it. */
  private expire(task: number, serial: number): void {
    const letter = this.letters.get(task)
    if (letter === undefined || letter.serial !== serial) return
    this.letters.delete(task)
    this.counts.expired++
    const consumer = this.free(letter.key)
    if (letter.deliveries <= (this.rule.again ?? Number.POSITIVE_INFINITY)) this.post(letter, false)
    else {
      this.counts.dead++
      this.world.recorders[this.start.recorder]?.lose(letter.born, this.given)
    }
    this.consume(consumer)
  }

  /** A consumer is gone: it begins again after its last note. */
  private crash(consumer: number): void {
    const noted = this.noted()
    const again = (this.unnoted[consumer] ?? []).flatMap(({ letter, at }) => (at >= noted ? [letter] : []))
    this.unnoted[consumer] = []
    for (const [task, letter] of this.letters) {
      if (!letter.isOut || this.consumer(letter.key) !== consumer) continue
      this.letters.delete(task)
      this.free(letter.key)
      again.push(letter)
    }
    // As they stood: the oldest first.
    again.sort((one, other) => other.born - one.born)
    for (const letter of again) this.post(letter, true)
  }

  private note(consumer: number, letter: Letter): void {
    const noted = this.noted()
    const mine = this.unnoted[consumer] as { readonly letter: Letter; readonly at: number }[]
    if ((mine[0]?.at ?? noted) < noted) this.unnoted[consumer] = mine.filter(({ at }) => at >= noted)
    this.unnoted[consumer]?.push({ letter, at: this.world.now })
  }

  /** When the last note was made. */
  private noted(): number {
    const { commit = 0 } = this.rule
    return commit === 0 ? Number.POSITIVE_INFINITY : Math.floor(this.world.now / commit) * commit
  }

  private consumer(key: number): number {
    return spread(key, this.rule.partitions) % this.rule.consumers
  }

  /** A consumer has room for one more. */
  private free(key: number): number {
    const partition = spread(key, this.rule.partitions)
    const consumer = partition % this.rule.consumers
    this.partitions[partition]?.done(key)
    this.busy[consumer] = (this.busy[consumer] as number) - 1
    this.working.move(this.world.now, -1)
    return consumer
  }
}
