import { calibrationOf } from '../../src/memory/reliability.ts'
import { teach, type Taught } from './assess.ts'
import { FSRS_EIGHT, FSRS_INFORMED, PLAIN } from './field.ts'
import type { Interval } from './interval.ts'
import { ONSITE } from './onsite.ts'
import { rivalsOf } from './rivals.ts'
import { average, calibrationError, logLossOf, type Said } from './scoring.ts'
import { bestOf, gainOver, type Standing, standingOf } from './tournament.ts'
import type { World } from './world.ts'

/** How Onsite did in one world, and who it was held against. All of it simulated. */
export interface Judged {
  readonly world: World
  readonly taught: readonly Taught[]
  readonly onsite: Standing
  readonly plain: readonly Standing[]
  /** The best of the eight set-ups of FSRS, picked after the fact. */
  readonly fsrs: Standing
  /** The best FSRS that is given weights and date. */
  readonly informed: Standing
  readonly gain: Interval
  readonly gainOnInformed: Interval
}

export function judge(world: World, seeds: readonly number[]): Judged {
  const taught = seeds.map((seed) => teach(world, ONSITE, seed))
  const onsite: Standing = { policy: ONSITE.name, scores: taught.map(({ score }) => score) }
  const best = (makers: typeof FSRS_EIGHT): Standing => bestOf(makers.map((maker) => standingOf(world, maker, seeds)))
  const [fsrs, informed] = [best(FSRS_EIGHT), best(FSRS_INFORMED)]
  return {
    world,
    taught,
    onsite,
    plain: PLAIN.map((maker) => standingOf(world, maker, seeds)),
    fsrs,
    informed,
    gain: gainOver(onsite, fsrs),
    gainOnInformed: gainOver(onsite, informed),
  }
}

/** How good the forecasts were, beside those of others and of the truth itself. */
export interface Forecasting {
  readonly outcomes: number
  readonly calibrationError: number
  /** Brier score under that of always saying the learner's mean so far, as a share of it: of all, and of unlabelled exercises alone. */
  readonly gain: number
  readonly gainOnExercises: number
  /** The same for the truth's own chances: nobody can do better. */
  readonly ceiling: number
  readonly ceilingOnExercises: number
  readonly logLoss: Readonly<Record<'Onsite' | 'truth' | 'average' | 'moving average' | 'FSRS-6', number>>
}

export function forecastingOf(taught: readonly Taught[]): Forecasting {
  const all = taught.flatMap(({ log }) => log)
  const truth = all.map(({ ceiling, passed }) => ({ said: ceiling, passed }))
  const rivals = taught.map(({ log }) => rivalsOf(log))
  const exercises = taught.map(({ log }) => log.filter(({ evidence }) => evidence.form === 'write'))
  const asTruth = (logs: readonly Taught['log'][]) => logs.map((log) => log.map(({ ceiling, passed }) => ({ said: ceiling, passed })))
  const logs = taught.map(({ log }) => log)
  return {
    outcomes: all.length,
    calibrationError: calibrationError(all),
    gain: underBaseRate(logs),
    gainOnExercises: underBaseRate(exercises),
    ceiling: underBaseRate(asTruth(logs)),
    ceilingOnExercises: underBaseRate(asTruth(exercises)),
    logLoss: {
      Onsite: logLossOf(all),
      truth: logLossOf(truth),
      average: logLossOf(rivals.flatMap((each) => each.average)),
      'moving average': logLossOf(rivals.flatMap((each) => each['moving average'])),
      'FSRS-6': logLossOf(rivals.flatMap((each) => each['FSRS-6'])),
    },
  }
}

/** As the gym's page on its own forecasts counts it, learner by learner. */
function underBaseRate(logs: readonly (readonly Said[])[]): number {
  const each = logs.map((log) =>
    calibrationOf(
      log.map(({ said, passed }) => ({ at: 0, model: '', probability: said, passed })),
      [],
    ),
  )
  const total = (of: 'brier' | 'baseRateBrier') => each.reduce((sum, calibrated) => sum + calibrated[of] * calibrated.outcomes, 0)
  return 1 - total('brier') / total('baseRateBrier')
}

/** How true the readiness stated on the day of the interview was. */
export interface Stated {
  /** Mean of stated less true readiness. */
  readonly bias: number
  readonly meanError: number
  readonly width: number
  /** Share of learners whose true readiness lay in the 80 % band. */
  readonly inside: number
  /** Share of mock loops whose result lay in the 80 % band said before. */
  readonly mocksInside: number
}

export function statedOf(taught: readonly Taught[]): Stated {
  return {
    bias: average(taught.map(({ said, score }) => said.mean - score)),
    meanError: average(taught.map(({ said, score }) => Math.abs(said.mean - score))),
    width: average(taught.map(({ said }) => said.high - said.low)),
    inside: average(taught.map(({ said, score }) => Number(score >= said.low && score <= said.high))),
    mocksInside: average(taught.map(({ mocksInside }) => mocksInside)),
  }
}
