import type { Drawing } from '../domain/case.ts'
import type { Step } from '../domain/design.ts'
import type { Flaw } from './flaw.ts'

/** Branches that one request may have under way at once: more is nobody's architecture, and no machine's memory. */
const MOST = 200_000

/** Routes on which one request becomes more branches than can be simulated. */
export function fanOutFlaws({ routes }: Pick<Drawing, 'routes'>): readonly Flaw[] {
  return Object.entries(routes).flatMap(([name, steps]) => {
    const branches = branchesOf(steps)
    if (branches <= MOST) return []
    const cause = `one request becomes ${branches.toLocaleString('en')} branches at once, at most ${MOST.toLocaleString('en')} are simulated`
    return [{ line: 0, where: `routes.${name}`, cause, remedy: 'Ask fewer at a time, or put a part in between that does it.' }]
  })
}

/** Branches that a list of steps may have under way at once, what goes on apart included. */
function branchesOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + branchesIn(step), 0)
}

function branchesIn(step: Step): number {
  if (typeof step === 'string') return 0
  if ('at' in step) return branchesOf([...(step.miss ?? []), ...(step.hold ?? [])])
  if ('call' in step) return branchesOf([...step.call, ...(step.else ?? [])])
  if ('all' in step) return step.all.reduce((sum, branch) => sum + 1 + branchesOf(branch), 0)
  if ('each' in step) return step.count * (1 + branchesOf(step.each))
  if ('apart' in step) return 1 + branchesOf(step.apart)
  if ('choose' in step) return Math.max(0, ...step.choose.map(({ steps }) => branchesOf(steps)))
  if ('again' in step) return branchesOf(step.again)
  if ('try' in step) return branchesOf([...step.try, ...step.else])
  return 0
}
