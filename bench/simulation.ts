import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Component } from '../src/domain/component.ts'
import type { Step } from '../src/domain/design.ts'
import type { RequestClass } from '../src/domain/workload.ts'
import { rich } from '../src/simulation/fixtures/rich.ts'
import { type Run, simulate } from '../src/simulation/simulate.ts'
import type { Comparison } from '../src/validation/compare.ts'
import { FORMS } from '../src/validation/forms.ts'
import { compareAnew } from '../src/validation/fresh.ts'
import { compareSweep } from '../src/validation/language-model.ts'
import { figure } from './report.ts'
import type { Section } from './section.ts'
import { median } from './statistics.ts'
import { aligned } from './table.ts'

const TWIN = join(import.meta.dirname, 'queues', 'queues.cpp')
const SCRIPT = join(import.meta.dirname, 'queues', 'queues.py')
const CUSTOMERS = 400_000
/** A customer costs Python so much more that fewer do. */
const PYTHON_CUSTOMERS = 40_000
/** Of the general engine, against SimPy. */
const AIM = 60
const REPLICATIONS = 10

const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const

function model(
  rate: number,
  components: Readonly<Record<string, Component>>,
  steps: readonly Step[],
  keys?: RequestClass['keys'],
): Omit<Run, 'seed'> {
  return {
    design: { components, routes: { ask: steps } },
    workload: { classes: { ask: { arrivals: { kind: 'poisson', rate }, ...(keys && { keys }) } }, seconds: CUSTOMERS / rate, warmUp: 0 },
  }
}

const MODELS: readonly { readonly name: string; readonly python: string; readonly run: Omit<Run, 'seed'> }[] = [
  { name: 'M/M/1', python: 'mm1', run: model(0.8, { desk: { kind: 'service', time: exponential(1) } }, ['desk']) },
  { name: 'M/M/16', python: 'mm16', run: model(12.8, { desk: { kind: 'service', time: exponential(1), servers: 16 } }, ['desk']) },
  {
    name: 'tandem',
    python: 'tandem',
    run: model(
      20_000,
      {
        app: { kind: 'service', time: exponential(0.00064), servers: 16 },
        cache: { kind: 'cache', capacity: 10_000 },
        store: { kind: 'service', time: exponential(0.001), replicas: 16, balance: 'key' },
      },
      ['app', { at: 'cache', miss: ['store'] }],
      { count: 100_000, skew: 0.9 },
    ),
  },
]

interface Turn {
  /** Customers a CPU second. */
  readonly ours: number
  readonly events: number
  readonly plain: number | undefined
  readonly simpy: number | undefined
  readonly twin: number | undefined
  /** Both gave the same mean response, to the last bit. */
  readonly isSame: boolean | undefined
}

/** `python3` and `g++` of the path are asked; SimPy and the twin in C++ are measured only where they are there. */
export const simulation: Section = {
  name: 'simulation',
  about: 'customers a second against SimPy and C++, a graded run, closed forms on fresh seeds',
  async measure({ rounds, progress }) {
    const twin = compiled()
    const speeds = MODELS.map(({ name, python, run }) => {
      // A program that has run for a moment is compiled.
      ours(run, 0)
      const turns: Turn[] = []
      for (let round = 1; round <= rounds; round++) {
        progress.round(name, round, rounds)
        const here = ours(run, round)
        const there = twin === undefined ? undefined : beside(twin.program, python, round)
        turns.push({
          ...here,
          plain: theirs('plain', python, round),
          simpy: theirs('simpy', python, round),
          twin: there?.speed,
          isSame: there === undefined ? undefined : there.response === here.response,
        })
      }
      return { name, turns }
    })
    twin?.remove()
    const graded = Array.from({ length: Math.min(3, rounds) }, (_, round) => spent({ ...rich(60), seed: round + 1 }))
    const forms = freshForms(Date.now() >>> 0, progress)
    const lines = [
      ...aligned([
        ['Simulation', 'M customers/s', 'M events/s', '× plain Python', '× SimPy', 'aim', 'C++ × SimPy', 'of C++', 'same to the last bit'],
        ...speeds.map(row),
      ]),
      `  graded run of 60 s, 20,000 requests a second: ${figure(median(graded.map(({ seconds }) => seconds)))} s of CPU, ${figure((graded[0]?.events ?? 0) / 1e6)} M events, ${figure(process.resourceUsage().maxRSS / 1024)} MB at most in this process`,
      ...forms.lines,
      ...compareSweep().map(
        ({ what, published, simulated }) =>
          `  language model, ${what}: published ${published}, simulated ${figure(simulated)} (${figure(100 * (simulated / published - 1))} %)`,
      ),
    ]
    return { lines, data: { speeds, graded, forms: forms.data } }
  },
}

