import type { Design } from '../domain/design.ts'
import type { Fault } from '../domain/fault.ts'
import type { ComponentMeasurement, Measurement } from '../domain/measurement.ts'
import { UserError } from '../domain/user-error.ts'
import type { Workload } from '../domain/workload.ts'
import { build, orderOf } from './build.ts'
import { CalendarQueue } from './calendar-queue.ts'
import { Compiler } from './compile.ts'
import { busyOf, Effects } from './effects.ts'
import type { EventQueue } from './event-queue.ts'
import { Meter } from './meter.ts'
import { problemsOf } from './problems.ts'
import { Recorder } from './recorder.ts'
import { Source } from './source.ts'
import { Troubles } from './troubles.ts'
import { World } from './world.ts'

/** Changes with every change of what a run measures: a verdict names it, so that it can be replayed. */
export const ENGINE_VERSION = 2

/** Of a component's time series. */
const MOST_WINDOWS = 120

export interface Run {
  readonly design: Design
  readonly workload: Workload
  readonly faults?: readonly Fault[]
  readonly seed: number
  /** A run that needs more is stopped and says so. */
  readonly events?: number
  readonly requests?: number
}

/** Runs a design under a workload and faults. The same arguments give the same result to the last bit. A wrong design is a UserError that lists its problems. */
export function simulate(run: Run, queue: EventQueue = new CalendarQueue()): Measurement {
  const { design, workload, faults = [], seed } = run
  const problems = problemsOf(design, workload, faults)
  if (problems.length > 0) {
    throw new UserError(problems.map(({ where, cause }) => `${where}: ${cause}`).join('\n'), {
      where: problems.map(({ where }) => where).join(', '),
      fix: problems.map(({ remedy }) => remedy).join(' '),
    })
  }
  const { seconds, warmUp } = workload
  const window = workload.window ?? seconds / 100
  const world = new World(queue, seed, warmUp, seconds)
  const classes = Object.entries(workload.classes)
  const order = orderOf(design)
  const parts = new Map(order.map((name, at) => [name, at]))
  const logs = order.filter((name) => design.components[name]?.kind === 'log')
  const counted = [...classes.map(([name]) => name), ...logs]
  world.keys = classes.reduce((most, [, { keys }]) => Math.max(most, keys?.count ?? 1), 1)
  world.priorities = classes.map(([, { priority = 0 }]) => priority)

  const sources: Source[] = []
  const compiler = new Compiler(world, design, parts, (stream, kind) => sources[kind]?.key(stream) ?? 0)
  const starts = new Map(counted.map((name) => [name, compiler.route(design.routes[name] ?? [])]))
  compiler.finish()
  for (const name of counted) {
    const effects = compiler.effects.length > 0 && !logs.includes(name) ? new Effects(compiler.effects) : undefined
    world.recorders.push(new Recorder(warmUp, seconds, window, effects))
  }
  for (const [at, name] of order.entries()) {
    world.parts.push(build(world, design, name, at, (log) => ({ pc: starts.get(log) as number, recorder: counted.indexOf(log) })))
  }
  for (const [kind, [name, asked]] of classes.entries()) sources.push(new Source(world, name, asked, kind, starts.get(name) as number))
  new Troubles(world, faults, parts, new Map(sources.map((source, kind) => [classes[kind]?.[0] ?? '', source]))).begin()

  // Windows of components are as long as those of classes, or some of them together.
  const meter = new Meter(world, world.parts, window * Math.ceil(seconds / window / MOST_WINDOWS))

  const { events, stopped } = world.run(run.events ?? 50_000_000, run.requests ?? 1_000_000)
  const measured = meter.measure()
  const components = order.map((name, at) => [name, measured[at] as ComponentMeasurement] as const)
  return {
    engine: ENGINE_VERSION,
    stopped,
    events,
    window,
    classes: Object.fromEntries(
      counted.map((name, at) => [name, (world.recorders[at] as Recorder).measure(world.causes, busyOf(world.tasks, at))]),
    ),
    components: Object.fromEntries(components),
    policies: Object.fromEntries([...compiler.callers].map(([name, { counts }]) => [name, counts])),
    cost: components.reduce((sum, [, { price }]) => sum + price, 0),
  }
}
