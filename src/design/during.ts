import type { Drawing } from '../domain/case.ts'
import type { Step } from '../domain/design.ts'
import type { Flaw } from './flaw.ts'
import { type Ground, partOf } from './ground.ts'
import { within } from './walk.ts'

/** By fact, how much of it the holds around a step bring. */
type Held = ReadonlyMap<string, number>

/** Visits of parts that work only while something else is held: a training needs its cards until it ends. */
export function duringFlaws({ parts }: Ground, drawing: Drawing): readonly Flaw[] {
  const visit = (name: string, held: Held, where: string): readonly Flaw[] =>
    Object.entries(partOf(parts, drawing, name)?.during ?? {}).flatMap(([fact, count]) => {
      const have = held.get(fact) ?? 0
      if (have >= count) return []
      const holders = Object.entries(parts).flatMap(([part, { provides }]) => (Object.hasOwn(provides, fact) ? [part] : []))
      const cause = `"${name}" works only while ${count === 1 ? '' : `${count} times `}"${fact}" is held, and here ${have === 0 ? 'nothing' : have} is`
      return [{ line: 0, where, cause, remedy: `Put it into the hold: [...] of ${holders.join(' or ')}.` }]
    })
  const walk = (steps: readonly Step[], held: Held, where: string): readonly Flaw[] =>
    steps.flatMap((step, at) => {
      const place = `${where}[${at}]`
      const visited = typeof step === 'string' ? step : 'at' in step ? step.at : undefined
      const inner = within(step, place).flatMap(({ steps, where }) =>
        walk(steps, where.endsWith('.hold') ? holding(step, held) : where.endsWith('.apart') ? NONE : held, where),
      )
      return [...(visited === undefined ? [] : visit(visited, held, place)), ...inner]
    })
  const holding = (step: Step, held: Held): Held => {
    if (typeof step === 'string' || !('at' in step)) return held
    const work = typeof step.work === 'number' ? step.work : 1
    const more = Object.entries(partOf(parts, drawing, step.at)?.provides ?? {})
    return new Map([...held, ...more.map(([fact, each]) => [fact, (held.get(fact) ?? 0) + each * work] as const)])
  }
  return Object.entries(drawing.routes).flatMap(([name, steps]) => walk(steps, NONE, `routes.${name}`))
}

/** What goes on by itself, and what consumers do, holds nothing of what it came from. */
const NONE: Held = new Map()
