import type { Cache } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import { FLIGHT } from '../frames.ts'
import { Histogram } from '../histogram.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { mix, spread } from '../replicas.ts'
import type { Stream } from '../stream.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/** Behind the key of a slot. */
const NEWER = 1
const OLDER = 2
const ORIGIN = 3
/** Behind the time when a slot expires. */
const AS_OF = 1
const LOADED = 2

/** No flight for a key; one, and nobody waits for it. */
const GROUNDED = -2

/** Least recently used, with a time to live and single flight where asked for. Whether a key is held follows from what came before. */
export class KeyCache implements Part {
  private readonly counts = { hits: 0, misses: 0, expired: 0, evicted: 0, joined: 0, writes: 0, stale: 0, mistaken: 0 }
  private entered = 0
  private size = 0
  private newest = NONE
  private oldest = NONE
  /** Slot by key, and who waits for the key that is being fetched. */
  private slots = new Int32Array(1024).fill(NONE)
  private flights = new Int32Array(1024).fill(GROUNDED)
  /** Of each slot, side by side so that they come from memory at once: key, next newer, next older, the key that it was fetched for. */
  private readonly facts: Int32Array
  /** When it expires, as of when it is true, when it was put in, nothing. */
  private readonly times: Float64Array
  /** Of keys that share what is held; 0 when none do. */
  private readonly groups: number
  /** When each key was changed elsewhere. */
  private changed = new Float64Array(0)
  private free = NONE
  private downs = 0
  private readonly index: number
  private readonly world: World
  private readonly rule: Cache
  private readonly stream: Stream
  private readonly failed: number

  /** `index`: its place among the parts. */
  constructor(world: World, name: string, rule: Cache, index: number) {
    this.world = world
    this.rule = rule
    this.index = index
    const { capacity } = rule
    this.facts = new Int32Array(capacity * 4).fill(NONE)
    this.times = new Float64Array(capacity * 4)
    this.groups = (rule.alike ?? 1) > 1 ? Math.ceil(world.keys / (rule.alike ?? 1)) : 0
    this.stream = world.stream(`cache ${name}`)
    this.failed = world.cause(`${name}: fetch failed`)
    if (rule.full === true) {
      this.reserve(capacity - 1)
      // The most wanted is the newest.
      for (let key = capacity - 1; key >= 0; key--) {
        const slot = this.place()
        this.facts[slot * 4] = key
        this.slots[key] = slot
        this.link(slot)
        this.times[slot * 4] = this.life()
      }
    }
  }

  /** A miss goes on with the next step, a hit where the program says. */
  enter(task: number): boolean {
    const { world, counts } = this
    const { tasks, code } = world
    const key = this.entry(task)
    this.reserve(key)
    this.entered++
    const slot = this.downs > 0 ? NONE : (this.slots[key] as number)
    if (slot !== NONE) {
      if ((this.times[slot * 4] as number) > world.now) {
        this.touch(slot)
        counts.hits++
        this.serve(task, key, slot)
        tasks.pc[task] = code[(tasks.pc[task] as number) - 1] as number
        return true
      }
      this.remove(key)
      counts.expired++
    }
    if (this.rule.singleFlight === true) {
      const waiting = this.flights[key] as number
      if (waiting !== GROUNDED) {
        counts.joined++
        tasks.next[task] = waiting
        this.flights[key] = task
        return false
      }
      this.flights[key] = NONE
      world.hold(task, FLIGHT, this.index)
    }
    counts.misses++
    return true
  }

  /** Keeps what was fetched. */
  finish(task: number): boolean {
    this.fill(task, this.entry(task))
    return true
  }

  /** The flight of a key has ended: who waited for it goes on as after a hit, or fails with it. */
  release(task: number, isOk: boolean): void {
    const { world } = this
    const { tasks, code } = world
    const key = this.entry(task)
    let waiting = this.flights[key] as number
    this.flights[key] = GROUNDED
    while (waiting !== NONE && waiting !== GROUNDED) {
      const next = tasks.next[waiting] as number
      if (isOk) {
        tasks.pc[waiting] = code[(tasks.pc[waiting] as number) - 1] as number
        tasks.age[waiting] = Math.max(tasks.age[waiting] as number, tasks.age[task] as number)
        world.wake(waiting)
      } else world.failWaiting(waiting, this.failed)
      waiting = next
    }
  }

  /** The key was written elsewhere. */
  drop(task: number): void {
    const key = this.entry(task)
    this.reserve(key)
    this.counts.writes++
    if (this.slots[key] !== NONE) this.remove(key)
  }

  /** The key was changed elsewhere, and this is not told: what is held of it is stale from now on. */
  outdate(task: number): void {
    const key = this.entry(task)
    this.reserve(key)
    if (this.changed.length < this.slots.length) {
      const changed = new Float64Array(this.slots.length).fill(Number.NEGATIVE_INFINITY)
      changed.set(this.changed)
      this.changed = changed
    }
    this.changed[key] = this.world.now
  }

