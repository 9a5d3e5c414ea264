import type { Quorum } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { spread } from '../replicas.ts'
import { Sampler } from '../sampler.ts'
import type { Stream } from '../stream.ts'
import type { World } from '../world.ts'
import { ServiceTier } from './service.ts'

/** What a task is to a store: a write, or a read. */
const WRITE = 1
const READ = 0

/**
 * A store whose nodes are all alike. The version of a key is the time at which its write began. A read knows what had been answered when it began; it is
 * stale when nobody it heard of knew that.
 */
export class QuorumStore implements Part {
  private readonly tier: ServiceTier
  /** By key and copy, what that copy has; by key, what has been answered. */
  private readonly versions: Float64Array
  private readonly answers: Float64Array
  private readonly world: World
  private readonly rule: Quorum
  private readonly id: number
  private readonly repairer: number
  private readonly delay: Sampler | undefined
  private readonly stream: Stream
  private readonly tooFew: number
  private readonly counts = { reads: 0, writes: 0, stale: 0, 'too few': 0 }
  private readonly nodes: number[] = []

  constructor(world: World, name: string, rule: Quorum) {
    this.world = world
    this.rule = rule
    this.id = world.enlist(this)
    this.repairer = world.enlist({ fire: (node) => this.repair(node) })
    this.tier = new ServiceTier(world, name, {
      time: rule.time,
      replicas: rule.replicas,
      ...(rule.servers !== undefined && { servers: rule.servers }),
      ...(rule.queue !== undefined && { queue: rule.queue }),
      ...(rule.zones !== undefined && { zones: rule.zones }),
      ...(rule.price !== undefined && { price: rule.price }),
    })
    this.versions = new Float64Array(rule.keys * rule.copies).fill(Number.NEGATIVE_INFINITY)
    this.answers = new Float64Array(rule.keys).fill(Number.NEGATIVE_INFINITY)
    this.delay = rule.delay === undefined ? undefined : new Sampler(rule.delay)
    this.stream = world.stream(`copies ${name}`)
    this.tooFew = world.cause(`${name}: too few copies`)
  }

  /** Asks the copies of a key; the task goes on when enough have answered. */
  begin(task: number, at: number, isWrite: boolean): boolean {
    const { world, rule, nodes } = this
    const { tasks, code } = world
    const key = (tasks.key[task] as number) % rule.keys
    if (isWrite) this.counts.writes++
    else this.counts.reads++
    const needed = isWrite ? rule.write : rule.read
    nodes.length = 0
    for (let copy = 0; copy < rule.copies; copy++) {
      const node = (this.home(key) + copy) % rule.replicas
      if (this.tier.replicas.isUp(node)) nodes.push(node)
    }
    tasks.pc[task] = code[at + 3] as number
    if (nodes.length < needed) {
      this.counts['too few']++
      return world.fail(task, this.tooFew)
    }
    if (!isWrite && rule.asks === 'needed') {
      while (nodes.length > needed) nodes.splice(this.stream.below(nodes.length), 1)
    }
    tasks.settle(task)
    tasks.waiter[task] = code[at + 1] as number
    tasks.branches[task] = nodes.length
    tasks.got[task] = 0
    tasks.need[task] = isWrite ? WRITE : READ
    // What is written, or the newest that was heard of, and what had been answered by now.
    tasks.started[task] = isWrite ? world.now : Number.NEGATIVE_INFINITY
    tasks.since[task] = this.answers[key] as number
    for (const node of nodes) {
      const branch = world.branch(task, at + 4, key)
      tasks.place[branch] = node
      tasks.need[branch] = isWrite ? WRITE : READ
      tasks.started[branch] = world.now
    }
    return false
  }

  /** A copy is asked. */
  enter(task: number): boolean {
    const { world } = this
    if (this.delay === undefined) return this.arrive(task)
    world.after(this.delay.draw(this.stream), this.id, task, 0)
    return false
  }

  fire(task: number): void {
    if (this.arrive(task)) this.world.wake(task)
  }

  /** A copy has done it. */
  finish(task: number): boolean {
    const { tasks } = this.world
    const key = tasks.key[task] as number
    const { rule } = this
    const copy = ((tasks.place[task] as number) - this.home(key) + rule.replicas) % rule.replicas
    const at = key * rule.copies + copy
    if (tasks.need[task] === READ) tasks.started[task] = this.versions[at] as number
    else if ((this.versions[at] as number) < (tasks.started[task] as number)) this.versions[at] = tasks.started[task] as number
    return true
  }

  answered(task: number, branch: number, isOk: boolean): void {
    const { world, rule } = this
    const { tasks } = world
    const left = (tasks.branches[task] as number) - 1
    tasks.branches[task] = left
    const isWrite = tasks.need[task] === WRITE
    const needed = isWrite ? rule.write : rule.read
    if (isOk) {
      tasks.got[task] = (tasks.got[task] as number) + 1
      tasks.inherit(task, branch)
      if ((tasks.started[branch] as number) > (tasks.started[task] as number)) tasks.started[task] = tasks.started[branch] as number
    }
    const got = tasks.got[task] as number
    if (got >= needed) {
      const key = tasks.key[branch] as number
      if (isWrite) this.answers[key] = Math.max(this.answers[key] as number, tasks.started[task] as number)
      else if ((tasks.started[task] as number) < (tasks.since[task] as number)) {
        this.counts.stale++
        world.mark(task, 'stale')
      }
      tasks.settle(task)
      world.wake(task)
    } else if (got + left < needed) {
      this.counts['too few']++
      tasks.settle(task)
      world.failWaiting(task, this.tooFew)
    }
  }

  suffer(fault: Fault, isOn: boolean): void {
    const { rule, tier, world } = this
    const before = Array.from({ length: rule.replicas }, (_, node) => tier.replicas.isUp(node))
    tier.suffer(fault, isOn)
    if (rule.repair === undefined) return
    for (const [node, wasUp] of before.entries()) {
      if (!wasUp && tier.replicas.isUp(node)) world.after(rule.repair, this.repairer, node, 0)
    }
  }

  totals(now: number): Totals {
    const totals = this.tier.totals(now)
    return { ...totals, counts: { ...totals.counts, ...this.counts } }
  }

  whole(): Whole {
    return this.tier.whole()
  }

  private arrive(task: number): boolean {
    const node = this.world.tasks.place[task] as number
    return this.tier.replicas.isUp(node) ? this.tier.enterAt(task, node) : this.world.fail(task, this.tooFew)
  }

  /** A node gets the newest of all that the others have. */
  private repair(node: number): void {
    const { rule, versions } = this
    for (let key = 0; key < rule.keys; key++) {
      const copy = (node - this.home(key) + rule.replicas) % rule.replicas
      if (copy >= rule.copies) continue
      const from = key * rule.copies
      let newest = Number.NEGATIVE_INFINITY
      for (let other = from; other < from + rule.copies; other++) newest = Math.max(newest, versions[other] as number)
      versions[from + copy] = newest
    }
  }

  private home(key: number): number {
    return spread(key, this.rule.replicas)
  }
}
