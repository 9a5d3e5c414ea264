import type { Case } from '../domain/case.ts'
import type { PredictionScore, Report } from '../domain/report.ts'
import type { Level } from '../domain/target.ts'
import { ENGINE_VERSION, simulate } from '../simulation/simulate.ts'
import { bottleneck } from './bottleneck.ts'
import { costOf } from './cost.ts'
import { findings } from './findings.ts'
import { followUps } from './follow-ups.ts'
import { predictions, readingsOf } from './predictions.ts'
import { seedFor } from './seed.ts'
import { ask, type Batch, driven, Ledger, type Stages } from './stages.ts'
import { built, performer, type Simulate } from './trial.ts'
import { type Cell, verdicts } from './verdicts.ts'
import { firstToBreak } from './first-to-break.ts'

/** Engine, and rule of verdict: a number that changes with every change of what a report says of the same runs. */
export const VERSIONS = { engine: ENGINE_VERSION, verdict: 2 }

/** What is to be graded. */
export interface Grading {
  readonly case: Case
  /** Text of the drawing. */
  readonly text: string
  readonly level: Level
  /** Every run's seed follows from it. */
  readonly seed: number
  /** In the order of the case's estimates; null where nothing was said. */
  readonly predictions: readonly (number | null)[]
  /** Name of the component that is expected to break first. */
  readonly firstToBreak: string | null
}

/** Grades a drawing, all in this thread. The same arguments give the same report to the last bit. Throws UserError where the drawing cannot be read or built. */
export function gradeDesign(grading: Grading, run: Simulate = simulate, onBatch: (batch: Batch) => void = () => undefined): Report {
  return driven(gradeStages(grading), performer(grading.case, run), onBatch)
}

/** The same for whoever runs the trials elsewhere. */
export function* gradeStages(grading: Grading): Stages<Report> {
  const { case: aCase, text, level, seed } = grading
  const { design } = built(aCase, text)
  const ledger = new Ledger()
  const { scenarios } = aCase.levels[level]
  const extra = readingsOf(aCase)
  const asked = extra.map(({ scenario }) => scenario).filter((scenario) => !scenarios.includes(scenario))
  ledger.foreseen = 4 * Object.keys(design.components).length
  const par = yield* parOf(aCase, scenarios[0] ?? '', seed, ledger)
  const all = [...scenarios, ...new Set(asked)]
  const { cells, objectives: judged } = yield* verdicts(
    { case: aCase, text, scenarios: all, seed, extra, whole: true, hasty: false },
    ledger,
  )
  const objectives = judged.filter(({ condition }) => scenarios.includes(condition.scenario))
  const told = cells.filter(({ scenario }) => scenarios.includes(scenario))
  const cost = costOf(told[0]?.samples ?? [], par, par * aCase.levels[level].cost)
  const passed = objectives.every(({ outcome }) => outcome === 'met') && cost.outcome === 'met'
  const held = yield* bottleneck({ case: aCase, text, design, seed, cells: told }, ledger)
  const found = yield* findings({ case: aCase, text, design, level, seed, cells: told }, ledger)
  const broken: readonly PredictionScore[] =
    grading.firstToBreak === null
      ? []
      : yield* firstToBreak({ case: aCase, text, design, seed, cells: told, held }, grading.firstToBreak, ledger)
  return {
    engine: VERSIONS.engine,
    case: aCase.slug,
    caseHash: aCase.hash,
    level,
    seed,
    passed,
    objectives,
    cost,
    bottleneck: held,
    findings: found,
    predictions: [...predictions(aCase, grading.predictions, cells), ...broken],
    followUps: followUps(aCase, { objectives, found, passed }),
    runs: runsOf(told),
  }
}

/** One run of each scenario of a level at the load that was told: the first of those that the same grading judges. */
export function* runStages({ case: aCase, text, level, seed }: Pick<Grading, 'case' | 'text' | 'level' | 'seed'>): Stages<Report['runs']> {
  const { scenarios } = aCase.levels[level]
  const trials = scenarios.map((scenario) => ({ text, scenario, load: 1, seed: seedFor(seed, 'run', 0), readings: [], whole: true }))
  const samples = yield* ask(new Ledger(), trials)
  return Object.fromEntries(scenarios.flatMap((scenario, at) => (samples[at]?.measurement ? [[scenario, samples[at].measurement]] : [])))
}

function runsOf(cells: readonly Cell[]): Report['runs'] {
  return Object.fromEntries(
    cells.flatMap(({ scenario, load, samples }) => (load === 1 && samples[0]?.measurement ? [[scenario, samples[0].measurement]] : [])),
  )
}

/** Dollars an hour of the cheapest drawing that is known to pass; where none was recorded, those of the reference. */
function* parOf(aCase: Case, scenario: string, seed: number, ledger: Ledger): Stages<number> {
  if (aCase.par !== undefined) return aCase.par.dollars
  const seeds = [0, 1, 2].map((at) => seedFor(seed, 'run', at))
  const trials = seeds.map((each) => ({ text: aCase.reference, scenario, load: 1, seed: each, readings: [], whole: false }))
  return costOf(yield* ask(ledger, trials), 0, 0).dollars
}
