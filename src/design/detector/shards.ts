import { componentsIn, type Detector, share, within } from '../scene.ts'

/** How many times as busy as the mean, and how busy, the busiest shard is. */
const SKEWED = 2
const BUSY = 0.7

/** One shard has most of the work: more shards do not help it. */
export const hotShard: Detector = (scene) =>
  componentsIn(scene).flatMap(({ name, component, seen }) => {
    const isSharded = 'balance' in component && (component.balance === 'key' || component.balance === 'range')
    if (!isSharded || (component.replicas ?? 1) < 2) return []
    const { hottest, utilisation } = seen
    if (!(hottest > BUSY && hottest > SKEWED * utilisation)) return []
    return [
      {
        name: 'hot-shard',
        component: name,
        evidence: `The busiest shard of ${name} is ${share(hottest)} busy ${within(scene)}, all together ${share(utilisation)}.`,
      },
    ]
  })