  fire(): void {}

  suffer(fault: Fault, isOn: boolean): void {
    if (fault.kind === 'down') this.downs += isOn ? 1 : -1
    if ((fault.kind === 'flush' || fault.kind === 'down') && isOn) this.flush(fault.kind === 'flush' ? (fault.share ?? 1) : 1, 0)
    const zones = this.rule.zones ?? 1
    if (fault.kind === 'zone' && isOn && fault.zone < zones) this.flush(1 / zones, fault.zone / zones)
  }

  totals(): Totals {
    const { entered, size, rule } = this
    return { entered, worked: [], offered: 0, each: 0, level: size / rule.capacity, waited: 0, counts: { ...this.counts } }
  }

  whole(): Whole {
    return { longest: 0, wait: new Histogram(), price: this.rule.price ?? 0 }
  }

  /** The key under which it stands here. */
  private entry(task: number): number {
    const key = this.world.tasks.key[task] as number
    return this.groups > 0 ? spread(key, this.groups) : key
  }

  /** The answer rests on what is held. */
  private serve(task: number, key: number, slot: number): void {
    const { world } = this
    const { age } = world.tasks
    if (this.groups > 0 && this.facts[slot * 4 + ORIGIN] !== NONE && this.facts[slot * 4 + ORIGIN] !== world.tasks.key[task]) {
      this.counts.mistaken++
      world.mark(task, 'mistaken')
    }
    age[task] = Math.max(age[task] as number, world.now - (this.times[slot * 4 + AS_OF] as number))
    if (key < this.changed.length && (this.changed[key] as number) > (this.times[slot * 4 + LOADED] as number)) {
      this.counts.stale++
      world.mark(task, 'stale')
    }
  }

  private fill(task: number, key: number): void {
    const { world, rule } = this
    if (this.downs === 0) {
      let slot = this.slots[key] as number
      if (slot === NONE) {
        slot = this.place()
        this.facts[slot * 4] = key
        this.slots[key] = slot
        this.link(slot)
      } else this.touch(slot)
      this.times[slot * 4] = world.now + this.life()
      this.times[slot * 4 + LOADED] = world.now
      this.facts[slot * 4 + ORIGIN] = world.tasks.key[task] as number
      const { age } = world.tasks
      if ((age[task] as number) < 0) age[task] = 0
      this.times[slot * 4 + AS_OF] = world.now - (age[task] as number)
    }
    if (rule.singleFlight === true) world.giveBack(task, true)
  }

  private life(): number {
    const { ttl, jitter = 0 } = this.rule
    if (ttl === undefined) return Number.POSITIVE_INFINITY
    return jitter > 0 ? ttl * (1 - jitter * this.stream.uniform()) : ttl
  }

  private place(): number {
    if (this.free !== NONE) {
      const slot = this.free
      this.free = this.facts[slot * 4 + NEWER] as number
      this.size++
      return slot
    }
    if (this.size < this.rule.capacity) return this.size++
    const slot = this.oldest
    this.unlink(slot)
    this.slots[this.facts[slot * 4] as number] = NONE
    this.counts.evicted++
    return slot
  }

  private flush(share: number, from: number): void {
    for (let slot = this.newest; slot !== NONE; ) {
      const next = this.facts[slot * 4 + OLDER] as number
      const key = this.facts[slot * 4] as number
      const where = mix(key) / 4294967296
      if (where >= from && where < from + share) this.remove(key)
      slot = next
    }
  }

  private remove(key: number): void {
    const slot = this.slots[key] as number
    this.slots[key] = NONE
    this.unlink(slot)
    this.facts[slot * 4 + NEWER] = this.free
    this.free = slot
    this.size--
  }

  private touch(slot: number): void {
    if (slot === this.newest) return
    this.unlink(slot)
    this.link(slot)
  }

  private link(slot: number): void {
    this.facts[slot * 4 + OLDER] = this.newest
    this.facts[slot * 4 + NEWER] = NONE
    if (this.newest === NONE) this.oldest = slot
    else this.facts[this.newest * 4 + NEWER] = slot
    this.newest = slot
  }

  private unlink(slot: number): void {
    const [newer, older] = [this.facts[slot * 4 + NEWER] as number, this.facts[slot * 4 + OLDER] as number]
    if (newer === NONE) this.newest = older
    else this.facts[newer * 4 + OLDER] = older
    if (older === NONE) this.oldest = newer
    else this.facts[older * 4 + NEWER] = newer
  }

  private reserve(key: number): void {
    if (key < this.slots.length) return
    let length = this.slots.length
    while (length <= key) length *= 2
    const [slots, flights] = [new Int32Array(length).fill(NONE), new Int32Array(length).fill(GROUNDED)]
    slots.set(this.slots)
    flights.set(this.flights)
    this.slots = slots
    this.flights = flights
  }
}
