import type { Component } from '../domain/component.ts'
import type { Design } from '../domain/design.ts'
import type { Distribution } from '../domain/distribution.ts'

/** How much more a component gets when its worth is tried. */
export const MORE = 1.25
/** Whole numbers that come so near to a quarter more are taken; else everything there is becomes faster instead. */
const NEAR = { least: 1.15, most: 1.35 }

/**
 * The design with a quarter more capacity of one component, or undefined where it has none (a network, a stock, an autoscaler by itself). More replicas, servers,
 * cores, tokens, consumers where whole numbers allow about a quarter; otherwise the same ones a quarter faster. A cache holds a quarter
 * more, a limiter lets a quarter more through. What an autoscaler scales has its bounds raised with it.
 */
export function enlarge(design: Design, name: string): Design | undefined {
  const component = design.components[name]
  const larger = component === undefined ? undefined : enlarged(component)
  if (larger === undefined) return undefined
  const others = Object.entries(design.components).map(([other, each]) => {
    if (other === name) return [other, larger] as const
    if (each.kind !== 'autoscaler' || each.target !== name) return [other, each] as const
    return [other, { ...each, least: Math.max(each.least, Math.round(each.least * MORE)), most: Math.round(each.most * MORE) }] as const
  })
  return { ...design, components: Object.fromEntries(others) }
}

function enlarged(component: Component): Component | undefined {
  switch (component.kind) {
    case 'delay':
    case 'autoscaler':
    // What there is of it is the world's, not the design's.
    case 'stock':
    case 'windows':
      return undefined
    case 'quorum':
      return more(component, ['replicas', 'servers']) ?? { ...component, time: faster(component.time) }
    case 'service':
      return more(component, ['replicas', 'servers']) ?? { ...component, time: faster(component.time) }
    case 'sharing':
      return more(component, ['replicas', 'cores']) ?? { ...component, time: faster(component.time) }
    case 'features':
      return more(component, ['replicas', 'servers']) ?? (component.time && { ...component, time: faster(component.time) })
    case 'index': {
      const table = component.table.map((row) => ({ ...row, seconds: row.seconds / MORE }))
      return more(component, ['replicas', 'servers']) ?? { ...component, table }
    }
    // Primary and followers alike: there is one primary.
    case 'replicated':
      return more(component, ['servers']) ?? { ...component, time: faster(component.time) }
    case 'cache':
      return { ...component, capacity: Math.max(component.capacity + 1, Math.round(component.capacity * MORE)) }
    case 'pool':
      return { ...component, tokens: Math.max(component.tokens + 1, Math.round(component.tokens * MORE)) }
    case 'log': {
      const larger = more(component, ['consumers', 'parallel']) ?? { ...component, parallel: 2 * (component.parallel ?? 1) }
      return { ...larger, partitions: Math.max(larger.partitions, larger.consumers) }
    }
    case 'batcher':
      return more(component, ['replicas']) ?? { ...component, base: component.base / MORE, item: component.item / MORE }
    case 'generator': {
      const { hardware } = component
      const { bandwidth, compute, memory, overhead } = hardware
      const stronger = { bandwidth: bandwidth * MORE, compute: compute * MORE, memory: memory * MORE, overhead: overhead / MORE }
      const sequences = Math.max(component.sequences + 1, Math.round(component.sequences * MORE))
      return more(component, ['replicas']) ?? { ...component, sequences, hardware: stronger }
    }
    case 'limiter':
      return { ...component, rate: component.rate * MORE, burst: component.burst * MORE }
  }
}

/** With one of the whole numbers raised, the one that comes nearest to a quarter more; undefined where none comes near. */
function more<C extends Component>(component: C, fields: readonly string[]): C | undefined {
  const values: Readonly<Record<string, unknown>> = { ...component }
  const tries = fields.map((field) => {
    const before = Number(values[field] ?? 1)
    // Of a store that keeps copies there is another whole shard, or none.
    const unit = field === 'replicas' && (values['balance'] === 'key' || values['balance'] === 'range') ? Number(values['copies'] ?? 1) : 1
    const after = Math.round((before * MORE) / unit) * unit
    return { field, after, off: Math.abs(after / before - MORE), ratio: after / before }
  })
  const [best] = tries.filter(({ ratio }) => ratio >= NEAR.least && ratio <= NEAR.most).sort((x, y) => x.off - y.off)
  return best === undefined ? undefined : { ...component, [best.field]: best.after }
}

function faster(time: Distribution): Distribution {
  if (time.kind === 'uniform') return { ...time, low: time.low / MORE, high: time.high / MORE }
  if (time.kind === 'empirical') return { ...time, values: time.values.map((value) => value / MORE) }
  return { ...time, mean: time.mean / MORE }
}
