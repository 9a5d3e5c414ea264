import type { Drawing } from '../domain/case.ts'
import type { Step } from '../domain/design.ts'

/** How one component comes to be asked after another; `call` where nothing else is said of a call by a policy. */
export type EdgeKind = 'visit' | 'miss' | 'hold' | 'call' | 'parallel' | 'apart' | 'else' | 'consumes'

/** An arrow of the picture. */
export interface Edge {
  /** A component; undefined for the client. */
  readonly from: string | undefined
  readonly to: string
  readonly kind: EdgeKind
  /** Name of the route: a class of requests, or a log for what its consumers do. */
  readonly route: string
  readonly policy: string | undefined
  readonly write: boolean
  /** Path of the step, e.g. `routes.read[1].miss[0]`. */
  readonly where: string
}

/** The arrows of all routes, in the order in which they are drawn; the same pair may stand there several times. */
export function edgesOf({ routes, components }: Pick<Drawing, 'routes' | 'components'>): readonly Edge[] {
  return Object.entries(routes).flatMap(([route, steps]) => {
    const isConsumed = Object.hasOwn(components, route)
    const edges: Edge[] = []
    new Walk(edges, route).steps(steps, `routes.${route}`, isConsumed ? [route] : [undefined], isConsumed ? 'consumes' : 'visit', undefined)
    return edges
  })
}

/** Who may be the one that asks next: several after a choice. */
type Askers = readonly (string | undefined)[]

class Walk {
  private readonly edges: Edge[]
  private readonly route: string

  constructor(edges: Edge[], route: string) {
    this.edges = edges
    this.route = route
  }

  /**
   * Who was visited last asks what comes next. A cache, a pool and what is only written or called answer to who asked them, who then goes on.
   * `kind` is that of the first arrow; those after it are visits.
   */
  steps(steps: readonly Step[], where: string, askers: Askers, kind: EdgeKind, policy: string | undefined): Askers {
    let [from, how] = [askers, kind]
    for (const [at, step] of steps.entries()) {
      const next = this.step(step, `${where}[${at}]`, from, how, policy)
      if (next !== from) how = 'visit'
      from = next
    }
    return from
  }

  private step(step: Step, where: string, askers: Askers, kind: EdgeKind, policy: string | undefined): Askers {
    const { edges, route } = this
    const arrow = (to: string, write: boolean) => {
      for (const from of askers) if (from !== to) edges.push({ from, to, kind, route, policy, write, where })
    }
    const inner = (steps: readonly Step[], key: string, how: EdgeKind, by: Askers = askers, named: string | undefined = policy) =>
      this.steps(steps, `${where}.${key}`, by, how, named)
    if (typeof step === 'string') {
      arrow(step, false)
      return [step]
    }
    if ('at' in step) {
      const isWrite = step.write !== undefined && step.write !== false
      arrow(step.at, isWrite)
      if (step.miss !== undefined) inner(step.miss, 'miss', 'miss', [step.at])
      if (step.hold !== undefined) inner(step.hold, 'hold', 'hold', [step.at])
      return isWrite || step.miss !== undefined || step.hold !== undefined ? askers : [step.at]
    }
    if ('call' in step) {
      inner(step.call, 'call', kind === 'visit' ? 'call' : kind, askers, step.policy)
      if (step.else !== undefined) inner(step.else, 'else', 'else')
      return askers
    }
    if ('all' in step) {
      for (const [at, branch] of step.all.entries()) inner(branch, `all[${at}]`, 'parallel')
      return askers
    }
    if ('each' in step) inner(step.each, 'each', 'parallel')
    if ('apart' in step) inner(step.apart, 'apart', 'apart')
    if ('choose' in step) {
      const ends = step.choose.flatMap(({ steps }, at) => inner(steps, `choose[${at}].steps`, kind))
      return [...new Set(ends)]
    }
    if ('again' in step) return inner(step.again, 'again', kind)
    if ('try' in step) {
      const end = inner(step.try, 'try', kind)
      inner(step.else, 'else', 'else')
      return end
    }
    return askers
  }
}
