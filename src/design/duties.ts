import type { Drawing, Duty, Part } from '../domain/case.ts'
import type { Design, Step } from '../domain/design.ts'
import type { Flaw } from './flaw.ts'
import { type Ground, partOf } from './ground.ts'
import { within } from './walk.ts'

/** The least that any way through some steps brings, and which way it is; `count` is infinite when no way that ends well is bound by the duty. */
interface Way {
  readonly count: number
  /** A fan-out on it goes on after some seconds, with whatever there is. */
  readonly isHasty?: boolean
  /** It ends by failing of its own accord. */
  readonly isRefused?: boolean
  readonly path: readonly string[]
}

const NOTHING: Way = { count: 0, path: [] }
const EXCUSED: Way = { count: Number.POSITIVE_INFINITY, path: [] }
const REFUSED: Way = { ...EXCUSED, isRefused: true }

/** What each visit of a component brings. */
type Worth = (component: string, isWrite: boolean) => number

/** Duties that some way through a route neglects, by static analysis: chance decides which way is gone, so all of them count. */
export function dutyFlaws(ground: Ground, drawing: Drawing, design: Design): readonly Flaw[] {
  const neglected = ground.duties.flatMap((duty) => {
    const steps = Object.hasOwn(design.routes, duty.class) ? design.routes[duty.class] : undefined
    if (steps === undefined) return []
    const worth: Worth = (name, isWrite) => brought(partOf(ground.parts, drawing, name), duty.fact, isWrite)
    const way = new Walk(design, duty, worth).steps(steps, [])
    if (way.count >= duty.count) return []
    return [{ line: 0, where: `routes.${duty.class}`, cause: duty.why, remedy: remedyOf(ground, duty, way) }]
  })
  return [...neglected, ...needFlaws(ground, drawing, design)]
}

function brought(part: Part | undefined, fact: string, isWrite: boolean): number {
  const facts = isWrite ? part?.stores : part?.provides
  return facts !== undefined && Object.hasOwn(facts, fact) ? (facts[fact] ?? 0) : 0
}

function remedyOf({ parts }: Ground, { fact, count, when }: Duty, { count: got, path, isHasty }: Way): string {
  const visits = Object.entries(parts).flatMap(([name, part]) => [
    ...(Object.hasOwn(part.provides, fact) ? [name] : []),
    ...(Object.hasOwn(part.stores, fact) ? [`${name} with write: true`] : []),
  ])
  const amount = count === 1 ? '' : ` ${got} of ${count}`
  const road = path.length === 0 ? 'The way through nothing' : `The way ${path.join(' → ')}`
  const where = when === 'now' ? 'before the answer' : 'before or after the answer'
  const haste =
    isHasty === true ? ' A fan-out with `seconds` may go on with nothing in hand, so it counts for nothing: leave `seconds` out.' : ''
  return `${road} brings${amount === '' ? ' no' : amount} "${fact}": visit ${visits.join(' or ') || 'a part that brings it'} ${where}, on every way.${haste}`
}

class Walk {
  /** Within what a cache answers without: only what is read there counts, since nothing is done on a hit. */
  private cached = 0
  /** Within what goes on by itself, where nobody hears of a failure. */
  private aside = 0
  private readonly consuming = new Set<string>()
  private readonly design: Design
  private readonly duty: Duty
  private readonly worth: Worth

  constructor(design: Design, duty: Duty, worth: Worth) {
    this.design = design
    this.duty = duty
    this.worth = worth
  }

  /** In sequence: ways are independent, so the least of the sum is the sum of the least. */
  steps(steps: readonly Step[], path: readonly string[]): Way {
    return steps.reduce<Way>((sum, step) => plus(sum, this.step(step)), { count: 0, path })
  }

  private step(step: Step): Way {
    if (typeof step === 'string') return this.visit(step, false, 1)
    if ('at' in step) {
      const work = typeof step.work === 'number' ? step.work : 1
      const visit = this.visit(step.at, step.write !== undefined && step.write !== false, work)
      // What a cache answers was read by a miss before.
      if (step.miss !== undefined) {
        this.cached++
        const read = this.steps(step.miss, [])
        this.cached--
        return plus(visit, read)
      }
      return step.hold === undefined ? visit : plus(visit, this.steps(step.hold, []))
    }
    if ('call' in step) return least([this.steps(step.call, []), ...(step.else === undefined ? [] : [this.steps(step.else, [])])])
    if ('all' in step)
      return this.inTime(
        step,
        poorest(
          step.all.map((branch) => this.steps(branch, [])),
          step.need,
        ),
      )
    if ('each' in step) return this.inTime(step, times(this.steps(step.each, []), Math.min(step.count, step.need ?? step.count)))
    if ('apart' in step) return this.later(() => this.steps(step.apart, []))
    if ('choose' in step) return least(step.choose.map(({ steps }) => this.chosen(this.steps(steps, []))))
    if ('again' in step) return this.steps(step.again, [])
    if ('try' in step) return least([this.steps(step.try, []), this.steps(step.else, [])])
    if ('mark' in step) return this.duty.except.includes(step.mark) ? EXCUSED : NOTHING
    return 'fail' in step ? REFUSED : NOTHING
  }

