import type { Finding } from '../../domain/report.ts'
import { componentsIn, digits, type Scene, share } from '../scene.ts'

/** Share of the whole cost from which it matters, and how busy it must be at its busiest. */
const DEAR = 0.25
const IDLE = 0.35

/** The dearest component is hardly busy in any scenario, troubles and all. */
export function idleMoney(scenes: readonly Scene[]): readonly Finding[] {
  const [first] = scenes
  if (first === undefined) return []
  const dearest = [...componentsIn(first)].sort((x, y) => y.seen.price - x.seen.price)[0]
  const { cost } = first.measured
  if (dearest === undefined || !(dearest.seen.price > DEAR * cost)) return []
  const { name, component, seen } = dearest
  const isOne = !('replicas' in component) || (component.replicas ?? 1) < 2
  if (isOne || ['cache', 'delay', 'limiter', 'pool', 'stock', 'windows'].includes(component.kind)) return []
  const busiest = Math.max(
    ...scenes.flatMap(({ measured, warmUp }) =>
      (measured.components[name]?.windows ?? [])
        .filter(({ from }) => from >= warmUp)
        .map(({ hottest, utilisation }) => Math.max(hottest, utilisation)),
    ),
  )
  if (!(busiest < IDLE)) return []
  const evidence = `${name} costs $${digits(seen.price)} of $${digits(cost)} an hour, and none of it is more than ${share(busiest)} busy at any time of any scenario.`
  return [{ name: 'idle-money', component: name, evidence }]
}
