import { classesIn, componentsIn, type Detector, digits, median, time, within } from '../scene.ts'

/** How many times as many misses, and as slow, as usual. */
const BURST = 3
const SLOWER = 3
const MISSES = 100

/** Many keys are missed at once, and what is behind the cache cannot follow. */
export const stampede: Detector = (scene) =>
  componentsIn(scene).flatMap(({ name, component, seen }) => {
    if (component.kind !== 'cache') return []
    const windows = seen.windows.filter(({ from }) => from >= scene.warmUp)
    const rates = windows.map(({ from, until, counts }) => (counts['misses'] ?? 0) / (until - from))
    const usual = median(rates)
    const at = rates.indexOf(Math.max(...rates))
    const worst = windows[at]
    const most = rates[at] ?? 0
    if (worst === undefined || (worst.counts['misses'] ?? 0) < MISSES || !(most > BURST * Math.max(usual, 1))) return []
    const hurt = classesIn(scene).flatMap((of) => {
      const { windows: own = [] } = scene.measured.classes[of] ?? {}
      const slow = own.filter(
        (_, place) =>
          place * scene.measured.window >= worst.from - scene.measured.window && place * scene.measured.window <= worst.until + 2,
      )
      const [then, else_] = [Math.max(0, ...slow.map(({ p99 }) => p99 || 0)), median(own.map(({ p99 }) => p99))]
      return then > SLOWER * else_ ? [`the 99th percentile of ${of} from ${time(else_)} to ${time(then)}`] : []
    })
    if (hurt.length === 0) return []
    const evidence = `${digits(most)} misses a second of ${name} at second ${digits(worst.from)} ${within(scene)}, ${digits(usual)} as a rule; that took ${hurt.join(', ')}.`
    return [{ name: 'stampede', component: name, evidence }]
  })
