import type { EventQueue } from './event-queue.ts'
import { FLIGHT, Frames, TOKEN, TRY } from './frames.ts'
import type { Actor, Finished, Forgetful, Held, Owner, Part, Refreshed } from './part.ts'
import type { Recorder } from './recorder.ts'
import type { Sampler } from './sampler.ts'
import { Stream } from './stream.ts'
import { NONE, Tasks } from './tasks.ts'
import * as op from './program.ts'

/** Who judges a wait for others: a caller by its policy, a join. */
export interface Waiter {
  begin(task: number, at: number): boolean
  /** A branch that is still waited for has ended. */
  answered(task: number, branch: number, isOk: boolean): void
}

/** One run under way: time, events, tasks and the program they follow. */
export class World {
  now = 0
  readonly tasks = new Tasks()
  readonly frames = new Frames()
  readonly parts: (Part & Partial<Held & Refreshed & Forgetful & Finished>)[] = []
  readonly waiters: Waiter[] = []
  readonly recorders: Recorder[] = []
  readonly causes: string[] = []
  readonly names: string[] = []
  readonly numbers: number[] = []
  readonly shares: Float64Array[] = []
  readonly samplers: Sampler[] = []
  /** Of the class that has most. */
  keys = 1
  /** Of each class. */
  priorities: readonly number[] = []
  readonly branches: Int32Array[] = []
  code = new Int32Array(0)
  readonly queue: EventQueue
  readonly warmUp: number
  readonly end: number
  private readonly seed: number
  private readonly actors: Actor[] = []
  private readonly chance: Stream
  private readonly amounts: Stream
  /** Tasks that go on after this event, in the order they were woken. */
  private ready = new Int32Array(64)
  private woken = 0

  constructor(queue: EventQueue, seed: number, warmUp: number, end: number) {
    this.queue = queue
    this.seed = seed
    this.warmUp = warmUp
    this.end = end
    this.chance = this.stream('branches')
    this.amounts = this.stream('work')
  }

  stream(purpose: string): Stream {
    return new Stream(this.seed, purpose)
  }

  /** The number by which events name an actor. */
  enlist(actor: Actor): number {
    return this.actors.push(actor) - 1
  }

  cause(name: string): number {
    const known = this.causes.indexOf(name)
    return known >= 0 ? known : this.causes.push(name) - 1
  }

  after(seconds: number, actor: number, a: number, b: number): void {
    this.queue.push(this.now + seconds, actor, a, b)
  }

  /** Runs until the end, or until there were too many events or tasks. */
  run(events: number, most: number): { readonly events: number; readonly stopped: 'events' | 'requests' | undefined } {
    const { queue, actors, end, tasks } = this
    let count = 0
    while (queue.pop()) {
      if (queue.time > end) break
      this.now = queue.time
      ;(actors[queue.actor] as Actor).fire(queue.a, queue.b)
      if (this.woken > 0) this.drain()
      if (++count >= events) return { events: count, stopped: 'events' }
      if (tasks.live > most) return { events: count, stopped: 'requests' }
    }
    this.now = end
    return { events: count, stopped: undefined }
  }

  /** A task goes on as soon as the event under way is done with. */
  wake(task: number): void {
    if (this.woken === this.ready.length) {
      const larger = new Int32Array(this.woken * 2)
      larger.set(this.ready)
      this.ready = larger
    }
    this.ready[this.woken++] = task
  }

  /** Does what a task has to do until it waits or ends. */
  step(task: number): void {
    const { code, tasks } = this
    for (;;) {
      if (tasks.cancels[task] === 1 && tasks.isAbandoned(task)) {
        this.abandon(task)
        return
      }
      const at = tasks.pc[task] as number
      switch (code[at]) {
        case op.VISIT:
          tasks.pc[task] = at + 2
          if (!this.part(at + 1).enter(task, false)) return
          break
        case op.WRITE:
          tasks.pc[task] = at + 2
          if (!this.part(at + 1).enter(task, true)) return
          break
        case op.END:
          this.finish(task, true)
          return
        case op.JUMP:
          tasks.pc[task] = code[at + 1] as number
          break
        case op.CACHE:
          tasks.pc[task] = at + 3
          if (!this.part(at + 1).enter(task, false)) return
          break
        case op.FILL:
          tasks.pc[task] = at + 2
          if (!this.part(at + 1).finish(task)) return
          break
        case op.DROP:
          tasks.pc[task] = at + 2
          this.part(at + 1).drop?.(task)
          break
        case op.RELEASE:
          tasks.pc[task] = at + 1
          this.giveBack(task, true)
          break
        case op.CALL:
        case op.ALL:
          if (!(this.waiters[code[at + 1] as number] as Waiter).begin(task, at)) return
          break
        case op.APART: {
          const other = tasks.make(this.now, at + 2, tasks.kind[task] as number, tasks.key[task] as number)
          tasks.descend(other, task)
          tasks.pc[task] = code[at + 1] as number
          this.wake(other)
          break
        }
        case op.CHOOSE:
          tasks.pc[task] = this.choose(code[at + 1] as number)
          break
        case op.AGAIN:
          tasks.pc[task] = this.chance.uniform() < (this.numbers[code[at + 1] as number] as number) ? (code[at + 2] as number) : at + 3
          break
        case op.TRYING:
          tasks.pc[task] = at + 2
          this.hold(task, TRY, code[at + 1] as number)
          break
        case op.MARK:
          tasks.pc[task] = at + 2
          this.mark(task, this.names[code[at + 1] as number] as string)
          break
        case op.QUALITY:
          tasks.pc[task] = at + 2
          tasks.quality[task] = (tasks.quality[task] as number) * (this.numbers[code[at + 1] as number] as number)
          break
        case op.REFRESH:
          tasks.pc[task] = at + 2
          this.part(at + 1).refresh?.(tasks.born[task] as number, tasks.key[task] as number)
          break
        case op.WORK:
          tasks.pc[task] = at + 2
          tasks.work[task] = code[at + 1] === NONE ? 1 : (this.samplers[code[at + 1] as number] as Sampler).draw(this.amounts)
          break
        case op.EFFECT:
          tasks.pc[task] = at + 3
          if (tasks.operation[task] !== NONE) {
            const { effects } = this.recorders[tasks.kind[task] as number] as Recorder
            effects?.happen(code[at + 1] as number, tasks.operation[task] as number, code[at + 2] === 1)
          }
          break
        case op.AROUND:
          tasks.pc[task] = at + 2
          this.part(at + 1).outdate?.(task)
          break
        default:
          if (!this.fail(task, code[at + 1] as number)) return
      }
    }
  }

