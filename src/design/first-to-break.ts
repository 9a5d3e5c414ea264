import type { BottleneckReport, PredictionScore } from '../domain/report.ts'
import { bottleneck, type Suspects } from './bottleneck.ts'
import { choiceScore } from './predictions.ts'
import { seedFor } from './seed.ts'
import { objectivesIn } from './sight.ts'
import { ask, type Ledger, type Stages } from './stages.ts'
import { marginOf } from './verdict.ts'
import type { Cell } from './verdicts.ts'

/** Loads that are tried beyond those of the verdict. */
const HIGHER = [1.35, 1.6, 1.9, 2.25, 2.7, 3.2, 4] as const
const REPLICATES = 3

/**
 * Which component breaks first: where an objective is missed already, the one that the counterfactual named; otherwise load is raised until one is missed in the
 * first scenario, and the counterfactual is made there. No score where nothing breaks, or where nothing helps what broke.
 */
export function* firstToBreak(
  suspects: Suspects & { readonly held: BottleneckReport | undefined },
  said: string,
  ledger: Ledger,
): Stages<readonly PredictionScore[]> {
  const { case: aCase, text, seed, cells, held } = suspects
  const score = (component: string | undefined) => (component === undefined ? [] : [choiceScore(said, component)])
  const isMissed = (cell: Cell) =>
    cell.slos.some((slo, at) => cell.samples.some(({ sights, stopped }) => stopped || marginOf(slo, sights[at]?.value ?? Number.NaN) < 0))
  if (cells.some(isMissed)) return score(held?.component)
  const scenario = cells[0]?.scenario ?? ''
  const slos = objectivesIn(aCase, scenario)
  for (const load of HIGHER) {
    const seeds = Array.from({ length: REPLICATES }, (_, at) => seedFor(seed, 'run', at))
    const trials = seeds.map((each) => ({ text, scenario, load, seed: each, readings: slos, whole: true }))
    const cell: Cell = { scenario, load, slos, extra: [], samples: yield* ask(ledger, trials) }
    if (isMissed(cell)) return score((yield* bottleneck({ ...suspects, cells: [cell] }, ledger))?.component)
  }
  return []
}