  /** An answer that fails is seen by whoever asked; work that is dropped by lot after the answer is seen by nobody. */
  private chosen(way: Way): Way {
    return this.aside > 0 && way.isRefused === true ? NOTHING : way
  }

  private visit(name: string, isWrite: boolean, work: number): Way {
    const way = { count: this.cached > 0 && isWrite ? 0 : this.worth(name, isWrite) * work, path: [name] }
    const consumers = this.design.components[name]?.kind === 'log' ? this.design.routes[name] : undefined
    if (consumers === undefined || this.consuming.has(name)) return way
    this.consuming.add(name)
    const later = this.later(() => this.steps(consumers, []))
    this.consuming.delete(name)
    return { count: way.count + later.count, path: way.path }
  }

  /** What goes on by itself; it never keeps the way itself from ending well. */
  private later(walk: () => Way): Way {
    if (this.duty.when === 'now' || this.cached > 0) return NOTHING
    this.aside++
    const way = walk()
    this.aside--
    return Number.isFinite(way.count) ? way : NOTHING
  }

  /** Who does not wait for all may answer with nothing; such answers carry a mark of their own. */
  private inTime({ seconds }: { readonly seconds?: number }, way: Way): Way {
    return seconds !== undefined && !this.duty.except.includes('partial') ? { ...NOTHING, isHasty: true } : way
  }
}

function poorest(ways: readonly Way[], need = ways.length): Way {
  return [...ways]
    .sort((a, b) => a.count - b.count)
    .slice(0, need)
    .reduce(plus, NOTHING)
}

function times(way: Way, count: number): Way {
  return { ...way, count: way.count * count }
}

function plus(a: Way, b: Way): Way {
  return {
    count: a.count + b.count,
    path: [...a.path, ...b.path].slice(0, 12),
    isHasty: a.isHasty === true || b.isHasty === true,
    isRefused: a.isRefused === true || b.isRefused === true,
  }
}

function least(ways: readonly Way[]): Way {
  return ways.reduce((best, way) => (way.count < best.count ? way : best), EXCUSED)
}

/** Writes and refreshes that come before what they rest on. */
function needFlaws(ground: Ground, drawing: Drawing, design: Design): readonly Flaw[] {
  const needing = Object.keys(drawing.components).flatMap((name) =>
    Object.entries(partOf(ground.parts, drawing, name)?.needs ?? {}).map(([fact, count]) => ({ name, fact, count })),
  )
  return needing.flatMap(({ name, fact, count }) => {
    const duty: Duty = { class: '', fact, count, when: 'now', why: '', except: [] }
    const worth: Worth = (visited, isWrite) => brought(partOf(ground.parts, drawing, visited), fact, isWrite)
    const walk = new Walk(design, duty, worth)
    return Object.entries(design.routes).flatMap(([route, steps]) => {
      const places = early(steps, `routes.${route}`, 0, { walk, name, count })
      return places.map((where) => ({
        line: 0,
        where,
        cause: `"${name}" is made new from "${fact}", and this way has none yet`,
        remedy: remedyOf(ground, duty, NOTHING).replace(/^.*?: /, 'First, '),
      }))
    })
  })
}

interface Need {
  readonly walk: Walk
  readonly name: string
  readonly count: number
}

/** Places where a component is written or refreshed on a way that has brought too little before. */
function early(steps: readonly Step[], where: string, before: number, need: Need): readonly string[] {
  let have = before
  return steps.flatMap((step, at) => {
    const place = `${where}[${at}]`
    const found = typeof step === 'string' ? [] : makesNew(step, need, have, place)
    const deeper = within(step, place).flatMap((inner) => early(inner.steps, inner.where, have, need))
    have += need.walk.steps([step], []).count
    return [...found, ...deeper]
  })
}

function makesNew(step: Exclude<Step, string>, { name, count }: Need, have: number, place: string): readonly string[] {
  const isNew =
    ('at' in step && step.at === name && step.write !== undefined && step.write !== false) || ('refresh' in step && step.refresh === name)
  return isNew && have < count ? [place] : []
}
