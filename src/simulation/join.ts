import type { Stream } from './stream.ts'
import type { Waiter, World } from './world.ts'

export interface JoinRule {
  readonly need: number
  readonly seconds: number | undefined
  readonly lost: number
  /** The branches do the same with keys of their own: drawn for each, or 0, 1, 2 ... */
  readonly keys: ((stream: Stream, kind: number) => number) | 'spread' | undefined
}

/** Waits for branches in parallel: for all, for enough, or until a time. */
export class Join implements Waiter {
  private readonly world: World
  private readonly rule: JoinRule
  private readonly self: number
  private readonly timer: number
  private readonly stream: Stream

  constructor(world: World, name: string, rule: JoinRule) {
    this.world = world
    this.rule = rule
    this.self = world.waiters.push(this) - 1
    this.timer = world.enlist({ fire: (task, stamp) => this.timeOut(task, stamp) })
    this.stream = world.stream(`fan-out ${name}`)
  }

  get index(): number {
    return this.self
  }

  begin(task: number, at: number): boolean {
    const { world, rule } = this
    const { tasks, code } = world
    const count = code[at + 3] as number
    tasks.settle(task)
    tasks.waiter[task] = this.self
    tasks.pc[task] = code[at + 2] as number
    tasks.branches[task] = count
    tasks.tries[task] = count
    tasks.got[task] = 0
    tasks.started[task] = 0
    for (let each = 0; each < count; each++) {
      const key =
        rule.keys === undefined
          ? (tasks.key[task] as number)
          : rule.keys === 'spread'
            ? each
            : rule.keys(this.stream, tasks.kind[task] as number)
      world.branch(task, code[at + 4 + each] as number, key)
    }
    if (rule.seconds !== undefined) world.after(rule.seconds, this.timer, task, tasks.stamp[task] as number)
    return false
  }

  answered(task: number, branch: number, isOk: boolean): void {
    const { world, rule } = this
    const { tasks } = world
    const left = (tasks.branches[task] as number) - 1
    tasks.branches[task] = left
    if (isOk) {
      // The quality of many alike is their mean; that of different ones all bear upon the answer.
      if (rule.keys !== undefined) {
        tasks.started[task] = (tasks.started[task] as number) + (tasks.quality[branch] as number)
        tasks.quality[branch] = 1
      }
      tasks.inherit(task, branch)
      tasks.got[task] = (tasks.got[task] as number) + 1
    }
    const got = tasks.got[task] as number
    if (got >= rule.need) this.goOn(task)
    // With a time to wait until, a lost branch costs quality and not the answer.
    else if (rule.seconds !== undefined) {
      if (left === 0) this.goOn(task)
    } else if (got + left < rule.need) {
      tasks.settle(task)
      world.failWaiting(task, tasks.cause[branch] as number)
    }
  }

  private timeOut(task: number, stamp: number): void {
    if (this.world.tasks.stamp[task] === stamp) this.goOn(task)
  }

  private goOn(task: number): void {
    const { world, rule } = this
    const { tasks } = world
    const got = tasks.got[task] as number
    if (rule.keys !== undefined && got > 0) tasks.quality[task] = ((tasks.quality[task] as number) * (tasks.started[task] as number)) / got
    const missing = Math.max(0, rule.need - got) / rule.need
    if (missing > 0) {
      tasks.quality[task] = (tasks.quality[task] as number) * Math.max(0, 1 - rule.lost * missing)
      world.mark(task, 'partial')
    }
    tasks.settle(task)
    world.wake(task)
  }
}
