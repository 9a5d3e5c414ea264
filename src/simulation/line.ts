import type { Order } from '../domain/component.ts'
import { NONE } from './tasks.ts'
import type { World } from './world.ts'

/** Priorities go from 0 to 9. */
const PRIORITIES = 10

/**
 * Tasks that wait at one place. One lane, or lanes by priority, or lanes by key or class that are served in turn. With a limit, a key of which as many
 * are served leaves the round until one of them is done.
 */
export class Line {
  length = 0
  private first = NONE
  private last = NONE
  private readonly heads: number[] = []
  private readonly tails: number[] = []
  private readonly served: number[] = []
  /** The round: lanes that have somebody who may be served, each naming the next. */
  private readonly after: number[] = []
  private readonly isIn: boolean[] = []
  private turn = NONE
  private end = NONE
  private readonly lanes = new Map<number, number>()
  private readonly world: World
  private readonly order: Order
  private readonly limit: number

  /** `limit`: of one key served at once; keys then have lanes whatever the order says. */
  constructor(world: World, order: Order = 'fifo', limit = Number.POSITIVE_INFINITY) {
    this.world = world
    this.order = limit < Number.POSITIVE_INFINITY ? 'key' : order
    this.limit = limit
    if (order === 'priority') for (let lane = 0; lane < PRIORITIES; lane++) this.open()
  }

  push(task: number): void {
    const { next } = this.world.tasks
    this.length++
    if (this.order === 'fifo') {
      next[task] = NONE
      if (this.first === NONE) this.first = task
      else next[this.last] = task
      this.last = task
    } else if (this.order === 'lifo') this.prepend(task)
    else {
      const lane = this.lane(task)
      next[task] = NONE
      if (this.heads[lane] === NONE) this.heads[lane] = task
      else next[this.tails[lane] as number] = task
      this.tails[lane] = task
      this.join(lane)
    }
  }

  /** Before all others of its lane. */
  unshift(task: number): void {
    this.length++
    if (this.order === 'fifo' || this.order === 'lifo') {
      this.prepend(task)
      return
    }
    const lane = this.lane(task)
    const head = this.heads[lane] as number
    this.world.tasks.next[task] = head
    this.heads[lane] = task
    if (head === NONE) this.tails[lane] = task
    this.join(lane)
  }

  /** Who is next, or NONE. */
  peek(): number {
    if (this.order === 'fifo' || this.order === 'lifo') return this.first
    const lane = this.next()
    return lane === NONE ? NONE : (this.heads[lane] as number)
  }

  /** Takes out who is next. */
  shift(): number {
    const { next } = this.world.tasks
    this.length--
    if (this.order === 'fifo' || this.order === 'lifo') {
      const task = this.first
      this.first = next[task] as number
      return task
    }
    const lane = this.next()
    const task = this.heads[lane] as number
    this.heads[lane] = next[task] as number
    if (this.order === 'priority') return task
    this.served[lane] = (this.served[lane] as number) + 1
    this.turn = this.after[lane] as number
    this.isIn[lane] = false
    this.join(lane)
    return task
  }

  /** Somebody who was taken out is done with; the next of the same key may come. */
  done(key: number): void {
    if (this.order !== 'key') return
    const lane = this.lanes.get(key)
    if (lane === undefined) return
    this.served[lane] = (this.served[lane] as number) - 1
    this.join(lane)
  }

  /** Somebody of a key is served who never stood here. True: no further one may be. */
  isFull(key: number): boolean {
    const lane = this.lanes.get(key)
    return lane !== undefined && (this.served[lane] as number) >= this.limit
  }

  /** Counts somebody who did not have to wait. */
  serve(task: number): void {
    if (this.order !== 'key') return
    const lane = this.lane(task)
    this.served[lane] = (this.served[lane] as number) + 1
  }

  /** All that wait, in order of their lanes. */
  *[Symbol.iterator](): Generator<number> {
    const { next } = this.world.tasks
    for (const head of this.order === 'fifo' || this.order === 'lifo' ? [this.first] : this.heads) {
      for (let task = head; task !== NONE; task = next[task] as number) yield task
    }
  }

  /** Nobody waits here any longer. */
  clear(): void {
    this.length = 0
    this.first = NONE
    this.heads.fill(NONE)
    this.isIn.fill(false)
    this.turn = NONE
  }

  /** Takes out one who is not next. */
  remove(task: number): void {
    const rest = [...this].filter((each) => each !== task)
    this.clear()
    for (const each of rest) this.push(each)
    this.serve(task)
  }

  private prepend(task: number): void {
    this.world.tasks.next[task] = this.first
    if (this.first === NONE) this.last = task
    this.first = task
  }

  private next(): number {
    if (this.order !== 'priority') return this.turn
    for (let lane = PRIORITIES - 1; lane >= 0; lane--) if (this.heads[lane] !== NONE) return lane
    return NONE
  }

  private lane(task: number): number {
    const { tasks, priorities } = this.world
    const kind = tasks.kind[task] as number
    if (this.order === 'priority') return priorities[kind] ?? 0
    const group = this.order === 'key' ? (tasks.key[task] as number) : kind
    let lane = this.lanes.get(group)
    if (lane === undefined) {
      lane = this.open()
      this.lanes.set(group, lane)
    }
    return lane
  }

  private open(): number {
    this.tails.push(NONE)
    this.served.push(0)
    this.after.push(NONE)
    this.isIn.push(false)
    return this.heads.push(NONE) - 1
  }

  /** A lane takes its place at the end of the round, when there is anybody in it who may be served. */
  private join(lane: number): void {
    if (this.order === 'priority' || this.isIn[lane] === true || this.heads[lane] === NONE || (this.served[lane] as number) >= this.limit)
      return
    this.isIn[lane] = true
    this.after[lane] = NONE
    if (this.turn === NONE) this.turn = lane
    else this.after[this.end] = lane
    this.end = lane
  }
}
