import type { Case, CaseFault, Drawing } from '../domain/case.ts'
import type { Design } from '../domain/design.ts'
import type { Fault } from '../domain/fault.ts'
import type { Arrivals, RequestClass, Workload } from '../domain/workload.ts'
import type { Run } from '../simulation/simulate.ts'
import { workloadOf } from './assemble.ts'

/** Several times what a case may take: a design that needs more diverges. */
const MOST_EVENTS = 8_000_000
const MOST_REQUESTS = 500_000

/** One run of a scenario at a multiple of the load that was told. Jobs come as often as before, whatever the load. */
export function scenarioRun(
  aCase: Pick<Case, 'workload' | 'scenarios'>,
  drawing: Drawing,
  design: Design,
  scenario: string,
  load: number,
  seed: number,
): Run {
  const asked = Object.hasOwn(aCase.scenarios, scenario) ? aCase.scenarios[scenario] : undefined
  if (asked === undefined) throw new Error(`The case has no scenario "${scenario}".`)
  const changed = mergedWorkload(workloadOf(aCase, drawing), asked.workload)
  const classes = Object.entries(changed.classes).map(([name, each]) => [name, { ...each, arrivals: loaded(each.arrivals, load) }] as const)
  return {
    design,
    workload: { ...changed, classes: Object.fromEntries(classes) },
    faults: asked.faults.flatMap((fault) => onComponents(fault, drawing)),
    seed,
    events: MOST_EVENTS,
    requests: MOST_REQUESTS,
  }
}

/** What a scenario says of a class replaces what the workload says of it, field by field. */
export function mergedWorkload(workload: Workload, change: Partial<Workload>): Workload {
  const names = [...new Set([...Object.keys(workload.classes), ...Object.keys(change.classes ?? {})])]
  const classes = names.map((name) => [name, { ...workload.classes[name], ...change.classes?.[name] } as RequestClass] as const)
  return { ...workload, ...change, classes: Object.fromEntries(classes) }
}

/** Arrivals at a multiple of their rate. */
export function loaded(arrivals: Arrivals, load: number): Arrivals {
  switch (arrivals.kind) {
    case 'poisson':
      return { ...arrivals, rate: arrivals.rate * load }
    case 'bursts':
      return { ...arrivals, rate: arrivals.rate * load, burst: arrivals.burst * load }
    case 'diurnal':
      return { ...arrivals, rates: arrivals.rates.map((rate) => rate * load) }
    case 'closed':
      return { ...arrivals, users: Math.max(1, Math.round(arrivals.users * load)) }
    case 'trace': {
      // Each stands as often as the load says, in turn rounded down and up.
      const copies = arrivals.times.flatMap((_, at) =>
        Array.from({ length: Math.floor((at + 1) * load + 1e-9) - Math.floor(at * load + 1e-9) }, () => at),
      )
      const { keys } = arrivals
      const times = copies.map((at) => arrivals.times[at] as number)
      return { kind: 'trace', times, ...(keys === undefined ? {} : { keys: copies.map((at) => keys[at % keys.length] as number) }) }
    }
    case 'every':
      return arrivals
  }
}

/** A fault of a part hits every component made of it; of a part that the learner does without, none. */
function onComponents(fault: CaseFault, { components }: Drawing): readonly Fault[] {
  if (!('component' in fault)) return [fault]
  return Object.entries(components).flatMap(([name, { part }]) => (part === fault.component ? [{ ...fault, component: name }] : []))
}
