import type { Case, Drawing, Reading } from '../domain/case.ts'
import type { Measurement } from '../domain/measurement.ts'
import type { Workload } from '../domain/workload.ts'
import { readingOf } from './reading.ts'
import { scaleOf } from './scale.ts'
import type { Sight } from './verdict.ts'

/** What a run saw of a reading, with how many it rests on. */
export function sightOf(reading: Reading, measurement: Measurement, drawing: Drawing, workload: Workload): Sight {
  return {
    value: readingOf(reading, measurement, drawing, workload),
    of: scaleOf(reading.metric).kind === 'share' ? basisOf(reading, measurement, drawing) : 0,
    stopped: measurement.stopped !== undefined,
  }
}

/** How many a share is a share of: requests that arrived, in the windows that are read, or what entered the components of a part. */
function basisOf({ class: name, part, from, until }: Reading, { classes, components, window }: Measurement, drawing: Drawing): number {
  if (name !== undefined) {
    const one = classes[name]
    if (one === undefined) return 0
    if (from === undefined && until === undefined) return one.arrived
    return one.windows.reduce((sum, { arrived }, at) => {
      const begins = at * window
      return begins >= (from ?? 0) && begins < (until ?? Number.POSITIVE_INFINITY) ? sum + arrived : sum
    }, 0)
  }
  return Object.entries(components).reduce((sum, [component, { entered }]) => {
    return drawing.components[component]?.part === part ? sum + entered : sum
  }, 0)
}

/** Readings of a case's objectives in one scenario. */
export function objectivesIn(aCase: Pick<Case, 'slos'>, scenario: string): Case['slos'] {
  return aCase.slos.filter((slo) => slo.scenario === scenario)
}
