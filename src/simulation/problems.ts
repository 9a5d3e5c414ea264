import type { Design } from '../domain/design.ts'
import type { Fault } from '../domain/fault.ts'
import type { Workload } from '../domain/workload.ts'
import { COMPONENTS, FAULTS, isWorkload, POLICY, WORKLOAD } from './shapes.ts'
import { type Problem, record, shaped } from './shape.ts'
import { stepProblems } from './step-problems.ts'

/** Everything that is wrong with what is to be run, each with place, cause and remedy. Safe with any JSON value. */
export function problemsOf(design: Design, workload: Workload, faults: readonly Fault[]): readonly Problem[] {
  const whole = record(design, 'design', () => [])
  if (whole.length > 0) return whole
  const shapes = [
    ...record(design.components, 'components', (value, where) => shaped(value, COMPONENTS, where)),
    ...record(design.policies ?? {}, 'policies', (value, where) => shaped(value, POLICY, where)),
    ...record(design.routes, 'routes', (value, where) => stepProblems(value, where, design)),
    ...shaped(workload, WORKLOAD, 'workload'),
    ...(isWorkload(workload) ? record(workload.classes, 'workload.classes', (_, where) => routed(where, design, workload)) : []),
    ...(Array.isArray(faults) ? faults : [faults]).flatMap((fault, at) => shaped(fault, FAULTS, `faults[${at}]`)),
  ]
  return shapes.length > 0 ? shapes : [...relations(design, workload), ...faultProblems(design, workload, faults)]
}

function routed(where: string, design: Design, { classes }: Workload): readonly Problem[] {
  const name = where.slice('workload.classes.'.length)
  if (name in classes && Object.hasOwn(Object(design.routes), name)) return []
  return [
    { where: `routes.${name}`, cause: 'this class of requests has no route', remedy: `Say in routes.${name} what such a request does.` },
  ]
}

