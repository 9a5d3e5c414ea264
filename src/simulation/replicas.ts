import type { Among, Balance } from '../domain/component.ts'
import type { Fault } from '../domain/fault.ts'
import type { Stream } from './stream.ts'
import type { World } from './world.ts'

/** Which replicas of a component serve, how slow and how good each is, what they cost, and which is chosen next. */
export class Replicas {
  /** Requests at each, waiting or served. */
  readonly load: Int32Array
  readonly slow: Float64Array
  readonly quality: Float64Array
  /** Counts how often each went down: what was begun before is lost. */
  readonly epoch: Int32Array
  /** Those that serve. */
  count: number
  /** Some run a model of other quality. */
  isMixed = false
  private readonly up: Uint8Array
  private readonly lost: Uint8Array
  private order: Int32Array
  private wanted: number
  private turn = 0
  private since = 0
  private there = 0
  private readonly faults: Fault[] = []
  private readonly world: World
  private readonly balance: Balance
  private readonly stream: Stream
  private readonly zones: number
  private readonly zone: number
  private readonly copies: number
  private readonly among: Among
  private readonly turns: Int32Array
  private readonly candidates: number[] = []
  private readonly keys: number
  private readonly price: number

  constructor(
    world: World,
    name: string,
    asked: {
      readonly replicas?: number
      readonly most?: number
      readonly balance?: Balance
      readonly copies?: number
      readonly among?: Among
      /** The zone in which the first of them stands; 0. */
      readonly zone?: number
      readonly zones?: number
      readonly keys?: number
      readonly price?: number
    },
  ) {
    this.world = world
    this.wanted = asked.replicas ?? 1
    const most = Math.max(this.wanted, asked.most ?? 0)
    this.load = new Int32Array(most)
    this.slow = new Float64Array(most).fill(1)
    this.quality = new Float64Array(most).fill(1)
    this.epoch = new Int32Array(most)
    this.up = new Uint8Array(most).fill(1)
    this.lost = new Uint8Array(most)
    this.order = Int32Array.from({ length: this.wanted }, (_, replica) => replica)
    this.count = this.wanted
    this.balance = asked.balance ?? 'random'
    this.zones = asked.zones ?? 1
    this.zone = asked.zone ?? 0
    this.copies = asked.copies ?? 1
    this.among = asked.among ?? 'two-choices'
    this.keys = asked.keys ?? this.wanted / this.copies
    this.turns = new Int32Array(this.copies > 1 ? most : 0)
    this.price = asked.price ?? 0
    this.stream = world.stream(`balance ${name}`)
  }

  /** A replica for a key; -1 when none serves. */
  pick(key: number): number {
    if (this.balance === 'key') return this.inShard(this.copies === 1 ? spread(key, this.wanted) : mix(key) % (this.wanted / this.copies))
    if (this.balance === 'range') {
      const shards = this.wanted / this.copies
      return this.inShard(Math.min(shards - 1, Math.floor((key / this.keys) * shards)))
    }
    const { order, count } = this
    if (count === 1) return order[0] as number
    if (count === 0) return -1
    if (this.balance === 'round-robin') {
      this.turn = this.turn + 1 >= count ? 0 : this.turn + 1
      return order[this.turn] as number
    }
    return this.choose(this.balance, order, count)
  }

  /** A copy of a shard. */
  private inShard(shard: number): number {
    const { copies, candidates } = this
    if (copies === 1) return this.up[shard] === 1 ? shard : -1
    candidates.length = 0
    for (let copy = shard * copies; copy < (shard + 1) * copies; copy++) if (this.up[copy] === 1) candidates.push(copy)
    if (candidates.length < 2) return candidates[0] ?? -1
    if (this.among === 'round-robin') {
      const turn = (this.turns[shard] as number) + 1
      this.turns[shard] = turn
      return candidates[turn % candidates.length] as number
    }
    return this.choose(this.among, candidates, candidates.length)
  }

