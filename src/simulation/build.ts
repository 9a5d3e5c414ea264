import type { Component } from '../domain/component.ts'
import type { Design } from '../domain/design.ts'
import { BatchServer } from './component/batcher.ts'
import { type Scalable, Scaler } from './component/autoscaler.ts'
import { DelayLine } from './component/delay.ts'
import { CountedStock } from './component/stock.ts'
import { FeatureStore, IndexServer } from './component/read-store.ts'
import { GeneratorServer } from './component/generator.ts'
import { KeyCache } from './component/cache.ts'
import { MessageLog } from './component/log.ts'
import { QuorumStore } from './component/quorum.ts'
import { RateLimiter } from './component/limiter.ts'
import { ReplicatedStore } from './component/replicated.ts'
import { ServiceTier } from './component/service.ts'
import { SharingTier } from './component/sharing.ts'
import { TimeWindows } from './component/windows.ts'
import { TokenPool } from './component/pool.ts'
import type { Part } from './part.ts'
import type { World } from './world.ts'

/** Makes the component named; `log` says where a queue's consumers begin, `index` is its place among the parts. */
export function build(
  world: World,
  design: Design,
  name: string,
  index: number,
  log: (name: string) => { readonly pc: number; readonly recorder: number },
): Part {
  const component = design.components[name] as Component
  const most = Object.values(design.components).reduce(
    (most, other) => (other.kind === 'autoscaler' && other.target === name ? Math.max(most, other.most) : most),
    0,
  )
  switch (component.kind) {
    case 'service':
      return new ServiceTier(world, name, { ...component, most })
    case 'sharing':
      return new SharingTier(world, name, { ...component, most })
    case 'delay':
      return new DelayLine(world, name, component)
    case 'cache':
      return new KeyCache(world, name, component, index)
    case 'pool':
      return new TokenPool(world, name, component, index)
    case 'log':
      return new MessageLog(world, name, component, log(name))
    case 'batcher':
      return new BatchServer(world, name, { ...component, most })
    case 'generator':
      return new GeneratorServer(world, name, { ...component, most })
    case 'features':
      return new FeatureStore(world, name, { ...component, most })
    case 'index':
      return new IndexServer(world, name, { ...component, most })
    case 'replicated':
      return new ReplicatedStore(world, name, component)
    case 'quorum':
      return new QuorumStore(world, name, component)
    case 'stock':
      return new CountedStock(world, name, component, index)
    case 'windows':
      return new TimeWindows(world, component)
    case 'limiter':
      return new RateLimiter(world, name, component)
    case 'autoscaler':
      return new Scaler(world, component, scalable(world, design, component.target))
  }
}

/** What stands behind a name can be scaled; components are built in the order of the design, autoscalers last. */
function scalable(world: World, design: Design, name: string): Scalable {
  const part = world.parts[orderOf(design).indexOf(name)]
  return (part instanceof FeatureStore || part instanceof IndexServer ? part.tier : part) as unknown as Scalable
}

/** Names of components as they are built: autoscalers after what they scale. */
export function orderOf(design: Design): readonly string[] {
  const isScaler = (name: string) => (design.components[name]?.kind === 'autoscaler' ? 1 : 0)
  return Object.keys(design.components).sort((x, y) => isScaler(x) - isScaler(y))
}
