import type { Features, VectorIndex } from '../../domain/component.ts'
import type { Fault } from '../../domain/fault.ts'
import type { Part, Totals, Whole } from '../part.ts'
import type { Stream } from '../stream.ts'
import type { World } from '../world.ts'
import { ServiceTier } from './service.ts'

/** Features for serving: a tier, and how old and how good what is read there is. */
export class FeatureStore implements Part {
  readonly tier: ServiceTier
  private readonly poisons: (Fault & { readonly kind: 'poison' })[] = []
  private asOf = 0
  private readonly byKey: Float64Array
  private readonly world: World
  private readonly stream: Stream

  constructor(world: World, name: string, rule: Features & { readonly most?: number }) {
    this.world = world
    this.tier = new ServiceTier(world, name, { ...rule, time: rule.time ?? { kind: 'constant', mean: 0 } })
    this.byKey = new Float64Array(rule.scope === 'key' ? (rule.keys ?? 1) : 0)
    this.stream = world.stream(`features ${name}`)
  }

  enter(task: number, isWrite: boolean): boolean {
    const { world, poisons } = this
    const { tasks } = world
    if (!isWrite) {
      const key = tasks.key[task] as number
      const age = world.now - (this.byKey.length > 0 ? (this.byKey[key % this.byKey.length] as number) : this.asOf)
      if (age > (tasks.age[task] as number)) tasks.age[task] = age
      for (const { quality, share } of poisons)
        if (this.stream.uniform() < (share ?? 1)) tasks.quality[task] = (tasks.quality[task] as number) * quality
    }
    return this.tier.enter(task)
  }

  refresh(asOf: number, key: number): void {
    if (this.byKey.length === 0) this.asOf = Math.max(this.asOf, asOf)
    else {
      const at = key % this.byKey.length
      this.byKey[at] = Math.max(this.byKey[at] as number, asOf)
    }
  }

  fire(): void {}

  suffer(fault: Fault, isOn: boolean): void {
    if (fault.kind === 'poison') {
      if (isOn) this.poisons.push(fault)
      else this.poisons.splice(this.poisons.indexOf(fault), 1)
    } else this.tier.suffer(fault, isOn)
  }

  totals(now: number): Totals {
    return this.tier.totals(now)
  }

  whole(): Whole {
    return this.tier.whole()
  }
}

/** Approximate search: time and recall of the chosen effort from a measured table; recall is the quality of its answer. */
export class IndexServer implements Part {
  readonly tier: ServiceTier
  private readonly world: World
  private readonly recall: number

  constructor(world: World, name: string, rule: VectorIndex & { readonly most?: number }) {
    const row = rule.table.find(({ effort }) => effort === rule.effort)
    const [mean, cv2] = [row?.seconds ?? 0, rule.cv2 ?? 0]
    this.world = world
    this.recall = row?.recall ?? 1
    this.tier = new ServiceTier(world, name, { ...rule, time: cv2 > 0 ? { kind: 'lognormal', mean, cv2 } : { kind: 'constant', mean } })
  }

  enter(task: number): boolean {
    const { tasks } = this.world
    tasks.quality[task] = (tasks.quality[task] as number) * this.recall
    return this.tier.enter(task)
  }

  fire(): void {}

  suffer(fault: Fault, isOn: boolean): void {
    this.tier.suffer(fault, isOn)
  }

  totals(now: number): Totals {
    return this.tier.totals(now)
  }

  whole(): Whole {
    return this.tier.whole()
  }
}
