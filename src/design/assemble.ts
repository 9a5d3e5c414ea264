import type { Case, Drawing, Part, Placing } from '../domain/case.ts'
import type { Component } from '../domain/component.ts'
import type { Design, Step } from '../domain/design.ts'
import type { Workload } from '../domain/workload.ts'
import { problemsOf } from '../simulation/problems.ts'
import { dutyFlaws } from './duties.ts'
import { duringFlaws } from './during.ts'
import { fanOutFlaws } from './fan-out.ts'
import { fieldAt, withField } from './field.ts'
import type { Flaw } from './flaw.ts'
import { type Ground, partOf } from './ground.ts'
import { suggest } from './nearest.ts'
import { rangeText, settingFlaw } from './setting.ts'
import { allSteps } from './walk.ts'

export interface Assembled {
  /** What the engine runs; undefined when there are problems. */
  readonly design: Design | undefined
  /** Without lines: `withLines` knows them from the text. */
  readonly problems: readonly Flaw[]
}

/** Makes of a drawing what the engine runs, and says what stands against it: parts, settings, routes, duties. */
export function assemble(ground: Ground, drawing: Drawing): Assembled {
  const made = Object.entries(drawing.components).map(([name, placing]) => ({ name, ...makeComponent(ground, drawing, name, placing) }))
  const flaws = [
    ...made.flatMap(({ problems }) => problems),
    ...nameFlaws(ground, drawing),
    ...jobFlaws(ground, drawing),
    ...workFlaws(ground, drawing),
  ]
  if (flaws.length > 0) return { design: undefined, problems: flaws }
  const plain: Design = {
    components: Object.fromEntries(made.flatMap(({ name, component }) => (component === undefined ? [] : [[name, component] as const]))),
    routes: drawing.routes,
    policies: drawing.policies,
  }
  const broken = problemsOf(plain, workloadOf(ground, drawing), []).map((problem) => ({ line: 0, ...problem }))
  if (broken.length > 0) return { design: undefined, problems: broken.map(inLearnersWords) }
  const wide = fanOutFlaws(drawing)
  if (wide.length > 0) return { design: undefined, problems: wide }
  const neglected = [...dutyFlaws(ground, drawing, plain), ...duringFlaws(ground, drawing)]
  if (neglected.length > 0) return { design: undefined, problems: neglected }
  const routes = Object.entries(plain.routes).map(
    ([name, steps]) => [name, steps.flatMap((step) => enrich(ground, drawing, step))] as const,
  )
  return { design: { ...plain, routes: Object.fromEntries(routes) }, problems: [] }
}

/** The case's workload with the periods that the learner set. */
export function workloadOf({ workload }: Pick<Case, 'workload'>, drawing: Drawing): Workload {
  const classes = Object.entries(workload.classes).map(([name, asked]) => {
    const seconds = Object.hasOwn(drawing.jobs, name) ? drawing.jobs[name] : undefined
    if (seconds === undefined || asked.arrivals.kind !== 'every') return [name, asked] as const
    const { offset } = asked.arrivals
    const arrivals = { ...asked.arrivals, seconds, ...(offset === undefined ? {} : { offset: Math.min(offset, seconds) }) }
    return [name, { ...asked, arrivals }] as const
  })
  return { ...workload, classes: Object.fromEntries(classes) }
}

function makeComponent(
  { parts }: Ground,
  drawing: Drawing,
  name: string,
  { part: partName, settings }: Placing,
): { readonly component: Component | undefined; readonly problems: readonly Flaw[] } {
  const where = `components.${name}`
  const part = Object.hasOwn(parts, partName) ? parts[partName] : undefined
  if (part === undefined) {
    const problem = {
      line: 0,
      where: `${where}.part`,
      cause: `this case has no part "${partName}"`,
      remedy: suggest(partName, Object.keys(parts)),
    }
    return { component: undefined, problems: [problem] }
  }
  const problems = Object.entries(settings).flatMap(([key, value]) => settingFlaw(part, key, value, `${where}.${key}`, drawing))
  if (problems.length > 0) return { component: undefined, problems }
  const fields = Object.entries(settings).filter(([key]) => key !== 'once' || part.effect === undefined)
  const component = fields.reduce((made, [key, value]) => withField(made, key, value), part.component)
  return { component: { ...component, ...priced(part, component) }, problems: [] }
}

function priced({ each }: Part, component: Component): { readonly price?: number } {
  const numberAt = (key: string) => Number(fieldAt(component, key) ?? 0)
  const extra = Object.entries(each).reduce((sum, [key, dollars]) => sum + numberAt(key) * dollars, 0)
  const price = numberAt('price') + extra
  return price === 0 ? {} : { price }
}

