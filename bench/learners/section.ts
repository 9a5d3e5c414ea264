import type { Section } from '../section.ts'
import { aligned } from '../table.ts'
import type { Taught } from './assess.ts'
import { logLossWith, NEIGHBOURS } from './cuts.ts'
import { GATES } from './gates.ts'
import { type Interval, pairedInterval } from './interval.ts'
import { forecastingOf, judge, type Judged, statedOf } from './judge.ts'
import { type Ablation, onsite } from './onsite.ts'
import { seedsFrom } from './seeds.ts'
import { meanScore, standingOf } from './tournament.ts'
import { WORLDS, type World } from './world.ts'

const ABLATIONS: readonly Ablation[] = [
  { name: 'importance weights', equalWeights: true },
  { name: 'the date', noDate: true },
  { name: 'drills', noDrills: true },
  { name: 'choice of context: always new', context: 'far' },
  { name: 'choice of context: always the same', context: 'same' },
  { name: 'the diagnostic', noDiagnostic: true },
]
/** Ablations are run with so many of the learners: each costs as much as the whole. */
const ABLATED_SHARE = 0.5
const TOPICS = Array.from({ length: 11 }, (_, n) => `topic-${n + 1}`)

export const learners: Section = {
  name: 'learners',
  about: 'simulated learners on fresh seeds: Onsite against FSRS and others, forecasts, ablations; --rounds learners a world',
  isLong: true,
  async measure({ rounds, progress }) {
    // Fresh: never the development's, the gates' or those of a run before.
    const first = 10_000_000 + Math.floor(Date.now() / 1000)
    const seeds = seedsFrom(first, rounds)
    const judged = WORLDS.map((world) => {
      progress.say(`world ${world.name}: ${rounds} simulated learners`)
      return judge(world, seeds)
    })
    const few = seeds.slice(0, Math.max(2, Math.round(rounds * ABLATED_SHARE)))
    const ablated = ABLATIONS.map((ablation) => {
      progress.say(`without ${ablation.name}`)
      return { ablation, gains: judged.map(({ world, onsite }) => without(world, ablation, few, onsite.scores)) }
    })
    const evidence = judged.filter(({ world }) => isGated(world)).flatMap(({ taught }) => taught.slice(0, 4).map((each) => each.evidence))
    const cuts = NEIGHBOURS.map((neighbour) => ({ name: neighbour.name, logLoss: logLossWith(neighbour, TOPICS, evidence) }))
    return {
      lines: [
        `Simulated learners, ${rounds} in each world, seeds ${first} and on. No human data. Intervals: 95 %, paired learner by learner.`,
        '',
        ...scoreTable(judged),
        '',
        ...forecastTable(judged),
        '',
        ...statedTable(judged),
        '',
        ...aligned([
          [`Points lost without (simulated, ${few.length} learners)`, ...WORLDS.map(({ name }) => name)],
          ...ablated.map(({ ablation, gains }) => [`  ${ablation.name}`, ...gains.map((gain) => (gain === undefined ? '' : points(gain)))]),
        ]),
        '',
        ...aligned([
          ['Where ratings are cut (simulated)', 'log loss of the next outcome'],
          ...cuts.map(({ name, logLoss }) => [`  ${name}`, logLoss.toFixed(4)]),
        ]),
      ],
      data: { first, rounds, worlds: judged.map(summaryOf), ablated, cuts },
    }
  },
}

function isGated({ name }: World): boolean {
  return [...GATES.favourable.worlds, ...GATES.wary.worlds].some((each) => each === name)
}

/** What was lost with the first of the same learners; undefined where there is nothing to take away. */
function without(world: World, ablation: Ablation, seeds: readonly number[], whole: readonly number[]): Interval | undefined {
  if (ablation.equalWeights === true && world.weightSpread === 0) return undefined
  const { scores } = standingOf(world, onsite(ablation), seeds)
  return pairedInterval(whole.slice(0, scores.length), scores)
}

