import type { Policy } from '../domain/policy.ts'
import { pauseOf } from './backoff.ts'
import { Breaker } from './breaker.ts'
import { Ring } from './ring.ts'
import type { Stream } from './stream.ts'
import { NONE } from './tasks.ts'
import type { Waiter, World } from './world.ts'

/** Calls others by a policy: time-outs, retries with back-off from a budget, hedges, a breaker. Counts each of them. */
export class Caller implements Waiter {
  readonly counts = { calls: 0, attempts: 0, retries: 0, hedges: 0, timeouts: 0, unpaid: 0, open: 0, failed: 0 }
  private readonly world: World
  private readonly policy: Policy
  private readonly self: number
  private readonly stream: Stream
  private readonly timeouts: Ring | undefined
  private readonly hedges: Ring | undefined
  private readonly retrier: number
  private readonly timer: number
  private readonly breaker: Breaker | undefined
  private readonly timedOut: number
  private readonly isOpen: number
  private tokens: number

  constructor(world: World, name: string, policy: Policy) {
    this.world = world
    this.policy = policy
    this.self = world.waiters.push(this) - 1
    this.stream = world.stream(`policy ${name}`)
    const timer = { fire: (task: number, stamp: number) => this.timeOut(task, stamp) }
    this.timer = world.enlist(timer)
    this.timeouts = policy.timeout === undefined ? undefined : new Ring(world, timer, policy.timeout, true)
    this.hedges =
      policy.hedge === undefined ? undefined : new Ring(world, { fire: (task, stamp) => this.hedge(task, stamp) }, policy.hedge, true)
    this.retrier = world.enlist({ fire: (task, stamp) => this.retry(task, stamp) })
    this.breaker = policy.breaker === undefined ? undefined : new Breaker(policy.breaker)
    this.timedOut = world.cause('timed out')
    this.isOpen = world.cause('breaker open')
    this.tokens = policy.budget?.burst ?? 0
  }

  begin(task: number, at: number): boolean {
    const { world, policy } = this
    const { tasks, code } = world
    tasks.waiter[task] = this.self
    tasks.body[task] = at + 4
    tasks.otherwise[task] = code[at + 2] as number
    tasks.pc[task] = code[at + 3] as number
    tasks.started[task] = world.now
    tasks.tries[task] = 1
    this.counts.calls++
    if (policy.budget !== undefined) this.tokens = Math.min(policy.budget.burst, this.tokens + policy.budget.ratio)
    return this.attempt(task)
  }

  answered(task: number, branch: number, isOk: boolean): void {
    const { world } = this
    const { tasks } = world
    if (!isOk) {
      tasks.cause[task] = tasks.cause[branch] as number
      tasks.branches[task] = (tasks.branches[task] as number) - 1
      if (tasks.branches[task] === 0) this.lose(task)
      return
    }
    tasks.inherit(task, branch)
    tasks.settle(task)
    this.breaker?.record(world.now, true)
    world.wake(task)
  }

  /** True when the breaker is open and the task goes on with its alternative. */
  private attempt(task: number): boolean {
    const { world, policy } = this
    const { tasks } = world
    if (this.breaker !== undefined && !this.breaker.lets(world.now)) {
      this.counts.open++
      return this.giveUp(task, this.isOpen)
    }
    tasks.settle(task)
    this.spawn(task, 1)
    const stamp = tasks.stamp[task] as number
    const left = policy.deadline === undefined ? Number.POSITIVE_INFINITY : (tasks.started[task] as number) + policy.deadline - world.now
    if (left < (policy.timeout ?? Number.POSITIVE_INFINITY)) world.after(left, this.timer, task, stamp)
    else this.timeouts?.add(task, stamp)
    this.hedges?.add(task, stamp)
    return false
  }

  private spawn(task: number, branches: number): void {
    const { tasks } = this.world
    this.counts.attempts++
    tasks.branches[task] = branches
    const child = this.world.branch(task, tasks.body[task] as number, tasks.key[task] as number)
    if (this.policy.cancels === true) tasks.cancels[child] = 1
  }

  private hedge(task: number, stamp: number): void {
    if (this.world.tasks.stamp[task] !== stamp) return
    this.counts.hedges++
    this.spawn(task, (this.world.tasks.branches[task] as number) + 1)
  }

  private timeOut(task: number, stamp: number): void {
    if (this.world.tasks.stamp[task] !== stamp) return
    this.counts.timeouts++
    this.world.tasks.cause[task] = this.timedOut
    this.lose(task)
  }

  /** An attempt, with its hedge, has failed: once more, or the end. */
  private lose(task: number): void {
    const { world, policy, counts } = this
    const { tasks } = world
    tasks.settle(task)
    this.breaker?.record(world.now, false)
    const pause = pauseOf(policy.backoff, tasks.tries[task] as number, this.stream)
    const isLate = policy.deadline !== undefined && world.now + pause >= (tasks.started[task] as number) + policy.deadline
    if ((tasks.tries[task] as number) > (policy.retries ?? 0) || isLate || !this.pays()) {
      if (this.giveUp(task, tasks.cause[task] as number)) world.wake(task)
      return
    }
    counts.retries++
    tasks.tries[task] = (tasks.tries[task] as number) + 1
    world.after(pause, this.retrier, task, tasks.stamp[task] as number)
  }

  private retry(task: number, stamp: number): void {
    if (this.world.tasks.stamp[task] === stamp && this.attempt(task)) this.world.wake(task)
  }

  private pays(): boolean {
    if (this.policy.budget === undefined) return true
    if (this.tokens < 1) {
      this.counts.unpaid++
      return false
    }
    this.tokens--
    return true
  }

  private giveUp(task: number, cause: number): boolean {
    const { world } = this
    this.counts.failed++
    const otherwise = world.tasks.otherwise[task] as number
    if (otherwise === NONE) return world.fail(task, cause)
    world.tasks.pc[task] = otherwise
    return true
  }
}