  private choose(how: Among, order: ArrayLike<number>, count: number): number {
    const { load, stream } = this
    if (how === 'two-choices') {
      const first = stream.below(count)
      const second = stream.below(count - 1)
      const [one, other] = [order[first] as number, order[second >= first ? second + 1 : second] as number]
      return (load[other] as number) < (load[one] as number) ? other : one
    }
    if (how !== 'least') return order[stream.below(count)] as number
    let [best, ties] = [order[0] as number, 1]
    for (let at = 1; at < count; at++) {
      const replica = order[at] as number
      if ((load[replica] as number) < (load[best] as number)) {
        best = replica
        ties = 1
      } else if (load[replica] === load[best] && stream.uniform() * ++ties < 1) best = replica
    }
    return best
  }

  isUp(replica: number): boolean {
    return this.up[replica] === 1 && replica < this.wanted
  }

  /** More or fewer from now on; the last go first, and what is under way there is finished. */
  scale(wanted: number): void {
    this.there = this.seconds()
    this.since = this.world.now
    this.wanted = Math.min(this.load.length, wanted)
    this.reorder()
  }

  get size(): number {
    return this.wanted
  }

  /** A fault begins or ends; faults may overlap. Replicas that go down are given to `lose`. */
  suffer(fault: Fault, isOn: boolean, lose: (replica: number) => void): void {
    if (isOn) this.faults.push(fault)
    else if (this.faults.includes(fault)) this.faults.splice(this.faults.indexOf(fault), 1)
    for (let replica = 0; replica < this.load.length; replica++) {
      let [slow, quality, isUp, isLost] = [1, 1, 1, 0]
      for (const each of this.faults) {
        if (!this.hits(each, replica)) continue
        if (each.kind === 'slow' || each.kind === 'rollout') slow *= each.factor
        if (each.kind === 'rollout') quality *= each.quality
        if (each.kind === 'down' || each.kind === 'zone') [isUp, isLost] = [0, 1]
        if (each.kind === 'partition') isUp = 0
      }
      this.slow[replica] = slow
      this.quality[replica] = quality
      const wasLost = this.lost[replica]
      this.up[replica] = isUp
      this.lost[replica] = isLost
      if (wasLost === 0 && isLost === 1) {
        this.epoch[replica] = (this.epoch[replica] as number) + 1
        lose(replica)
      }
    }
    this.isMixed = this.quality.some((quality) => quality !== 1)
    this.reorder()
  }

  /** Others have taken over, whom the faults that last do not harm. */
  replace(): void {
    this.faults.length = 0
    this.up.fill(1)
    this.lost.fill(0)
    this.slow.fill(1)
    this.quality.fill(1)
    this.isMixed = false
    this.reorder()
  }

  /** Dollars an hour, mean over the run so far. */
  cost(): number {
    return this.world.now > 0 ? (this.price * this.seconds()) / this.world.now : this.price * this.wanted
  }

  /** Seconds for which replicas were there, all together. */
  seconds(): number {
    return this.there + this.wanted * (this.world.now - this.since)
  }

  private hits(fault: Fault, replica: number): boolean {
    if (fault.kind === 'zone') return (replica + this.zone) % this.zones === fault.zone
    if (fault.kind === 'rollout') return replica < Math.round(fault.share * this.wanted)
    return ('replicas' in fault ? fault.replicas : undefined)?.includes(replica) ?? true
  }

  private reorder(): void {
    this.order = Int32Array.from(Array.from({ length: this.wanted }, (_, replica) => replica).filter((replica) => this.up[replica] === 1))
    this.count = this.order.length
  }
}

/** Spreads keys that are close to each other (the finaliser of MurmurHash3); never negative. */
export function mix(key: number): number {
  let h = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** One of `count` places for a key. Both sides are known to be whole and not negative, which makes it a division of integers. */
export function spread(key: number, count: number): number {
  return mix(key) % (count >>> 0)
}