function relations(design: Design, workload: Workload): readonly Problem[] {
  const problems: Problem[] = []
  const add = (where: string, cause: string, remedy: string) => problems.push({ where, cause, remedy })
  if (workload.warmUp >= workload.seconds) add('workload.warmUp', 'nothing is left to measure', 'Make it shorter than workload.seconds.')
  if (workload.seconds / (workload.window ?? workload.seconds) > 5000) add('workload.window', 'more than 5000 windows', 'Make it longer.')
  for (const [name, part] of Object.entries(design.components)) {
    const where = `components.${name}`
    if (part.kind === 'autoscaler') {
      const target = design.components[part.target]?.kind
      if (target === undefined || !['service', 'sharing', 'batcher', 'generator', 'features', 'index'].includes(target)) {
        add(`${where}.target`, `"${part.target}" cannot be scaled`, 'Name a service, sharing, batcher, generator, features or index.')
      }
      if (part.least > part.most) add(`${where}.least`, 'more than most', 'Make it at most as large.')
    }
    if (part.kind === 'service' && part.balance === 'range' && part.keys === undefined) {
      add(`${where}.keys`, 'ranges need to know how many keys there are', 'Give the number of keys.')
    }
    if ((part.kind === 'features' || part.kind === 'replicated') && part.balance === 'range') {
      add(`${where}.balance`, 'only a service or an index can be sharded by range', 'Use key.')
    }
    if (part.kind === 'index' && !part.table.some(({ effort }) => effort === part.effort)) {
      add(`${where}.effort`, `${part.effort} is not in the table`, `Choose one of ${part.table.map(({ effort }) => effort).join(', ')}.`)
    }
    if (part.kind === 'quorum') {
      if (part.copies > part.replicas) add(`${where}.copies`, 'more copies than nodes', `Give at most ${part.replicas}.`)
      for (const what of ['write', 'read'] as const) {
        if (part[what] > part.copies) add(`${where}.${what}`, 'waits for more copies than there are', `Give at most ${part.copies}.`)
      }
      if (part.keys * part.copies > 16_000_000) add(`${where}.keys`, 'more than 16 million copies of keys', 'Give fewer keys.')
    }
    if (part.kind === 'replicated' && (part.acks ?? 0) > part.followers) {
      add(`${where}.acks`, 'waits for more followers than there are', `Give at most ${part.followers}.`)
    }
    if (part.kind === 'replicated' && part.failover !== undefined && part.followers === 0) {
      add(`${where}.failover`, 'there is nobody to take over', 'Give it a follower, or leave failover out.')
    }
    if (part.kind === 'stock' && (part.nodes === undefined) !== (part.sync === undefined)) {
      add(`${where}.sync`, 'nodes and sync go together', 'Give both, or neither.')
    }
    if (part.kind === 'windows' && part.by === 'arrival' && part.allowed !== undefined) {
      add(`${where}.allowed`, 'windows by arrival close at their end', 'Leave it out, or count by event.')
    }
    if ('copies' in part && part.kind !== 'quorum' && part.copies !== undefined && part.copies > 1) {
      if (part.balance !== 'key' && part.balance !== 'range') {
        add(`${where}.copies`, 'only shards have copies', 'Balance by key or range, or leave it out.')
      } else if ((part.replicas ?? 1) % part.copies !== 0) {
        add(`${where}.copies`, 'some shard would have fewer copies than others', 'Make replicas a multiple of it.')
      }
    }
    if (part.kind === 'pool' && part.backfill === true && (part.perKey !== undefined || (part.order ?? 'fifo') !== 'fifo')) {
      add(`${where}.backfill`, 'it has one line to look through', 'Leave out perKey, and give the order fifo.')
    }
    if (part.kind === 'log' && part.commit !== undefined && part.lease !== undefined) {
      add(`${where}.lease`, 'messages are noted by a commit or by a lease', 'Leave out one of them.')
    }
    if (part.kind === 'log' && part.backoff !== undefined && part.again === undefined) {
      add(`${where}.backoff`, 'nothing is given out again', 'Say how often in again.')
    }
    if (part.kind === 'log' && part.consumers > part.partitions) {
      add(`${where}.consumers`, 'more consumers than partitions: some have nothing to read', `Give at most ${part.partitions}.`)
    }
    if (part.kind === 'generator' && part.model.parameters * part.model.width >= 0.9 * part.hardware.memory) {
      add(`${where}.model`, 'the weights alone fill the memory', 'Take a smaller or narrower model, or hardware with more memory.')
    }
  }
  for (const [name, { arrivals }] of Object.entries(workload.classes)) {
    const where = `workload.classes.${name}.arrivals`
    if (arrivals.kind === 'trace' && arrivals.times.some((time, at) => time < (arrivals.times[at - 1] ?? 0))) {
      add(`${where}.times`, 'times go backwards', 'Sort them.')
    }
    if (arrivals.kind === 'diurnal' && !arrivals.rates.some((rate) => rate > 0))
      add(`${where}.rates`, 'nobody comes', 'Give a rate above 0.')
  }
  return problems
}

function faultProblems(design: Design, workload: Workload, faults: readonly Fault[]): readonly Problem[] {
  return faults.flatMap((fault, at) => {
    const where = `faults[${at}]`
    if ('component' in fault && !Object.hasOwn(design.components, fault.component)) {
      return [{ where: `${where}.component`, cause: `there is no "${fault.component}"`, remedy: 'Name a component of the design.' }]
    }
    if ('class' in fault && fault.class !== undefined && !Object.hasOwn(workload.classes, fault.class)) {
      return [{ where: `${where}.class`, cause: `there is no "${fault.class}"`, remedy: 'Name a class of the workload.' }]
    }
    if (fault.until !== undefined && fault.until <= fault.at) {
      return [{ where: `${where}.until`, cause: 'it ends before it begins', remedy: 'Make it later than at.' }]
    }
    return []
  })
}
