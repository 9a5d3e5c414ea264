import type { Sharing } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import { Histogram } from '../histogram.ts'
import { sum } from '../meter.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { Replicas } from '../replicas.ts'
import { Sampler } from '../sampler.ts'
import type { Stream } from '../stream.ts'
import type { World } from '../world.ts'

interface Share {
  readonly at: number
  readonly task: number
}

/**
 * Cores shared by all that are present. Each replica has a clock of its own that shows how much work everyone there has had since the start;
 * whoever came at v with work s leaves at v + s, so only the earliest leaver needs an event.
 */
export class SharingTier implements Part {
  readonly replicas: Replicas
  private entered = 0
  private refused = 0
  private readonly clock: Float64Array
  private readonly read: Float64Array
  private readonly version: Int32Array
  private readonly worked: Float64Array
  /** Heaps by the clock at which they leave. */
  private readonly present: Share[][]
  private readonly id: number
  private readonly world: World
  private readonly sampler: Sampler
  private readonly stream: Stream
  private readonly cores: number
  private readonly limit: number
  private readonly full: number
  private readonly down: number

  constructor(world: World, name: string, rule: Sharing & { readonly most?: number }) {
    this.world = world
    this.id = world.enlist(this)
    this.replicas = new Replicas(world, name, rule)
    const most = this.replicas.load.length
    this.clock = new Float64Array(most)
    this.read = new Float64Array(most)
    this.version = new Int32Array(most)
    this.worked = new Float64Array(most)
    this.present = Array.from({ length: most }, () => [])
    this.sampler = new Sampler(rule.time)
    this.stream = world.stream(`service ${name}`)
    this.cores = rule.cores ?? 1
    this.limit = rule.limit ?? Number.POSITIVE_INFINITY
    this.full = world.cause(`${name}: full`)
    this.down = world.cause(`${name}: down`)
  }

  enter(task: number): boolean {
    const { world, replicas } = this
    this.entered++
    const replica = replicas.pick(world.tasks.key[task] as number)
    if (replica < 0) return world.fail(task, this.down)
    const here = this.present[replica] as Share[]
    if (here.length >= this.limit) {
      this.refused++
      return world.fail(task, this.full)
    }
    this.advance(replica)
    replicas.load[replica] = (replicas.load[replica] as number) + 1
    push(here, { at: (this.clock[replica] as number) + this.sampler.draw(this.stream) * (world.tasks.work[task] as number), task })
    this.expect(replica)
    return false
  }

  fire(replica: number, version: number): void {
    if (this.version[replica] !== version) return
    const { world, replicas } = this
    const here = this.present[replica] as Share[]
    this.advance(replica)
    const { task, at } = pop(here)
    this.clock[replica] = at
    replicas.load[replica] = (replicas.load[replica] as number) - 1
    this.expect(replica)
    if (replicas.isMixed) world.tasks.quality[task] = (world.tasks.quality[task] as number) * (replicas.quality[replica] as number)
    world.step(task)
  }

  suffer(fault: Fault, isOn: boolean): void {
    for (let replica = 0; replica < this.present.length; replica++) this.advance(replica)
    this.replicas.suffer(fault, isOn, (replica) => {
      const lost = (this.present[replica] as Share[]).splice(0)
      this.replicas.load[replica] = 0
      for (const { task } of lost) this.world.failWaiting(task, this.down)
    })
    for (let replica = 0; replica < this.present.length; replica++) this.expect(replica)
  }

  totals(): Totals {
    for (let replica = 0; replica < this.present.length; replica++) this.advance(replica)
    const { entered, refused, cores } = this
    return { entered, worked: [...this.worked], offered: cores * this.replicas.seconds(), each: cores, waited: 0, counts: { refused } }
  }

  whole(): Whole {
    return { longest: 0, wait: new Histogram(), price: this.replicas.cost() }
  }

  work(): number {
    return sum(this.totals().worked)
  }

  get serversEach(): number {
    return this.cores
  }

  private rate(replica: number): number {
    const count = (this.present[replica] as Share[]).length
    return Math.min(1, this.cores / count) / (this.replicas.slow[replica] as number)
  }

  private advance(replica: number): void {
    const { now } = this.world
    const count = (this.present[replica] as Share[]).length
    const since = this.read[replica] as number
    if (count > 0) {
      this.clock[replica] = (this.clock[replica] as number) + (now - since) * this.rate(replica)
      this.worked[replica] = (this.worked[replica] as number) + (now - since) * Math.min(count, this.cores)
    }
    this.read[replica] = now
  }

  private expect(replica: number): void {
    const first = (this.present[replica] as Share[])[0]
    const version = (this.version[replica] as number) + 1
    this.version[replica] = version
    if (first === undefined) return
    this.world.after(Math.max(0, first.at - (this.clock[replica] as number)) / this.rate(replica), this.id, replica, version)
  }
}

function push(heap: Share[], share: Share): void {
  let at = heap.push(share) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if ((heap[above] as Share).at <= share.at) break
    heap[at] = heap[above] as Share
    at = above
  }
  heap[at] = share
}

function pop(heap: Share[]): Share {
  const first = heap[0] as Share
  const last = heap.pop() as Share
  if (heap.length === 0) return first
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    if (below >= heap.length) break
    if (below + 1 < heap.length && (heap[below + 1] as Share).at < (heap[below] as Share).at) below++
    if ((heap[below] as Share).at >= last.at) break
    heap[at] = heap[below] as Share
    at = below
  }
  heap[at] = last
  return first
}
