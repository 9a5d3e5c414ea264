import { seedFor } from '../src/design/seed.ts'
import { objectivesIn } from '../src/design/sight.ts'
import { driven, Ledger } from '../src/design/stages.ts'
import { performer, type Sample, type Trial } from '../src/design/trial.ts'
import { judge, type Limit, type Sight } from '../src/design/verdict.ts'
import { LOADS, verdicts } from '../src/design/verdicts.ts'
import type { Case } from '../src/domain/case.ts'
import type { Outcome } from '../src/domain/report.ts'
import { intervalOf } from '../src/simulation/interval.ts'

/** Replicates of every scenario at every load, from which re-grades are drawn: as good as fresh ones as long as few are taken of many. */
export interface Pool {
  readonly case: Case
  readonly text: string
  readonly scenarios: readonly string[]
  readonly cells: ReadonlyMap<string, readonly Sample[]>
}

const LOOKS = [4, 8, 12]

export function poolOf(aCase: Case, text: string, scenarios: readonly string[], size: number, onCell: (name: string) => void): Pool {
  const perform = performer(aCase)
  const cells = new Map<string, readonly Sample[]>()
  for (const scenario of scenarios) {
    const readings = objectivesIn(aCase, scenario)
    for (const load of LOADS) {
      onCell(`${scenario} × ${load}`)
      const trials = Array.from(
        { length: size },
        (_, at): Trial => ({ text, scenario, load, seed: seedFor(size, 'pool', at), readings, whole: false }),
      )
      cells.set(`${scenario} ${load}`, trials.map(perform))
    }
  }
  return { case: aCase, text, scenarios, cells }
}

export interface Flips {
  readonly grades: number
  /** Objectives of which some re-grades said met and others missed. */
  readonly flipped: readonly string[]
  /** Re-grades in which some objective was marginal, and none missed. */
  readonly marginal: number
  /** Re-grades in which all were met. */
  readonly passed: number
}

/** Grades a drawing again and again, each time under other replicates of the pool. */
export function regrade({ case: aCase, text, scenarios, cells }: Pool, grades: number, chance: () => number): Flips {
  const seen = new Map<string, Set<Outcome>>()
  let [marginal, passed] = [0, 0]
  for (let grade = 0; grade < grades; grade++) {
    const places = new Map(Array.from({ length: 12 }, (_, at) => [seedFor(grade, 'run', at), at]))
    const orders = new Map([...cells].map(([key, samples]) => [key, shuffled(samples.length, chance)]))
    const perform = ({ scenario, load, seed }: Trial): Sample => {
      const key = `${scenario} ${load}`
      return cells.get(key)?.[orders.get(key)?.[places.get(seed) ?? 0] ?? 0] as Sample
    }
    const request = { case: aCase, text, scenarios, seed: grade, extra: [], whole: false, hasty: false }
    const { objectives } = driven(verdicts(request, new Ledger()), perform)
    for (const { name, outcome } of objectives) seen.set(name, (seen.get(name) ?? new Set()).add(outcome))
    const outcomes = objectives.map(({ outcome }) => outcome)
    if (outcomes.every((outcome) => outcome === 'met')) passed++
    else if (!outcomes.includes('missed')) marginal++
  }
  const flipped = [...seen].filter(([, outcomes]) => outcomes.has('met') && outcomes.has('missed')).map(([name]) => name)
  return { grades, flipped, marginal, passed }
}

export interface Edge {
  readonly name: string
  readonly load: number
  /** The limit, as a multiple of the mean of the pool. */
  readonly at: number
  /** How many of the re-grades said so, by our rule and by the 99 % interval alone. */
  readonly ours: Readonly<Record<Outcome, number>>
  readonly plain: Readonly<Record<Outcome, number>>
}

/** What happens at the very edge: the limits of latencies are moved to where the design stands, and near it. */
export function atTheEdge(
  { case: aCase, cells }: Pool,
  grades: number,
  multiples: readonly number[],
  chance: () => number,
): readonly Edge[] {
  return [...cells].flatMap(([key, samples]) => {
    const [scenario = '', load = ''] = key.split(' ')
    return objectivesIn(aCase, scenario).flatMap((slo, place) => {
      const sights = samples.flatMap(({ sights: all }) => all[place] ?? [])
      const values = sights.map(({ value }) => value)
      if (
        !/p9|p50|mean/.test(slo.metric) ||
        slo.most === undefined ||
        values.some((value) => !(value > 0 && value < Number.POSITIVE_INFINITY))
      )
        return []
      const middle = Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
      return multiples.map((multiple) => {
        const limit = { metric: slo.metric, most: middle * multiple }
        return { name: slo.name, load: Number(load), at: multiple, ...count(limit, sights, grades, chance) }
      })
    })
  })
}

function count(limit: Limit, sights: readonly Sight[], grades: number, chance: () => number): Pick<Edge, 'ours' | 'plain'> {
  const ours = { met: 0, missed: 0, marginal: 0 }
  const plain = { met: 0, missed: 0, marginal: 0 }
  for (let grade = 0; grade < grades; grade++) {
    const drawn = shuffled(sights.length, chance).map((at) => sights[at] as Sight)
    ours[decide(drawn, (some) => judge(limit, some).outcome)]++
    plain[decide(drawn, (some) => byInterval(limit, some))]++
  }
  return { ours, plain }
}

/** Looks until it is decided. */
function decide(drawn: readonly Sight[], rule: (some: readonly Sight[]) => Outcome): Outcome {
  for (const look of LOOKS) {
    const outcome = rule(drawn.slice(0, look))
    if (outcome !== 'marginal') return outcome
  }
  return 'marginal'
}

function byInterval({ most = 0 }: Limit, some: readonly Sight[]): Outcome {
  const { mean, halfWidth } = intervalOf(
    some.map(({ value }) => Math.log(value)),
    0.99,
  )
  const line = Math.log(most)
  return mean + halfWidth < line ? 'met' : mean - halfWidth > line ? 'missed' : 'marginal'
}

function shuffled(size: number, chance: () => number): readonly number[] {
  const order = Array.from({ length: size }, (_, at) => at)
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1))
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
  return order
}