  hold(task: number, kind: number, value: number, amount = 1): void {
    this.tasks.frame[task] = this.frames.push(this.tasks.frame[task] as number, kind, value, amount)
  }

  /** Gives back what was taken last. */
  giveBack(task: number, isOk: boolean): void {
    const top = this.tasks.frame[task] as number
    const kind = this.frames.kind(top)
    const value = this.frames.value(top)
    const amount = this.frames.amount(top)
    this.tasks.frame[task] = this.frames.pop(top)
    if (kind === TOKEN || kind === FLIGHT) this.parts[value]?.release?.(task, isOk, amount)
  }

  /** What a task was doing has failed. True: it has an alternative and goes on there. */
  fail(task: number, cause: number): boolean {
    const { tasks, frames } = this
    tasks.cause[task] = cause
    tasks.work[task] = 1
    for (let top = tasks.frame[task] as number; top !== NONE; top = tasks.frame[task] as number) {
      const [kind, value] = [frames.kind(top), frames.value(top)]
      this.giveBack(task, false)
      if (kind === TRY) {
        tasks.pc[task] = value
        return true
      }
    }
    this.finish(task, false)
    return false
  }

  /** As `fail`, for tasks that wait somewhere. */
  failWaiting(task: number, cause: number): void {
    if (this.fail(task, cause)) this.wake(task)
  }

  /** Ends a task that nobody waits for, giving back all it holds. */
  abandon(task: number): void {
    while (this.tasks.frame[task] !== NONE) this.giveBack(task, false)
    this.finish(task, false)
  }

  /** A branch of a task that waits from now on under its stamp. */
  branch(parent: number, pc: number, key: number): number {
    const { tasks } = this
    const child = tasks.make(this.now, pc, tasks.kind[parent] as number, key)
    tasks.parent[child] = parent
    tasks.parentStamp[child] = tasks.stamp[parent] as number
    tasks.cancels[child] = tasks.cancels[parent] as number
    tasks.descend(child, parent)
    this.wake(child)
    return child
  }

  mark(task: number, name: string): void {
    const { tasks } = this
    let root = task
    while (tasks.parent[root] !== NONE) {
      if (tasks.stamp[tasks.parent[root] as number] !== tasks.parentStamp[root]) return
      root = tasks.parent[root] as number
    }
    if (tasks.recorder[root] !== NONE) this.recorders[tasks.recorder[root] as number]?.mark(name, tasks.born[root] as number)
  }

  private part(at: number): Part & Finished & Partial<Refreshed & Forgetful> {
    return this.parts[this.code[at] as number] as Part & Finished
  }

  private choose(chooser: number): number {
    const shares = this.shares[chooser] as Float64Array
    const value = this.chance.uniform() * (shares[shares.length - 1] as number)
    let at = 0
    while ((shares[at] as number) <= value) at++
    return (this.branches[chooser] as Int32Array)[at] as number
  }

  private finish(task: number, isOk: boolean): void {
    const { tasks } = this
    const parent = tasks.parent[task] as number
    if (parent !== NONE) {
      if (tasks.stamp[parent] === tasks.parentStamp[task]) this.waiters[tasks.waiter[parent] as number]?.answered(parent, task, isOk)
    } else {
      const owner = tasks.owner[task] as number
      const goesOn = owner !== NONE && (this.actors[owner] as Actor & Partial<Owner>).ended?.(task, isOk) === true
      if (tasks.recorder[task] !== NONE && !goesOn) this.recorders[tasks.recorder[task] as number]?.finish(this.now, tasks, task, isOk)
    }
    tasks.drop(task)
  }

  private drain(): void {
    for (let at = 0; at < this.woken; at++) this.step(this.ready[at] as number)
    this.woken = 0
  }
}
