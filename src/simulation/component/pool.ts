import type { Pool } from '../../domain/component.ts'
import { TOKEN } from '../frames.ts'
import { Histogram } from '../histogram.ts'
import { Level } from '../level.ts'
import { Line } from '../line.ts'
import type { Part, Totals, Whole } from '../part.ts'
import { NONE } from '../tasks.ts'
import type { World } from '../world.ts'

/** Tokens that are held while further steps run: connections, threads, permits. */
export class TokenPool implements Part {
  private entered = 0
  private refused = 0
  private expired = 0
  private readonly line: Line
  private readonly used = new Level()
  private readonly queue = new Level()
  private readonly wait = new Histogram()
  private readonly world: World
  private readonly rule: Pool
  private readonly index: number
  private readonly full: number

  constructor(world: World, name: string, rule: Pool, index: number) {
    this.world = world
    this.rule = rule
    this.index = index
    this.line = new Line(world, rule.order, rule.perKey)
    this.full = world.cause(`${name}: full`)
  }

  enter(task: number): boolean {
    const { world, line, rule } = this
    this.entered++
    world.tasks.since[task] = world.now
    const wanted = this.wanted(task)
    const isFree = wanted <= rule.tokens - this.used.value && (line.length === 0 || rule.backfill === true || line.peek() === NONE)
    if (isFree && !line.isFull(world.tasks.key[task] as number)) {
      line.serve(task)
      this.grant(task, wanted)
      return true
    }
    if (this.queue.value >= (rule.queue ?? Number.POSITIVE_INFINITY)) {
      this.refused++
      return world.fail(task, this.full)
    }
    this.queue.move(world.now, 1)
    line.push(task)
    return false
  }

  release(task: number, _: boolean, amount: number): void {
    const { world, line } = this
    this.used.move(world.now, -amount)
    line.done(world.tasks.key[task] as number)
    for (;;) {
      const next = this.fitting()
      if (next === NONE) return
      if (next === line.peek()) line.shift()
      else line.remove(next)
      this.queue.move(world.now, -1)
      if (world.tasks.cancels[next] === 1 && world.tasks.isAbandoned(next)) {
        this.expired++
        line.done(world.tasks.key[next] as number)
        world.abandon(next)
        continue
      }
      this.grant(next, this.wanted(next))
      world.wake(next)
    }
  }

  fire(): void {}

  totals(now: number): Totals {
    const { entered, refused, expired, rule } = this
    return {
      entered,
      worked: [this.used.total(now)],
      offered: rule.tokens * now,
      each: rule.tokens,
      waited: this.queue.total(now),
      counts: { refused, expired },
    }
  }

  whole(): Whole {
    return { longest: this.queue.largest, wait: this.wait, price: this.rule.price ?? 0 }
  }

  /** Who is next and finds enough tokens; with backfill, the first who does. */
  private fitting(): number {
    const { line, rule } = this
    const left = rule.tokens - this.used.value
    const first = line.peek()
    if (first === NONE || left <= 0) return NONE
    if (this.wanted(first) <= left) return first
    if (rule.backfill === true) for (const task of line) if (this.wanted(task) <= left) return task
    return NONE
  }

  /** Whole tokens, and never more than there are. */
  private wanted(task: number): number {
    const work = this.world.tasks.work[task] as number
    return work === 1 ? 1 : Math.min(this.rule.tokens, Math.max(1, Math.ceil(work)))
  }

  private grant(task: number, amount: number): void {
    const { world } = this
    this.used.move(world.now, amount)
    const since = world.tasks.since[task] as number
    if (since >= world.warmUp) this.wait.add(world.now - since)
    world.hold(task, TOKEN, this.index, amount)
  }
}
