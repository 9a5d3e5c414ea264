import type { Design, Step } from '../domain/design.ts'
import { Caller } from './caller.ts'
import { Join, type JoinRule } from './join.ts'
import * as op from './program.ts'
import { Sampler } from './sampler.ts'
import type { QuorumStore } from './component/quorum.ts'
import { NONE } from './tasks.ts'
import type { World } from './world.ts'

/** Turns the routes of a design into one program of the world. Names are known to be right (problems.ts). */
export class Compiler {
  readonly callers = new Map<string, Caller>()
  /** Names of effects, by number. */
  readonly effects: string[] = []
  private readonly code: number[] = []
  private readonly world: World
  private readonly design: Design
  private readonly parts: ReadonlyMap<string, number>
  private readonly key: NonNullable<JoinRule['keys']>
  private joins = 0

  /** `parts`: place of each component; `key`: draws one of a class. */
  constructor(world: World, design: Design, parts: ReadonlyMap<string, number>, key: NonNullable<JoinRule['keys']>) {
    this.world = world
    this.design = design
    this.parts = parts
    this.key = key
    for (const [name, policy] of Object.entries(design.policies ?? {})) this.callers.set(name, new Caller(world, name, policy))
  }

  /** Where the route begins. */
  route(steps: readonly Step[]): number {
    const start = this.code.length
    this.body(steps)
    return start
  }

  finish(): void {
    this.world.code = Int32Array.from(this.code)
  }

  /** Steps that end their task. */
  private body(steps: readonly Step[]): number {
    const start = this.code.length
    for (const step of steps) this.step(step)
    this.code.push(op.END)
    return start
  }

  private step(step: Step): void {
    const { code, world } = this
    if (typeof step === 'string') this.visit({ at: step })
    else if ('at' in step) this.visit(step)
    else if ('call' in step) {
      const [otherwise, after] = this.waiting(this.waiter(this.callers.get(step.policy)), [NONE, NONE])
      this.body(step.call)
      // What stands instead of an answer lies out of the way.
      if (step.else !== undefined) {
        code[otherwise] = code.length
        for (const each of step.else) this.step(each)
      }
      code[after] = code.length
    } else if ('all' in step) this.join(step.all, step, undefined)
    else if ('each' in step)
      this.join(
        Array.from({ length: step.count }, () => step.each),
        step,
        step.spread === true ? 'spread' : this.key,
      )
    else if ('apart' in step) {
      code.push(op.APART, NONE)
      const after = code.length - 1
      this.body(step.apart)
      code[after] = code.length
    } else if ('choose' in step) this.choose(step.choose)
    else if ('again' in step) {
      const start = code.length
      for (const each of step.again) this.step(each)
      code.push(op.AGAIN, world.numbers.push(step.probability) - 1, start)
    } else if ('try' in step) {
      code.push(op.TRYING, NONE)
      const otherwise = code.length - 1
      for (const each of step.try) this.step(each)
      code.push(op.RELEASE, op.JUMP, NONE)
      const after = code.length - 1
      code[otherwise] = code.length
      for (const each of step.else) this.step(each)
      code[after] = code.length
    } else if ('mark' in step) code.push(op.MARK, world.names.push(step.mark) - 1)
    else if ('effect' in step) code.push(op.EFFECT, this.effect(step.effect), step.once === true ? 1 : 0)
    else if ('quality' in step) code.push(op.QUALITY, world.numbers.push(step.quality) - 1)
    else if ('refresh' in step) code.push(op.REFRESH, this.part(step.refresh))
    else code.push(op.FAIL, world.cause(step.fail))
  }

  private visit(step: Extract<Step, { readonly at: string }>): void {
    const { code, world } = this
    const part = this.part(step.at)
    const kind = this.design.components[step.at]?.kind
    if (kind === 'cache') {
      if (step.write !== undefined && step.write !== false) {
        code.push(step.write === 'around' ? op.AROUND : op.DROP, part)
        return
      }
      code.push(op.CACHE, part, NONE)
      const hit = code.length - 1
      for (const each of step.miss ?? []) this.step(each)
      code.push(op.FILL, part)
      code[hit] = code.length
      return
    }
    const { work } = step
    if (work !== undefined) {
      code.push(op.WORK, world.samplers.push(new Sampler(typeof work === 'number' ? { kind: 'constant', mean: work } : work)) - 1)
    }
    if (kind === 'quorum') {
      const waiter = world.waiters.push({
        begin: (task, at) => (world.parts[part] as QuorumStore).begin(task, at, step.write === true),
        answered: (task, branch, isOk) => (world.parts[part] as QuorumStore).answered(task, branch, isOk),
      })
      const after = this.waiting(waiter - 1, [NONE, NONE])[1]
      // A copy is asked, and then knows what was written, or tells what it knows.
      code.push(op.VISIT, part, op.FILL, part, op.END)
      code[after] = code.length
    } else code.push(step.write === true ? op.WRITE : op.VISIT, part)
    if (work !== undefined) code.push(op.WORK, NONE)
    if (kind === 'replicated' && step.write === true) code.push(op.FILL, part)
    if (kind !== 'pool' && kind !== 'stock') return
    for (const each of step.hold ?? []) this.step(each)
    code.push(op.RELEASE)
  }

  private effect(name: string): number {
    const known = this.effects.indexOf(name)
    return known >= 0 ? known : this.effects.push(name) - 1
  }

  private waiting(waiter: number, rest: readonly number[]): readonly [number, number] {
    this.code.push(op.CALL, waiter, ...rest)
    return [this.code.length - 2, this.code.length - 1]
  }

  private waiter(caller: Caller | undefined): number {
    return this.world.waiters.indexOf(caller as Caller)
  }

  private join(
    bodies: readonly (readonly Step[])[],
    rule: { readonly need?: number; readonly seconds?: number; readonly lost?: number },
    keys: JoinRule['keys'],
  ): void {
    const { code, world } = this
    const need = Math.min(bodies.length, rule.need ?? bodies.length)
    const join = new Join(world, `${this.joins++}`, { need, seconds: rule.seconds, lost: rule.lost ?? 0, keys })
    code.push(op.ALL, join.index, NONE, bodies.length, ...bodies.map(() => NONE))
    const first = code.length - bodies.length
    let shared = NONE
    for (const [at, body] of bodies.entries()) {
      // The branches of a fan-out are all the same.
      if (keys === undefined || shared === NONE) shared = this.body(body)
      code[first + at] = shared
    }
    code[first - 2] = code.length
  }

  private choose(branches: readonly { readonly share: number; readonly steps: readonly Step[] }[]): void {
    const { code, world } = this
    let sum = 0
    const shares = Float64Array.from(branches, ({ share }) => (sum += share))
    const starts = new Int32Array(branches.length)
    const chooser = world.shares.push(shares) - 1
    world.branches.push(starts)
    code.push(op.CHOOSE, chooser)
    const jumps: number[] = []
    for (const [at, { steps }] of branches.entries()) {
      starts[at] = code.length
      for (const each of steps) this.step(each)
      code.push(op.JUMP, NONE)
      jumps.push(code.length - 1)
    }
    for (const jump of jumps) code[jump] = code.length
  }

  private part(name: string): number {
    return this.parts.get(name) as number
  }
}
