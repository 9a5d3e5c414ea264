import type { Generator } from '../../domain/component.ts'
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
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/** What real kernels reach of the figures on the data sheet (reference section 2.5; set before looking at any sweep). */
const BANDWIDTH_REACHED = 0.85
const COMPUTE_REACHED = 0.52

interface Sequence {
  readonly task: number
  readonly prompt: number
  readonly output: number
  /** Of the prompt, what all have in common. */
  readonly shared: number
  /** Tokens that have been read, that must be read before writing goes on, and that have been written. */
  read: number
  reading: number
  written: number
  firstAt: number
  wasIn: boolean
}

interface Host {
  readonly waiting: Line
  running: Sequence[]
  /** Memory that is promised, or taken, in tokens. */
  held: number
  isWorking: boolean
}

/**
 * A language model's server, one event for each iteration. An iteration reads all weights and all keys and values that are held, or computes,
 * whichever takes longer: overhead + max(bytes / bandwidth, 2 · parameters · tokens / compute).
 * Continuous: sequences join and leave at each iteration; with `chunk`, prompts are read in parts beside the writing of others, without it they are read whole
 * while the others stand still. Static: a batch begins when the last is done, and all of it leaves together. Memory for prompt and
 * output is promised on entry, or taken as it is needed: then who came last gives way when there is no more, and is read again later.
 */
export class GeneratorServer implements Part {
  readonly replicas: Replicas
  private readonly counts = { refused: 0, lost: 0, iterations: 0, sequences: 0, tokens: 0, preempted: 0, 'read again': 0 }
  private entered = 0
  private longest = 0
  private readonly waiting = new Level()
  private readonly presence: Presence
  private readonly hosts: Host[]
  /** By task. */
  private readonly sequences: (Sequence | undefined)[] = []
  private readonly isPromised: boolean
  private readonly wait = new Histogram()
  private readonly world: World
  private readonly rule: Generator
  private readonly id: number
  private readonly prompts: Sampler
  private readonly outputs: Sampler
  private readonly sizes: Stream
  private readonly room: number
  private readonly full: number
  private readonly down: number
  private readonly tooLong: number

  constructor(world: World, name: string, rule: Generator & { readonly most?: number }) {
    this.world = world
    this.rule = rule
    this.id = world.enlist(this)
    this.replicas = new Replicas(world, name, { ...rule, balance: 'least' })
    this.hosts = Array.from(this.replicas.load, () => ({
      waiting: new Line(world, rule.order),
      running: [],
      held: 0,
      isWorking: false,
    }))
    this.presence = new Presence(this.hosts.length)
    this.prompts = new Sampler(rule.prompt)
    this.outputs = new Sampler(rule.output)
    this.sizes = world.stream(`lengths ${name}`)
    this.isPromised = rule.admit !== 'now'
    const { hardware, model, prefix = 0 } = rule
    this.room = Math.floor((0.9 * hardware.memory - model.parameters * model.width) / model.token) - prefix
    this.full = world.cause(`${name}: full`)
    this.down = world.cause(`${name}: down`)
    this.tooLong = world.cause(`${name}: prompt too long`)
  }

  enter(task: number): boolean {
    const { world, rule, replicas } = this
    this.entered++
    const prompt = Math.max(1, Math.round(this.prompts.draw(this.sizes) * (world.tasks.work[task] as number)))
    const output = Math.max(1, Math.round(this.outputs.draw(this.sizes)))
    const replica = replicas.pick(world.tasks.key[task] as number)
    if (replica < 0) return world.fail(task, this.down)
    const shared = Math.min(rule.prefix ?? 0, prompt - 1)
    if (prompt - shared + output > this.room) return world.fail(task, this.tooLong)
    const host = this.hosts[replica] as Host
    if (host.waiting.length >= (rule.queue ?? Number.POSITIVE_INFINITY)) {
      this.counts.refused++
      return world.fail(task, this.full)
    }
    world.tasks.since[task] = world.now
    replicas.load[replica] = (replicas.load[replica] as number) + 1
    this.sequences[task] = { task, prompt, output, shared, read: shared, reading: prompt, written: 0, firstAt: -1, wasIn: false }
    host.waiting.push(task)
    this.waiting.move(world.now, 1)
    if (host.waiting.length > this.longest) this.longest = host.waiting.length
    if (!host.isWorking) this.iterate(replica)
    return false
  }

  /** An iteration of a host is over. */
  fire(replica: number, epoch: number): void {
    if (this.replicas.epoch[replica] !== epoch) return
    const host = this.hosts[replica] as Host
    const { now } = this.world
    this.presence.end(replica, now)
    const rest: Sequence[] = []
    for (const sequence of host.running) {
      if (sequence.read < sequence.reading || sequence.written === 0) rest.push(sequence)
      else {
        if (sequence.firstAt < 0) sequence.firstAt = now
        if (sequence.written >= sequence.output && this.rule.batching === 'continuous') this.leave(replica, sequence)
        else rest.push(sequence)
      }
    }
    host.running = rest
    if (this.rule.batching === 'static' && rest.every(({ written, output }) => written >= output)) {
      host.running = []
      for (const sequence of rest) this.leave(replica, sequence)
    }
    this.iterate(replica)
  }

