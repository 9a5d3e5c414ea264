import type { Case, Drawing, Reading } from '../domain/case.ts'
import type { Design } from '../domain/design.ts'
import type { Fault } from '../domain/fault.ts'
import type { Measurement } from '../domain/measurement.ts'
import { UserError } from '../domain/user-error.ts'
import { type Run, simulate } from '../simulation/simulate.ts'
import { assemble } from './assemble.ts'
import { readDrawing, withLines } from './drawing.ts'
import { enlarge } from './enlarge.ts'
import { fanOutFlaws } from './fan-out.ts'
import { withField } from './field.ts'
import type { Flaw } from './flaw.ts'
import { scenarioRun } from './scenario.ts'
import { sightOf } from './sight.ts'
import type { Sight } from './verdict.ts'

/** One run, as data: which drawing, where, at which load, under which seed, and what is read from it. */
export interface Trial {
  /** Text of the drawing. */
  readonly text: string
  readonly scenario: string
  readonly load: number
  readonly seed: number
  /** A quarter more of a component; its first replica lost from the end of the warm-up on; the policy of that name without its hedge. */
  readonly change?: { readonly kind: 'enlarge' | 'lose' | 'calm'; readonly component: string }
  /** A number of the workload that is another, by its path. */
  readonly moved?: { readonly path: string; readonly value: number }
  readonly readings: readonly Reading[]
  /** Whether the whole measurement is wanted. */
  readonly whole: boolean
}

export interface Sample {
  /** In the order of the readings. */
  readonly sights: readonly Sight[]
  /** Dollars an hour. */
  readonly cost: number
  readonly byComponent: Readonly<Record<string, number>>
  readonly stopped: boolean
  readonly events: number
  readonly measurement: Measurement | undefined
}

export type Simulate = (run: Run) => Measurement

/** A drawing that can be run. */
export interface Built {
  readonly drawing: Drawing
  readonly design: Design
}

/** How many drawings a performer keeps built. */
const KEPT = 16

/** Carries out trials of one case. Its function throws UserError when a drawing cannot be read or built. */
export function performer(aCase: Case, run: Simulate = simulate): (trial: Trial) => Sample {
  const known = new Map<string, Built>()
  const builtOnce = (text: string): Built => {
    const made = known.get(text) ?? built(aCase, text)
    known.set(text, made)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return made
  }
  return (trial) => perform(aCase, builtOnce(trial.text), trial, run)
}

function perform(aCase: Case, { drawing, design }: Built, trial: Trial, run: Simulate): Sample {
  const { change, moved, scenario, load, seed, readings, whole } = trial
  const changed = changedBy(design, change)
  const workload = moved === undefined ? aCase.workload : withField(aCase.workload, moved.path, moved.value)
  const asked = scenarioRun({ ...aCase, workload }, drawing, changed, scenario, load, seed)
  const lost: readonly Fault[] =
    change?.kind === 'lose' ? [{ kind: 'down', component: change.component, replicas: [0], at: asked.workload.warmUp }] : []
  const measurement = run({ ...asked, faults: [...(asked.faults ?? []), ...lost] })
  return {
    sights: readings.map((reading) => sightOf(reading, measurement, drawing, asked.workload)),
    cost: measurement.cost,
    byComponent: Object.fromEntries(Object.entries(measurement.components).map(([name, { price }]) => [name, price])),
    stopped: measurement.stopped !== undefined,
    events: measurement.events,
    measurement: whole ? measurement : undefined,
  }
}

function changedBy(design: Design, change: Trial['change']): Design {
  if (change?.kind === 'enlarge') return enlarge(design, change.component) ?? design
  const policy = design.policies?.[change?.component ?? '']
  if (change?.kind !== 'calm' || policy === undefined) return design
  const { hedge: _, ...calm } = policy
  return { ...design, policies: { ...design.policies, [change.component]: calm } }
}

/** Reads and builds a drawing. Throws UserError with everything that is wrong with it. */
export function built(aCase: Case, text: string): Built {
  const { drawing, problems, lines } = readDrawing(text)
  if (drawing === undefined) throw refusal(problems)
  const { design, problems: found } = assemble(aCase, drawing)
  const flaws = withLines(design === undefined ? found : fanOutFlaws(drawing), lines)
  if (design === undefined || flaws.length > 0) throw refusal(flaws)
  return { drawing, design }
}

function refusal(flaws: readonly Flaw[]): UserError {
  return new UserError(flaws.map(({ line, where, cause }) => `line ${line}${where === '' ? '' : `, ${where}`}: ${cause}`).join('\n'), {
    where: 'the drawing',
    fix: [...new Set(flaws.map(({ remedy }) => remedy))].join(' '),
  })
}
