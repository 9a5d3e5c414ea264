import type { Replicated } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { Sampler } from '../sampler.ts'
import type { Stream } from '../stream.ts'
import type { World } from '../world.ts'
import { ServiceTier } from './service.ts'

/**
 * A primary for writes, followers that see them later. A read of a follower is stale when its key was written, and the write answered, within the lag of
 * the follower that it met. When the primary goes down, a follower takes over after `failover`; of the writes that were answered, those are lost that no
 * follower had by then.
 */
export class ReplicatedStore implements Part {
  private readonly primary: ServiceTier
  private readonly followers: ServiceTier | undefined
  /** When a key was written last, and when that was answered. */
  private readonly written: Float64Array
  private readonly answered: Float64Array
  /** Answered writes that no follower has yet: when the first of them will. */
  private behind: number[] = []
  private most = 1024
  private epoch = 0
  private readonly world: World
  private readonly rule: Replicated
  private readonly lag: Sampler
  private readonly stream: Stream
  private readonly id: number
  private readonly successor: number
  private readonly down: number
  private extra = 0
  private reads = 0
  private stale = 0
  private lost = 0
  private failovers = 0

  constructor(world: World, name: string, rule: Replicated) {
    this.world = world
    this.rule = rule
    this.id = world.enlist(this)
    this.successor = world.enlist({ fire: (epoch) => this.takeOver(epoch) })
    this.primary = new ServiceTier(world, name, { ...rule, replicas: 1, copies: 1 })
    this.followers =
      rule.reads === 'followers' && rule.followers > 0
        ? new ServiceTier(world, `${name} followers`, { ...rule, replicas: rule.followers, copies: 1, zone: 1 })
        : undefined
    this.written = new Float64Array(rule.keys).fill(Number.NEGATIVE_INFINITY)
    this.answered = new Float64Array(rule.keys).fill(Number.NEGATIVE_INFINITY)
    this.lag = new Sampler(rule.lag)
    this.stream = world.stream(`lag ${name}`)
    this.down = world.cause(`${name}: down`)
  }

  enter(task: number, isWrite: boolean): boolean {
    const { world, followers, rule } = this
    if (isWrite || followers === undefined) return this.primary.enter(task)
    const key = (world.tasks.key[task] as number) % this.written.length
    this.reads++
    const seen = world.now - this.lag.draw(this.stream) - this.extra
    const isEverywhere = (rule.acks ?? 0) >= rule.followers
    if (!isEverywhere && (this.written[key] as number) > seen && (this.answered[key] as number) <= world.now) {
      this.stale++
      world.mark(task, 'stale')
    }
    return followers.enter(task)
  }

  /** The primary has a write: the followers get it, and it is answered when enough of them have it. */
  finish(task: number): boolean {
    const { world, rule } = this
    const { now } = world
    const key = (world.tasks.key[task] as number) % this.written.length
    const lags = Array.from({ length: rule.followers }, () => this.lag.draw(this.stream) + this.extra).sort((one, other) => one - other)
    const wait = lags[(rule.acks ?? 0) - 1] ?? 0
    this.written[key] = now
    this.answered[key] = now + wait
    if (rule.failover !== undefined && wait === 0) {
      if (this.behind.length >= this.most) {
        this.behind = this.behind.filter((first) => first > now)
        this.most = Math.max(1024, 2 * this.behind.length)
      }
      this.behind.push(now + (lags[0] ?? 0))
    }
    if (wait === 0) return true
    world.after(wait, this.id, task, this.epoch)
    return false
  }

  fire(task: number, epoch: number): void {
    if (epoch === this.epoch) this.world.step(task)
    else this.world.failWaiting(task, this.down)
  }

  suffer(fault: Fault, isOn: boolean): void {
    if (fault.kind === 'late') {
      this.extra += (isOn ? 1 : -1) * (fault.seconds ?? 0)
      return
    }
    const wasUp = this.primary.replicas.count > 0
    this.primary.suffer(fault, isOn)
    if (fault.kind !== 'down' && fault.kind !== 'partition') this.followers?.suffer(fault, isOn)
    const isUp = this.primary.replicas.count > 0
    if (!wasUp || isUp) return
    this.epoch++
    if (this.rule.failover !== undefined) this.world.after(this.rule.failover, this.successor, this.epoch, 0)
  }

  totals(now: number): Totals {
    const [primary, followers] = [this.primary.totals(now), this.followers?.totals(now)]
    return {
      ...primary,
      worked: [...primary.worked, ...(followers?.worked ?? [])],
      offered: primary.offered + (followers?.offered ?? 0),
      waited: primary.waited + (followers?.waited ?? 0),
      counts: { ...primary.counts, reads: this.reads, stale: this.stale, 'lost writes': this.lost, failovers: this.failovers },
    }
  }

  whole(): Whole {
    const [primary, followers] = [this.primary.whole(), this.followers?.whole()]
    return {
      longest: Math.max(primary.longest, followers?.longest ?? 0),
      wait: primary.wait,
      price: primary.price + (followers?.price ?? 0),
    }
  }

  private takeOver(epoch: number): void {
    // It may have come back by itself.
    if (epoch !== this.epoch || this.primary.replicas.count > 0) return
    this.failovers++
    const { behind, world, rule } = this
    this.lost += behind.filter((first) => first > world.now - (rule.failover ?? 0)).length
    this.behind = []
    this.primary.replicas.replace()
  }
}
