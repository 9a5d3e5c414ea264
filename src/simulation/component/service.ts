import type { Distribution } from '../../domain/distribution.ts'
import type { Among, Balance, Order } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import { Histogram } from '../histogram.ts'
import { Level } from '../level.ts'
import { Line } from '../line.ts'
import { sum } from '../meter.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { Presence } from '../presence.ts'
import { Replicas } from '../replicas.ts'
import { Sampler } from '../sampler.ts'
import type { Stream } from '../stream.ts'
import type { Tasks } from '../tasks.ts'
import type { World } from '../world.ts'

export interface ServiceRule {
  readonly time: Distribution
  readonly replicas?: number
  readonly most?: number
  readonly servers?: number
  readonly balance?: Balance
  readonly copies?: number
  readonly among?: Among
  readonly zone?: number
  readonly queue?: number
  readonly order?: Order
  readonly dropsExpired?: boolean
  readonly keys?: number
  readonly zones?: number
  readonly price?: number
}

/** A tier of replicas, each with its servers and a queue of its own. */
export class ServiceTier implements Part {
  readonly replicas: Replicas
  readonly counts = { refused: 0, lost: 0, expired: 0 }
  private entered = 0
  private longest = 0
  private readonly waiting = new Level()
  private readonly presence: Presence
  private readonly busy: Int32Array
  private readonly lines: readonly Line[]
  private readonly wait = new Histogram()
  private readonly id: number
  private readonly world: World
  private readonly tasks: Tasks
  private readonly sampler: Sampler
  private readonly stream: Stream
  private readonly servers: number
  /** Requests at a replica at most. */
  private readonly room: number
  private readonly dropsExpired: boolean
  private readonly full: number
  private readonly down: number

  constructor(world: World, name: string, rule: ServiceRule) {
    this.world = world
    this.tasks = world.tasks
    this.id = world.enlist(this)
    this.replicas = new Replicas(world, name, rule)
    const most = this.replicas.load.length
    this.presence = new Presence(most)
    this.busy = this.presence.busy
    this.lines = Array.from({ length: most }, () => new Line(world, rule.order))
    this.sampler = new Sampler(rule.time)
    this.stream = world.stream(`service ${name}`)
    this.servers = rule.servers ?? 1
    this.room = this.servers + (rule.queue ?? Number.POSITIVE_INFINITY)
    this.dropsExpired = rule.dropsExpired === true
    this.full = world.cause(`${name}: full`)
    this.down = world.cause(`${name}: down`)
  }

  enter(task: number): boolean {
    const { world, replicas, tasks } = this
    const replica = replicas.pick(tasks.key[task] as number)
    if (replica < 0) {
      this.entered++
      this.counts.lost++
      return world.fail(task, this.down)
    }
    return this.enterAt(task, replica)
  }

  /** As `enter`, at a replica that is known to serve. */
  enterAt(task: number, replica: number): boolean {
    const { world, replicas, tasks } = this
    this.entered++
    const load = replicas.load[replica] as number
    if (load >= this.room) {
      this.counts.refused++
      return world.fail(task, this.full)
    }
    replicas.load[replica] = load + 1
    tasks.since[task] = world.now
    if ((this.busy[replica] as number) < this.servers) this.serve(task, replica)
    else this.enqueue(task, replica)
    return false
  }

  fire(task: number, replica: number): void {
    const { replicas, tasks, world } = this
    if (tasks.epoch[task] !== replicas.epoch[replica]) {
      this.counts.lost++
      world.failWaiting(task, this.down)
      return
    }
    replicas.load[replica] = (replicas.load[replica] as number) - 1
    this.presence.end(replica, world.now)
    if ((this.lines[replica] as Line).length > 0) this.serveNext(replica)
    if (replicas.isMixed) tasks.quality[task] = (tasks.quality[task] as number) * (replicas.quality[replica] as number)
    world.step(task)
  }

  suffer(fault: Fault, isOn: boolean): void {
    this.replicas.suffer(fault, isOn, (replica) => this.lose(replica))
  }

  totals(now: number): Totals {
    const { servers, entered } = this
    return {
      entered,
      worked: this.presence.totals(now),
      offered: servers * this.replicas.seconds(),
      each: servers,
      waited: this.waiting.total(now),
      counts: { ...this.counts },
    }
  }

  whole(): Whole {
    return { longest: this.longest, wait: this.wait, price: this.replicas.cost() }
  }

  /** Seconds of service so far, for whom it is scaled by. */
  work(): number {
    return sum(this.presence.totals(this.world.now))
  }

  get serversEach(): number {
    return this.servers
  }

  private serve(task: number, replica: number): void {
    const { world, tasks, replicas } = this
    this.presence.begin(replica, world.now)
    tasks.epoch[task] = replicas.epoch[replica] as number
    const done = world.now + this.sampler.draw(this.stream) * (tasks.work[task] as number) * (replicas.slow[replica] as number)
    const since = tasks.since[task] as number
    if (since >= world.warmUp) this.wait.add(world.now - since)
    world.queue.push(done, this.id, task, replica)
  }

  private enqueue(task: number, replica: number): void {
    const line = this.lines[replica] as Line
    line.push(task)
    if (line.length > this.longest) this.longest = line.length
    this.waiting.move(this.world.now, 1)
  }

  private serveNext(replica: number): void {
    const { tasks, world, replicas } = this
    const line = this.lines[replica] as Line
    while (line.length > 0) {
      const task = line.shift()
      this.waiting.move(world.now, -1)
      if ((this.dropsExpired || tasks.cancels[task] === 1) && tasks.isAbandoned(task)) {
        this.counts.expired++
        replicas.load[replica] = (replicas.load[replica] as number) - 1
        world.abandon(task)
      } else {
        this.serve(task, replica)
        return
      }
    }
  }

  /** A replica goes down with all that waits there; what is being served fails when its answer is due. */
  private lose(replica: number): void {
    const { world } = this
    const line = this.lines[replica] as Line
    const waiting = [...line]
    line.clear()
    this.presence.clear(replica, world.now)
    this.replicas.load[replica] = 0
    this.waiting.move(world.now, -waiting.length)
    this.counts.lost += waiting.length
    for (const task of waiting) world.failWaiting(task, this.down)
  }
}
