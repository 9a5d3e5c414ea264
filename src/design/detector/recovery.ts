import type { Window } from '../../domain/measurement.ts'
import { classesIn, type Detector, median, share, time, within } from '../scene.ts'

/** How much worse things are long after the trouble than before it. */
const TIMES = 5
const FAILING = 0.1
/** Windows that a stretch needs to speak. */
const ENOUGH = 3

/** Long after the last trouble is over, requests still fail, or wait many times as long as before it: retries, or a backlog, keep the system down. */
export const neverRecovers: Detector = (scene) => {
  const { faults, seconds, warmUp, measured } = scene
  const begin = Math.min(...faults.map(({ at }) => at))
  const end = Math.max(...faults.map((fault) => (fault.kind === 'flush' ? fault.at : (fault.until ?? Number.POSITIVE_INFINITY))))
  if (!Number.isFinite(begin) || !(end < seconds)) return []
  const late = end + (seconds - end) / 2
  return classesIn(scene).flatMap((name) => {
    const windows = (measured.classes[name]?.windows ?? []).map((window, at) => ({ ...window, from: at * measured.window }))
    const before = windows.filter(({ from }) => from >= warmUp && from + measured.window <= begin)
    // Who arrived last may be under way in good order.
    const after = windows.filter(({ from }) => from >= late && from + measured.window <= seconds - measured.window)
    if (before.length < ENOUGH || after.length < ENOUGH) return []
    const [failedBefore, failedAfter] = [failing(before), failing(after)]
    const [slowBefore, slowAfter] = [median(before.map(({ p99 }) => p99)), median(after.map(({ p99 }) => p99))]
    const evidence = `${time(late - end)} and more after the trouble was over ${within(scene)}`
    if (failedAfter > failedBefore + FAILING) {
      return [
        {
          name: 'never-recovers',
          component: undefined,
          evidence: `${evidence}, ${share(failedAfter)} of ${name} had no good answer; before it, ${share(failedBefore)}.`,
        },
      ]
    }
    if (slowAfter > TIMES * slowBefore) {
      return [
        {
          name: 'never-recovers',
          component: undefined,
          evidence: `${evidence}, the 99th percentile of ${name} was ${time(slowAfter)}; before it, ${time(slowBefore)}.`,
        },
      ]
    }
    return []
  })
}

/** Share without a good answer. */
function failing(windows: readonly Window[]): number {
  const arrived = windows.reduce((sum, window) => sum + window.arrived, 0)
  const ok = windows.reduce((sum, window) => sum + window.ok, 0)
  return arrived === 0 ? 0 : 1 - ok / arrived
}
