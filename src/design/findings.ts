import type { Case } from '../domain/case.ts'
import type { Design } from '../domain/design.ts'
import { type Finding, FINDINGS } from '../domain/report.ts'
import type { Level } from '../domain/target.ts'
import { amplification } from './detector/callers.ts'
import { stampede } from './detector/caches.ts'
import { idleMoney } from './detector/money.ts'
import { endlessQueue, exhaustedPool, waitingForABatch } from './detector/queues.ts'
import { neverRecovers } from './detector/recovery.ts'
import { hotShard } from './detector/shards.ts'
import { duplicates, staleReads } from './detector/truth.ts'
import { readDrawing } from './drawing.ts'
import { mergedWorkload } from './scenario.ts'
import { type Detector, type Scene, share, time } from './scene.ts'
import { seedFor } from './seed.ts'
import { objectivesIn } from './sight.ts'
import { ask, type Ledger, type Stages } from './stages.ts'
import type { Trial } from './trial.ts'
import { type Cell, sightsOf } from './verdicts.ts'

/** What is looked for in each run by itself. */
const DETECTORS: readonly Detector[] = [
  neverRecovers,
  amplification,
  hotShard,
  stampede,
  endlessQueue,
  waitingForABatch,
  exhaustedPool,
  staleReads,
  duplicates,
]

/** Levels at which every component's first replica is lost in turn. */
const KILLED_AT: readonly Level[] = ['senior', 'staff']
/** Events that these runs may take. */
const BUDGET = 15_000_000
/** Kinds that have no machine to lose. */
const UNTRIED: ReadonlySet<string> = new Set(['delay', 'limiter', 'autoscaler', 'pool', 'stock', 'windows'])
/** Share of answers that fails without one replica from which it is a single point of failure. */
const FATAL = 0.5
/** A hedge is harmful that makes the tail this much longer, in every pair of runs. */
const HARMFUL = 1.1

export interface Evidence {
  readonly case: Case
  readonly text: string
  readonly design: Design
  readonly level: Level
  readonly seed: number
  readonly cells: readonly Cell[]
}

/** What the runs show beyond objectives: in every replicate, so not by accident. The order is that of FINDINGS; each is told once, of the first scenario that shows it. */
export function* findings(evidence: Evidence, ledger: Ledger): Stages<readonly Finding[]> {
  const replicates = scenesOf(evidence)
  const seen = replicates.flatMap((scenes) => inAll(scenes))
  const money = inAllOf(transposed(replicates).map(idleMoney))
  const hedges = yield* harmfulHedges(evidence, ledger)
  const points = KILLED_AT.includes(evidence.level) ? yield* singlePoints(evidence, ledger) : []
  const all = [...seen, ...hedges, ...money, ...points]
  return FINDINGS.flatMap((name) => {
    const told = new Set<string | undefined>()
    return all.filter((finding) => finding.name === name && !told.has(finding.component) && told.add(finding.component))
  })
}

/** For each scenario, its replicates at the load that was told. */
function scenesOf({ case: aCase, design, cells }: Evidence): readonly (readonly Scene[])[] {
  return cells
    .filter(({ load }) => load === 1)
    .map(({ scenario, samples }) => {
      const { faults, workload } = aCase.scenarios[scenario] ?? { faults: [], workload: {} }
      const { seconds, warmUp } = mergedWorkload(aCase.workload, workload)
      return samples.flatMap(({ measurement: measured }) =>
        measured === undefined ? [] : [{ case: aCase, design, scenario, faults, seconds, warmUp, measured }],
      )
    })
}

/** What every replicate shows, as the first tells it. */
function inAll(scenes: readonly Scene[]): readonly Finding[] {
  return inAllOf(scenes.map((scene) => DETECTORS.flatMap((detector) => detector(scene))))
}

function inAllOf([first = [], ...others]: readonly (readonly Finding[])[]): readonly Finding[] {
  const same = (x: Finding) => (y: Finding) => x.name === y.name && x.component === y.component
  return first.filter((finding) => others.every((found) => found.some(same(finding))))
}

function transposed<T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const most = Math.min(...rows.map((row) => row.length))
  return Array.from({ length: Number.isFinite(most) ? most : 0 }, (_, at) => rows.flatMap((row) => row[at] ?? []))
}

/** A policy's second attempts, tried against the same runs without them. */
function* harmfulHedges({ text, design, seed, cells }: Evidence, ledger: Ledger): Stages<readonly Finding[]> {
  const [cell] = cells
  const slo = cell?.slos.find(({ metric }) => /^(p9|mean|largest)/.test(metric))
  const hedging = Object.entries(design.policies ?? {}).flatMap(([name, { hedge }]) => (hedge === undefined ? [] : [name]))
  if (cell === undefined || slo === undefined) return []
  const before = sightsOf(slo, cell).slice(0, 3)
  const found: Finding[] = []
  for (const policy of hedging) {
    const trials = before.map(
      (_, at): Trial => ({
        ...base(text, cell.scenario, seedFor(seed, 'run', at)),
        change: { kind: 'calm', component: policy },
        readings: [slo],
      }),
    )
    const after = (yield* ask(ledger, trials)).map(({ sights }) => sights[0]?.value ?? Number.NaN)
    if (before.length === 0 || !before.every(({ value }, at) => value > HARMFUL * (after[at] ?? Number.NaN))) continue
    const evidence = `Without the second attempts of the policy ${policy}, “${slo.name}” would read ${time(after[0] ?? 0)} in place of ${time(before[0]?.value ?? 0)} at the load of “${cell.scenario}”.`
    found.push({ name: 'harmful-hedge', component: undefined, evidence })
  }
  return found
}

/** Components without whose first replica most answers fail; of those with a standby that is their maker's affair. */
function* singlePoints({ case: aCase, text, design, seed, cells }: Evidence, ledger: Ledger): Stages<readonly Finding[]> {
  const [cell] = cells
  if (cell === undefined) return []
  const classes = [...new Set(objectivesIn(aCase, cell.scenario).flatMap((slo) => slo.class ?? []))]
  const readings = classes.map((name) => ({ scenario: cell.scenario, class: name, metric: 'ok' }))
  const each = cell.samples.reduce((sum, { events }) => sum + events, 0) / Math.max(1, cell.samples.length)
  const { drawing } = readDrawing(text)
  const mortal = Object.entries(design.components).flatMap(([name, { kind }]) => {
    const part = aCase.parts[drawing?.components[name]?.part ?? '']
    return UNTRIED.has(kind) || part?.standby === true ? [] : [name]
  })
  const killed = mortal.slice(0, Math.floor(BUDGET / Math.max(1, each)))
  const trials = killed.map(
    (name): Trial => ({ ...base(text, cell.scenario, seedFor(seed, 'run', 0)), change: { kind: 'lose', component: name }, readings }),
  )
  const samples = yield* ask(ledger, trials)
  return killed.flatMap((name, at): readonly Finding[] => {
    const lost = classes.flatMap((of, place) => {
      const ok = samples[at]?.sights[place]?.value ?? 1
      return ok < 1 - FATAL ? [`${share(1 - ok)} of ${of}`] : []
    })
    return lost.length === 0
      ? []
      : [
          {
            name: 'single-point-of-failure',
            component: name,
            evidence: `While the first replica of ${name} is away, ${lost.join(' and ')} fail.`,
          },
        ]
  })
}

function base(text: string, scenario: string, seed: number): Omit<Trial, 'readings'> {
  return { text, scenario, load: 1, seed, whole: false }
}
