import type { Distribution } from '../../domain/distribution.ts'
import type { Balance } from '../../domain/design.ts'
import type { Fault } from '../../domain/fault.ts'
import type { ComponentMeasurement } from '../../domain/measurement.ts'
import { Histogram } from '../histogram.ts'
import type { Part } from '../part.ts'
import { spreadOf } from '../recorder.ts'
import { Replicas } from '../replicas.ts'
import { Sampler } from '../sampler.ts'
import type { Stream } from '../stream.ts'
import { NONE, type Tasks } from '../tasks.ts'
import type { World } from '../world.ts'

export interface ServiceRule {
  readonly time: Distribution
  readonly replicas?: number
  readonly most?: number
  readonly servers?: number
  readonly balance?: Balance
  readonly queue?: number
  readonly order?: 'fifo' | 'lifo'
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
  private waited = 0
  private longest = 0
  private readonly busy: Int32Array
  private readonly head: Int32Array
  private readonly tail: Int32Array
  private readonly worked: Float64Array
  private readonly wait = new Histogram()
  private readonly id: number
  private readonly world: World
  private readonly tasks: Tasks
  private readonly sampler: Sampler
  private readonly stream: Stream
  private readonly servers: number
  /** Requests at a replica at most. */
  private readonly room: number
  private readonly isLifo: boolean
  private readonly dropsExpired: boolean
  private readonly full: number
  private readonly down: number

  constructor(world: World, name: string, rule: ServiceRule) {
    this.world = world
    this.tasks = world.tasks
    this.id = world.enlist(this)
    this.replicas = new Replicas(world, name, rule)
    const most = this.replicas.load.length
    this.busy = new Int32Array(most)
    this.head = new Int32Array(most).fill(NONE)
    this.tail = new Int32Array(most).fill(NONE)
    this.worked = new Float64Array(most)
    this.sampler = new Sampler(rule.time)
    this.stream = world.stream(`service ${name}`)
    this.servers = rule.servers ?? 1
    this.room = this.servers + (rule.queue ?? Number.POSITIVE_INFINITY)
    this.isLifo = rule.order === 'lifo'
    this.dropsExpired = rule.dropsExpired === true
    this.full = world.cause(`${name}: full`)
    this.down = world.cause(`${name}: down`)
  }

  enter(task: number): boolean {
    const { world, replicas, tasks } = this
    this.entered++
    const replica = replicas.pick(tasks.key[task] as number)
    if (replica < 0) {
      this.counts.lost++
      return world.fail(task, this.down)
    }
    const load = replicas.load[replica] as number
    if (load >= this.room) {
      this.counts.refused++
      return world.fail(task, this.full)
    }
    replicas.load[replica] = load + 1
    tasks.since[task] = world.now
    if ((this.busy[replica] as number) < this.servers) this.serve(task, replica)
    else this.enqueue(task, replica, load + 1 - this.servers)
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
    this.busy[replica] = (this.busy[replica] as number) - 1
    if (this.head[replica] !== NONE) this.serveNext(replica)
    if (replicas.isMixed) tasks.quality[task] = (tasks.quality[task] as number) * (replicas.quality[replica] as number)
    world.step(task)
  }

  suffer(fault: Fault, isOn: boolean): void {
    this.replicas.suffer(fault, isOn, (replica) => this.lose(replica))
  }

  measure(): ComponentMeasurement {
    const { world, servers, replicas } = this
    const counted = world.end - world.warmUp
    const busiest = this.worked.reduce((most, worked) => Math.max(most, worked), 0)
    let queue = this.waited
    for (const first of this.head) {
      for (let task = first; task !== NONE; task = this.tasks.next[task] as number) {
        queue += world.counted(this.tasks.since[task] as number, world.end)
      }
    }
    return {
      entered: this.entered,
      utilisation: this.worked.reduce((sum, worked) => sum + worked, 0) / (replicas.size * servers * counted),
      hottest: busiest / (servers * counted),
      queue: queue / counted,
      longest: this.longest,
      wait: spreadOf(this.wait),
      counts: this.counts,
      price: replicas.cost(),
    }
  }

  /** Seconds of service begun so far, for whom it is scaled by. */
  work(): number {
    return this.worked.reduce((sum, worked) => sum + worked, 0)
  }

  get serversEach(): number {
    return this.servers
  }

  private serve(task: number, replica: number): void {
    const { world, tasks, replicas } = this
    this.busy[replica] = (this.busy[replica] as number) + 1
    tasks.epoch[task] = replicas.epoch[replica] as number
    const time = this.sampler.draw(this.stream) * (replicas.slow[replica] as number)
    const done = world.now + time
    this.worked[replica] = (this.worked[replica] as number) + world.counted(world.now, done)
    const since = tasks.since[task] as number
    if (since >= world.warmUp) this.wait.add(world.now - since)
    world.queue.push(done, this.id, task, replica)
  }

  private enqueue(task: number, replica: number, length: number): void {
    const { tasks, head, tail } = this
    if (length > this.longest) this.longest = length
    if (head[replica] === NONE) {
      head[replica] = task
      tail[replica] = task
      tasks.next[task] = NONE
    } else if (this.isLifo) {
      tasks.next[task] = head[replica] as number
      head[replica] = task
    } else {
      tasks.next[tail[replica] as number] = task
      tail[replica] = task
      tasks.next[task] = NONE
    }
  }

  private serveNext(replica: number): void {
    const { tasks, world, replicas } = this
    while (this.head[replica] !== NONE) {
      const task = this.head[replica] as number
      this.head[replica] = tasks.next[task] as number
      this.waited += world.counted(tasks.since[task] as number, world.now)
      if ((this.dropsExpired || tasks.cancels[task] === 1) && world.isAbandoned(task)) {
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
    const { tasks, world } = this
    let task = this.head[replica] as number
    this.head[replica] = NONE
    this.busy[replica] = 0
    this.replicas.load[replica] = 0
    while (task !== NONE) {
      const next = tasks.next[task] as number
      this.waited += world.counted(tasks.since[task] as number, world.now)
      this.counts.lost++
      world.failWaiting(task, this.down)
      task = next
    }
  }
}
