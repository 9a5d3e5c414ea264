import type { Case } from '../domain/case.ts'
import { seedFor } from './seed.ts'
import { objectivesIn } from './sight.ts'
import { ask, type Ledger, type Stages } from './stages.ts'
import { marginOf } from './verdict.ts'

const REPLICATES = 2

/**
 * How much each question is worth, in the order of the case: the share of objectives that a drawing which meets them all would not meet if the number behind the
 * question were as low, or as high, as it plausibly is. Null where no number stands behind it.
 */
export function* worths(aCase: Case, text: string, seed: number, ledger: Ledger): Stages<readonly (number | null)[]> {
  const { scenarios } = aCase.levels.senior
  const worth: (number | null)[] = []
  for (const { moves } of aCase.asks) {
    if (moves === undefined) {
      worth.push(null)
      continue
    }
    const trials = [moves.low, moves.high].flatMap((value) =>
      scenarios.flatMap((scenario) =>
        Array.from({ length: REPLICATES }, (_, at) => ({
          text,
          scenario,
          load: 1,
          seed: seedFor(seed, 'worth', at),
          moved: { path: moves.path, value },
          readings: objectivesIn(aCase, scenario),
          whole: false,
        })),
      ),
    )
    const samples = yield* ask(ledger, trials)
    const failed = new Set(
      samples.flatMap(({ sights, stopped }, at) => {
        const slos = objectivesIn(aCase, trials[at]?.scenario ?? '')
        return slos.filter((slo, place) => stopped || marginOf(slo, sights[place]?.value ?? Number.NaN) < 0).map(({ name }) => name)
      }),
    )
    const all = aCase.slos.filter(({ scenario }) => scenarios.includes(scenario)).length
    worth.push(Math.round((100 * failed.size) / all) / 100)
  }
  return worth
}