function row({ name, turns }: { readonly name: string; readonly turns: readonly Turn[] }): readonly string[] {
  const ratio = (of: (turn: Turn) => number | undefined) => {
    const ratios = turns.flatMap((turn) => {
      const other = of(turn)
      return other === undefined ? [] : [turn.ours / other]
    })
    return ratios.length === 0
      ? 'not there'
      : `${figure(median(ratios))} [${figure(Math.min(...ratios))} .. ${figure(Math.max(...ratios))}]`
  }
  return [
    `  ${name}`,
    figure(median(turns.map(({ ours }) => ours / 1e6))),
    figure(median(turns.map(({ events }) => events / 1e6))),
    ratio(({ plain }) => plain),
    ratio(({ simpy }) => simpy),
    `${AIM}`,
    ratio(({ ours, simpy, twin }) => (simpy === undefined || twin === undefined ? undefined : (ours * simpy) / twin)),
    ratio(({ twin }) => twin),
    turns.every(({ isSame }) => isSame === undefined) ? '' : turns.every(({ isSame }) => isSame === true) ? 'yes' : 'NO',
  ]
}

function spent(run: Run): { readonly seconds: number; readonly events: number; readonly arrived: number; readonly response: number } {
  const before = process.cpuUsage()
  const measured = simulate(run)
  const { user, system } = process.cpuUsage(before)
  const { arrived = 0, latency } = measured.classes['ask'] ?? {}
  return { seconds: (user + system) / 1e6, events: measured.events, arrived, response: latency?.mean ?? Number.NaN }
}

function ours(run: Omit<Run, 'seed'>, seed: number): { readonly ours: number; readonly events: number; readonly response: number } {
  const { seconds, events, arrived, response } = spent({ ...run, seed })
  return { ours: arrived / seconds, events: events / seconds, response }
}

/** Customers a CPU second; undefined where Python or SimPy is not there. */
function theirs(way: 'plain' | 'simpy', model: string, seed: number): number | undefined {
  try {
    const text = execFileSync('python3', [SCRIPT, way, model, `${PYTHON_CUSTOMERS}`, `${seed}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const { seconds } = JSON.parse(text) as { readonly seconds: number }
    return PYTHON_CUSTOMERS / seconds
  } catch {
    return undefined
  }
}

/** The twin in C++; undefined without a compiler. */
function compiled(): { readonly program: string; readonly remove: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-queues-'))
  const program = join(folder, 'queues')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    execFileSync('g++', ['-O3', '-march=native', '-ffp-contract=off', '-o', program, TWIN], { stdio: 'ignore' })
    return { program, remove }
  } catch {
    remove()
    return undefined
  }
}

function beside(program: string, model: string, seed: number): { readonly speed: number; readonly response: number } {
  const text = execFileSync(program, [model, `${CUSTOMERS}`, `${seed}`], { encoding: 'utf8' })
  const { seconds, arrived, response } = JSON.parse(text) as {
    readonly seconds: number
    readonly arrived: number
    readonly response: number
  }
  return { speed: arrived / seconds, response }
}

function freshForms(seed: number, progress: { readonly round: (name: string, round: number, of: number) => void }) {
  const rows: Comparison[] = []
  let at = 0
  for (const each of compareAnew(seed, REPLICATIONS)) {
    rows.push(...each)
    progress.round('closed forms', ++at, FORMS.length)
  }
  const exact = rows.filter(({ within }) => within === undefined)
  const table = rows.map(({ model, what, exact, mean, halfWidth, within, holds }) => [
    `  ${model}: ${what}`,
    exact.toPrecision(5),
    mean.toPrecision(5),
    halfWidth.toPrecision(2),
    figure(100 * (mean / exact - 1)),
    within === undefined ? (holds ? 'inside' : 'OUTSIDE') : 'approximate',
  ])
  return {
    lines: [
      ...aligned([['Closed forms on fresh seeds', 'exact', 'simulated', '± together 99 %', 'off by %', ''], ...table]),
      `  ${exact.filter(({ holds }) => holds).length} of ${exact.length} exact forms inside; first seed ${seed}`,
    ],
    data: { seed, rows },
  }
}