function scoreTable(judged: readonly Judged[]): readonly string[] {
  const rows = judged.map(({ world, plain, onsite, fsrs, informed, gain, gainOnInformed }) => [
    `  ${world.name} ${world.about}`,
    ...plain.map((each) => share(meanScore(each))),
    share(meanScore(fsrs)),
    share(meanScore(informed)),
    share(meanScore(onsite)),
    points(gain),
    gateOf(world, gain),
    points(gainOnInformed),
  ])
  const names = judged[0]?.plain.map(({ policy }) => policy) ?? []
  return [
    ...aligned([
      [
        'Solved at the date (simulated)',
        ...names,
        'best FSRS',
        'with weights, date',
        'Onsite',
        'over best FSRS',
        'gate',
        'over the informed',
      ],
      ...rows,
    ]),
    ...judged.map(({ world, fsrs, informed }) => `  ${world.name}: best ${fsrs.policy}; informed ${informed.policy}`),
  ]
}

function gateOf({ name }: World, { mean }: Interval): string {
  const favourable = (GATES.favourable.worlds as readonly string[]).includes(name)
  const wary = (GATES.wary.worlds as readonly string[]).includes(name)
  if (!favourable && !wary) return 'none'
  const least = favourable ? GATES.favourable.gain : GATES.wary.gain
  return `${least > 0 ? '+' : '−'}${Math.abs(least * 100)} ${mean >= least ? 'met' : 'MISSED'}`
}

function forecastTable(judged: readonly Judged[]): readonly string[] {
  const pooled = judged.filter(({ world }) => isGated(world)).flatMap(({ taught }) => taught)
  const row = (name: string, taught: readonly Taught[]) => {
    const { outcomes, calibrationError, gain, gainOnExercises, ceiling, ceilingOnExercises, logLoss } = forecastingOf(taught)
    return [
      `  ${name}`,
      `${outcomes}`,
      calibrationError.toFixed(3),
      `${share(gain)} (${share(ceiling)})`,
      `${share(gainOnExercises)} (${share(ceilingOnExercises)})`,
      ...[logLoss.Onsite, logLoss.truth, logLoss.average, logLoss['moving average'], logLoss['FSRS-6']].map((value) => value.toFixed(3)),
    ]
  }
  return aligned([
    [
      'Forecasts before outcomes (simulated)',
      'outcomes',
      `ECE, gate ${GATES.calibrationError}`,
      'Brier under base rate (truth)',
      `of exercises, gate ${share(GATES.brierGain)}`,
      'log loss',
      'truth',
      'average',
      'moving',
      'FSRS-6',
    ],
    ...judged.map(({ world, taught }) => row(world.name, taught)),
    row('six gated worlds', pooled),
  ])
}

function statedTable(judged: readonly Judged[]): readonly string[] {
  const row = (name: string, taught: readonly Taught[]) => {
    const { bias, meanError, width, inside, mocksInside } = statedOf(taught)
    return [`  ${name}`, share(bias), share(meanError), share(width), share(inside), share(mocksInside)]
  }
  return aligned([
    [
      'Readiness stated at the date (simulated)',
      'bias',
      'mean error',
      'width of band',
      'holds the truth',
      'holds mocks of 40, gate 75 to 85 %',
    ],
    ...judged.map(({ world, taught }) => row(world.name, taught)),
    row(
      'all worlds',
      judged.flatMap(({ taught }) => taught),
    ),
  ])
}

function summaryOf({ world, taught, onsite, plain, fsrs, informed, gain, gainOnInformed }: Judged): unknown {
  return {
    world,
    onsite: onsite.scores,
    plain,
    fsrs,
    informed,
    gain,
    gainOnInformed,
    forecasting: forecastingOf(taught),
    stated: statedOf(taught),
  }
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`
}

function points({ mean, low, high }: Interval): string {
  return `${signed(mean)} (${signed(low)}, ${signed(high)})`
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`
}
