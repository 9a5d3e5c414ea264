import type { Fault } from '../domain/fault.ts'
import type { Actor } from './part.ts'
import type { Source } from './source.ts'
import type { World } from './world.ts'

/** Lets each fault begin and end at its time. */
export class Troubles implements Actor {
  private readonly world: World
  private readonly faults: readonly Fault[]
  private readonly parts: ReadonlyMap<string, number>
  private readonly sources: ReadonlyMap<string, Source>

  constructor(world: World, faults: readonly Fault[], parts: ReadonlyMap<string, number>, sources: ReadonlyMap<string, Source>) {
    this.world = world
    this.faults = faults
    this.parts = parts
    this.sources = sources
  }

  begin(): void {
    const { world, faults } = this
    const id = world.enlist(this)
    for (const [at, fault] of faults.entries()) {
      world.queue.push(fault.at, id, at, 1)
      if (fault.until !== undefined) world.queue.push(fault.until, id, at, 0)
    }
  }

  fire(at: number, isOn: number): void {
    const fault = this.faults[at] as Fault
    if ('component' in fault) this.world.parts[this.parts.get(fault.component) as number]?.suffer?.(fault, isOn === 1)
    else if (fault.kind === 'zone') for (const part of this.world.parts) part.suffer?.(fault, isOn === 1)
    else {
      for (const [name, source] of this.sources) if (fault.class === undefined || fault.class === name) source.suffer(fault, isOn === 1)
    }
  }
}
