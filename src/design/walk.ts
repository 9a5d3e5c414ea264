import type { Step } from '../domain/design.ts'

/** A list of steps within a step, and where it stands. */
export interface Inner {
  readonly steps: readonly Step[]
  readonly where: string
}

/** The lists of steps within a step. */
export function within(step: Step, where: string): readonly Inner[] {
  const inner = (steps: readonly Step[] | undefined, key: string): readonly Inner[] =>
    steps === undefined ? [] : [{ steps, where: `${where}.${key}` }]
  if (typeof step === 'string') return []
  if ('at' in step) return [...inner(step.miss, 'miss'), ...inner(step.hold, 'hold')]
  if ('call' in step) return [...inner(step.call, 'call'), ...inner(step.else, 'else')]
  if ('all' in step) return step.all.flatMap((branch, at) => inner(branch, `all[${at}]`))
  if ('each' in step) return inner(step.each, 'each')
  if ('apart' in step) return inner(step.apart, 'apart')
  if ('choose' in step) return step.choose.flatMap(({ steps }, at) => inner(steps, `choose[${at}].steps`))
  if ('again' in step) return inner(step.again, 'again')
  return 'try' in step ? [...inner(step.try, 'try'), ...inner(step.else, 'else')] : []
}

/** Every step of a list, those within steps included, in the order in which they are read. */
export function allSteps(steps: readonly Step[], where: string): readonly { readonly step: Step; readonly where: string }[] {
  return steps.flatMap((step, at) => {
    const place = `${where}[${at}]`
    return [{ step, where: place }, ...within(step, place).flatMap((inner) => allSteps(inner.steps, inner.where))]
  })
}