  suffer(fault: Fault, isOn: boolean): void {
    this.replicas.suffer(fault, isOn, (replica) => {
      const host = this.hosts[replica] as Host
      this.presence.clear(replica, this.world.now)
      this.waiting.move(this.world.now, -host.waiting.length)
      const lost = [...host.running.map(({ task }) => task), ...host.waiting]
      host.waiting.clear()
      host.running = []
      host.held = 0
      host.isWorking = false
      this.replicas.load[replica] = 0
      this.counts.lost += lost.length
      for (const task of lost) this.world.failWaiting(task, this.down)
    })
  }

  totals(now: number): Totals {
    const { entered, counts, presence, replicas, waiting } = this
    return {
      entered,
      worked: presence.totals(now),
      offered: replicas.seconds(),
      each: 1,
      waited: waiting.total(now),
      counts: { ...counts },
    }
  }

  whole(): Whole {
    return { longest: this.longest, wait: this.wait, price: this.replicas.cost() }
  }

  work(): number {
    return sum(this.presence.totals(this.world.now))
  }

  readonly serversEach = 1

  private leave(replica: number, { task, firstAt, output, prompt, shared }: Sequence): void {
    const { world } = this
    const host = this.hosts[replica] as Host
    host.held -= prompt + output - shared
    this.replicas.load[replica] = (this.replicas.load[replica] as number) - 1
    world.tasks.firstToken[task] = firstAt
    if (output > 1) world.tasks.perToken[task] = (world.now - firstAt) / (output - 1)
    const { quality } = this.replicas
    world.tasks.quality[task] = (world.tasks.quality[task] as number) * (quality[replica] as number)
    world.wake(task)
  }

  private admit(host: Host): void {
    const { world, rule } = this
    if (rule.batching === 'static' && host.running.length > 0) return
    for (let task = host.waiting.peek(); task !== NONE; task = host.waiting.peek()) {
      const sequence = this.sequences[task] as Sequence
      const size = (this.isPromised ? sequence.prompt + sequence.output : sequence.reading) - sequence.shared
      if (host.running.length >= rule.sequences || host.held + size > this.room) return
      host.waiting.shift()
      this.waiting.move(world.now, -1)
      host.held += size
      host.running.push(sequence)
      if (sequence.wasIn) continue
      sequence.wasIn = true
      const since = world.tasks.since[task] as number
      if (since >= world.warmUp) this.wait.add(world.now - since)
    }
  }

  /** Makes room for the tokens that are about to be written. */
  private giveWay(host: Host): void {
    const { counts, world } = this
    const writers = () => host.running.reduce((sum, { read, reading }) => (read >= reading ? sum + 1 : sum), 0)
    while (host.running.length > 1 && host.held + writers() > this.room) {
      const sequence = host.running.pop() as Sequence
      host.held -= sequence.prompt - sequence.shared + sequence.written
      sequence.reading = sequence.prompt + sequence.written
      sequence.read = sequence.shared
      counts.preempted++
      counts['read again'] += sequence.reading - sequence.shared
      host.waiting.unshift(sequence.task)
      this.waiting.move(world.now, 1)
    }
  }

  private iterate(replica: number): void {
    const { world, rule, counts } = this
    const host = this.hosts[replica] as Host
    this.admit(host)
    if (!this.isPromised) this.giveWay(host)
    host.isWorking = host.running.length > 0
    if (!host.isWorking) return
    const isPrompt = host.running.some(({ read, reading }) => read < reading)
    let budget = rule.chunk ?? Number.POSITIVE_INFINITY
    let [tokens, context] = [0, 0]
    for (const sequence of host.running) {
      if (sequence.read < sequence.reading) {
        const part = Math.min(budget, sequence.reading - sequence.read)
        budget -= part
        tokens += part
        sequence.read += part
        // Reading to the end gives the next token.
        if (sequence.read === sequence.reading) this.write(host, sequence)
      } else if (sequence.written < sequence.output && (rule.chunk !== undefined || !isPrompt)) {
        tokens++
        this.write(host, sequence)
      }
      context += Math.min(sequence.read, sequence.prompt) + sequence.written
    }
    const { hardware, model } = rule
    const memory = (model.parameters * model.width + context * model.token) / (BANDWIDTH_REACHED * hardware.bandwidth)
    const compute = (2 * model.parameters * tokens) / (COMPUTE_REACHED * hardware.compute)
    const time = (hardware.overhead + Math.max(memory, compute)) * (this.replicas.slow[replica] as number)
    counts.iterations++
    counts.sequences += host.running.length
    counts.tokens += tokens
    this.presence.begin(replica, world.now)
    world.after(time, this.id, replica, this.replicas.epoch[replica] as number)
  }

  private write(host: Host, sequence: Sequence): void {
    if (sequence.written >= sequence.output) return
    sequence.written++
    if (!this.isPromised) host.held++
  }
}