/** Routes and places on the canvas of what is not there. */
function nameFlaws({ workload }: Ground, drawing: Drawing): readonly Flaw[] {
  const components = Object.keys(drawing.components)
  const flows = [...Object.keys(workload.classes), ...components]
  const routes = Object.keys(drawing.routes)
    .filter((name) => !flows.includes(name))
    .map((name) => ({
      line: 0,
      where: `routes.${name}`,
      cause: `nothing arrives by the name of "${name}"`,
      remedy: suggest(name, flows),
    }))
  const places = Object.keys(drawing.layout)
    .filter((name) => !flows.includes(name))
    .map((name) => ({ line: 0, where: `layout.${name}`, cause: `there is no "${name}"`, remedy: 'Remove the line.' }))
  return [...routes, ...places]
}

function jobFlaws({ jobs }: Ground, drawing: Drawing): readonly Flaw[] {
  return Object.entries(drawing.jobs).flatMap(([name, seconds]) => {
    const where = `jobs.${name}`
    const range = Object.hasOwn(jobs, name) ? jobs[name] : undefined
    if (range === undefined)
      return [{ line: 0, where, cause: `"${name}" is no job whose period is yours to set`, remedy: suggest(name, Object.keys(jobs)) }]
    if (seconds >= range.least && seconds <= range.most) return []
    const cause = `${seconds} s is not between ${range.least} s and ${range.most} s`
    return [{ line: 0, where, cause, remedy: 'Choose a period in this range.' }]
  })
}

/** How much a visit is may be said only where the part takes several things at once: otherwise work could be made to vanish. */
function workFlaws({ parts }: Ground, drawing: Drawing): readonly Flaw[] {
  return Object.entries(drawing.routes).flatMap(([route, steps]) =>
    allSteps(steps, `routes.${route}`).flatMap(({ step, where }) => {
      if (typeof step === 'string' || !('at' in step) || step.work === undefined) return []
      const freedom = partOf(parts, drawing, step.at)?.free['work']
      const place = `${where}.work`
      if (freedom === undefined || !('least' in freedom)) {
        return [{ line: 0, where: place, cause: `a visit of "${step.at}" is one thing`, remedy: 'Leave work out.' }]
      }
      const isWithin = typeof step.work === 'number' && step.work >= freedom.least && step.work <= freedom.most
      return isWithin ? [] : [{ line: 0, where: place, cause: 'it is out of range', remedy: `Give ${rangeText('work', freedom)}.` }]
    }),
  )
}

/** What the engine calls a workload's fault would be ours; what is wrong with routes and policies is the learner's. */
function inLearnersWords(flaw: Flaw): Flaw {
  return { ...flaw, cause: flaw.cause.replace('this class of requests has no route', 'nothing is said of what such a request does') }
}

/** Adds to a step what follows from the parts: quality, effects, what partial answers lose. */
function enrich(ground: Ground, drawing: Drawing, step: Step): readonly Step[] {
  const within = (steps: readonly Step[]) => steps.flatMap((each) => enrich(ground, drawing, each))
  if (typeof step === 'string') return [step, ...consequences(ground, drawing, step)]
  if ('at' in step) {
    const visit = {
      ...step,
      ...(step.miss === undefined ? {} : { miss: within(step.miss) }),
      ...(step.hold === undefined ? {} : { hold: within(step.hold) }),
    }
    return [visit, ...consequences(ground, drawing, step.at)]
  }
  if ('call' in step) return [{ ...step, call: within(step.call), ...(step.else === undefined ? {} : { else: within(step.else) }) }]
  if ('all' in step) return [{ ...step, all: step.all.map(within), ...(step.seconds === undefined ? {} : { lost: ground.lost }) }]
  if ('each' in step) return [{ ...step, each: within(step.each), ...(step.seconds === undefined ? {} : { lost: ground.lost }) }]
  if ('apart' in step) return [{ apart: within(step.apart) }]
  if ('choose' in step) return [{ choose: step.choose.map(({ share, steps }) => ({ share, steps: within(steps) })) }]
  if ('again' in step) return [{ ...step, again: within(step.again) }]
  if ('try' in step) return [{ try: within(step.try), else: within(step.else) }]
  return [step]
}

function consequences({ parts }: Ground, drawing: Drawing, name: string): readonly Step[] {
  const part = partOf(parts, drawing, name)
  if (part === undefined) return []
  const once = drawing.components[name]?.settings['once'] === true
  return [
    ...(part.quality === 1 ? [] : [{ quality: part.quality }]),
    ...(part.effect === undefined ? [] : [{ effect: part.effect, ...(once ? { once } : {}) }]),
  ]
}
