import type { Case, Reading, Slo } from '../domain/case.ts'
import type { Objective, Outcome } from '../domain/report.ts'
import { seedFor } from './seed.ts'
import { objectivesIn } from './sight.ts'
import { ask, type Ledger, type Stages } from './stages.ts'
import type { Sample, Trial } from './trial.ts'
import { judge, type Sight } from './verdict.ts'

/** Every objective is held at these shares of the load that was told; the told one first. */
export const LOADS = [1, 0.85, 1.15] as const

/** How many replicates there are after each look. */
const LOOKS = [1, 4, 8, 12] as const
/** Events of all runs for the verdicts of one drawing; what is undecided then is marginal. */
const BUDGET = 60_000_000

/** All replicates of a scenario at one load. */
export interface Cell {
  readonly scenario: string
  readonly load: number
  /** The objectives of the scenario come first in each sample, then what was asked for besides. */
  readonly slos: readonly Slo[]
  readonly extra: readonly Reading[]
  readonly samples: readonly Sample[]
}

export interface VerdictRequest {
  readonly case: Case
  readonly text: string
  readonly scenarios: readonly string[]
  readonly seed: number
  /** Of LOADS; all of them. */
  readonly loads?: readonly number[]
  /** Read besides the objectives, at the load that was told. */
  readonly extra: readonly Reading[]
  /** Whole measurements of the first four replicates at the load that was told. */
  readonly whole: boolean
  /** Gives up as soon as an objective is missed, or is still marginal after eight replicates. */
  readonly hasty: boolean
}

export interface Verdicts {
  readonly cells: readonly Cell[]
  readonly objectives: readonly Objective[]
}

/**
 * Runs a drawing in all scenarios at all loads, under four seeds, and under more where that may decide: while an objective is marginal there and is not
 * missed elsewhere. Scenarios without an objective are run at the told load only.
 */
export function* verdicts(request: VerdictRequest, ledger: Ledger): Stages<Verdicts> {
  const { scenarios, seed, text, whole } = request
  const cells = scenarios.flatMap((scenario) => {
    const slos = objectivesIn(request.case, scenario)
    const loads = slos.length > 0 ? (request.loads ?? LOADS) : LOADS.slice(0, 1)
    return loads.map((load) => {
      const extra = load === 1 ? request.extra.filter((reading) => reading.scenario === scenario) : []
      return { scenario, load, slos, extra, samples: [] as Sample[] }
    })
  })
  const spent = ledger.events
  for (const [look, replicates] of LOOKS.entries()) {
    const missed = look === 0 ? [] : request.case.slos.filter((slo) => outcomesOf(slo, cells).includes('missed'))
    if (request.hasty && (missed.length > 0 || look > 2)) break
    const chosen: { readonly cell: (typeof cells)[number]; readonly trials: readonly Trial[] }[] = []
    let planned = ledger.events - spent
    for (const cell of cells) {
      const { scenario, load, samples, slos, extra } = cell
      if (look > 0 && samples.some(({ stopped }) => stopped)) continue
      if (look > 1 && !slos.some((slo) => !missed.includes(slo) && judge(slo, sightsOf(slo, cell)).outcome === 'marginal')) continue
      const each = samples.length === 0 ? 0 : samples.reduce((sum, { events }) => sum + events, 0) / samples.length
      planned += each * (replicates - samples.length)
      // The third look needs a budget; four replicates there always are.
      if (look > 1 && planned > BUDGET) continue
      const trials = Array.from({ length: replicates - samples.length }, (_, at) => ({
        text,
        scenario,
        load,
        seed: seedFor(seed, 'run', samples.length + at),
        readings: [...slos, ...extra],
        whole: whole && load === 1 && look < 2,
      }))
      chosen.push({ cell, trials })
    }
    if (look === 0) ledger.foreseen += cells.length * LOOKS[1]
    const asked = chosen.flatMap(({ trials }) => trials)
    const samples = yield* ask(ledger, asked)
    let at = 0
    for (const { cell, trials } of chosen) {
      cell.samples.push(...samples.slice(at, at + trials.length))
      at += trials.length
    }
  }
  return { cells, objectives: objectivesOf(request.case, scenarios, cells) }
}

/** What the replicates of a cell saw of one of its objectives, or of what was asked besides. */
export function sightsOf(reading: Reading, { slos, extra, samples }: Omit<Cell, 'scenario' | 'load'>): readonly Sight[] {
  const at = [...slos, ...extra].findIndex((one) => one === reading)
  return samples.flatMap(({ sights }) => sights[at] ?? [])
}

function outcomesOf(slo: Slo, cells: readonly Cell[]): readonly Outcome[] {
  return cells.filter(({ slos }) => slos.includes(slo)).map((cell) => judge(slo, sightsOf(slo, cell)).outcome)
}

function objectivesOf({ slos }: Case, scenarios: readonly string[], cells: readonly Cell[]): readonly Objective[] {
  return slos
    .filter(({ scenario }) => scenarios.includes(scenario))
    .map((slo) => {
      const loads = cells
        .filter((cell) => cell.slos.includes(slo))
        .map((cell) => ({ load: cell.load, ...judge(slo, sightsOf(slo, cell)) }))
        .sort((x, y) => x.load - y.load)
      const { name, ...condition } = slo
      return { name, condition, outcome: together(loads.map(({ outcome }) => outcome)), loads }
    })
}

/** Missed where one is missed, met where all are met. */
export function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('missed')) return 'missed'
  return outcomes.every((outcome) => outcome === 'met') ? 'met' : 'marginal'
}
