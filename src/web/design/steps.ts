import type { Path } from '../../design/edit-drawing.ts'
import type { Step } from '../../domain/design.ts'

/** A list of steps within a step, and in words when it is done. */
export interface Branch {
  readonly path: Path
  readonly title: string
  readonly steps: readonly Step[]
}

/** The lists of steps within a step that stands at `path`. */
export function branchesOf(step: Step, path: Path): readonly Branch[] {
  if (typeof step === 'string') return []
  const branch = (title: string, steps: readonly Step[] | undefined, ...keys: Path): readonly Branch[] =>
    steps === undefined ? [] : [{ title, steps, path: [...path, ...keys] }]
  if ('at' in step) return [...branch('on a miss', step.miss, 'miss'), ...branch('while it is held', step.hold, 'hold')]
  if ('call' in step) return [...branch('each attempt', step.call, 'call'), ...branch('when it failed for good', step.else, 'else')]
  if ('all' in step) return step.all.flatMap((steps, at) => branch(`in parallel, ${at + 1}`, steps, 'all', at))
  if ('each' in step) return branch('each of them', step.each, 'each')
  if ('apart' in step) return branch('by itself', step.apart, 'apart')
  if ('choose' in step) return step.choose.flatMap(({ share, steps }, at) => branch(`share ${share}`, steps, 'choose', at, 'steps'))
  if ('again' in step) return branch('each time', step.again, 'again')
  if ('try' in step) return [...branch('first', step.try, 'try'), ...branch('when it fails', step.else, 'else')]
  return []
}

/** The component that a step visits. */
export function visited(step: Step): string | undefined {
  return typeof step === 'string' ? step : 'at' in step ? step.at : undefined
}

/** What a step does, in a line. */
export function wordsOf(step: Step): string {
  if (typeof step === 'string') return step
  if ('at' in step) return step.write === undefined || step.write === false ? step.at : `${step.at}, writing`
  if ('call' in step) return `call by policy ${step.policy}`
  if ('all' in step) return `in parallel${waiting(step, step.all.length)}`
  if ('each' in step) return `${step.count} at once${waiting(step, step.count)}`
  if ('apart' in step) return 'apart: the answer does not wait'
  if ('choose' in step) return 'one of these, by chance'
  if ('again' in step) return `again with probability ${step.probability}`
  if ('try' in step) return 'try'
  if ('mark' in step) return `count as “${step.mark}”`
  if ('effect' in step) return `${step.effect}${step.once === true ? ', once for each request' : ''}`
  if ('quality' in step) return `quality × ${step.quality}`
  if ('refresh' in step) return `refresh ${step.refresh}`
  return `fail: ${step.fail}`
}

function waiting({ need, seconds }: { readonly need?: number; readonly seconds?: number }, count: number): string {
  return `${need === undefined || need === count ? '' : `, ${need} are enough`}${seconds === undefined ? '' : `, at most ${seconds} s`}`
}

/** What can be set of a step itself. */
export interface Field {
  readonly path: Path
  readonly label: string
  readonly type: 'number' | 'time' | 'text' | 'write' | 'flag' | 'policy' | 'component'
  readonly value: number | string | boolean | undefined
  readonly required: boolean
}

/** The fields of a step that stands at `path`. */
export function fieldsOf(step: Step, path: Path): readonly Field[] {
  if (typeof step === 'string') return []
  const field = (label: string, type: Field['type'], value: Field['value'], required: boolean, ...keys: Path): Field => ({
    path: [...path, ...keys],
    label,
    type,
    value,
    required,
  })
  const waits = (need: number | undefined, seconds: number | undefined) => [
    field('enough are', 'number', need, false, 'need'),
    field('at most', 'time', seconds, false, 'seconds'),
  ]
  if ('at' in step) return [field('writes', 'write', step.write, false, 'write')]
  if ('call' in step) return [field('policy', 'policy', step.policy, true, 'policy')]
  if ('all' in step) return waits(step.need, step.seconds)
  if ('each' in step) return [field('how many', 'number', step.count, true, 'count'), ...waits(step.need, step.seconds)]
  if ('choose' in step) return step.choose.map(({ share }, at) => field(`share ${at + 1}`, 'number', share, true, 'choose', at, 'share'))
  if ('again' in step) return [field('probability', 'number', step.probability, true, 'probability')]
  if ('mark' in step) return [field('name', 'text', step.mark, true, 'mark')]
  if ('effect' in step)
    return [field('what', 'text', step.effect, true, 'effect'), field('once for each request', 'flag', step.once, false, 'once')]
  if ('quality' in step) return [field('quality', 'number', step.quality, true, 'quality')]
  if ('refresh' in step) return [field('what', 'component', step.refresh, true, 'refresh')]
  if ('fail' in step) return [field('cause', 'text', step.fail, true, 'fail')]
  return []
}

/** A step with its place. */
export interface Placed {
  readonly step: Step
  readonly path: Path
}

/** All steps of a route in the order in which it reads, those within steps included. */
export function allSteps(steps: readonly Step[], path: Path): readonly Placed[] {
  return steps.flatMap((step, at) => {
    const here = [...path, at]
    return [{ step, path: here }, ...branchesOf(step, here).flatMap((branch) => allSteps(branch.steps, branch.path))]
  })
}

/** `routes.read[1].miss[0]` as a path. */
export function pathOf(where: string): Path {
  return [...where.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? (name ?? '') : Number(index)))
}
