import type { Drawing } from '../../domain/case.ts'
import type { Step } from '../../domain/design.ts'
import type { Policy } from '../../domain/policy.ts'
import type { Edit, Path } from '../../design/edit-drawing.ts'
import { allSteps, branchesOf, visited } from './steps.ts'

export function set(path: Path, value: unknown): Edit {
  return value === undefined ? { type: 'remove', path } : { type: 'set', path, value }
}

/** Adds a component made of a part, under a name that is free. */
export function addComponent(
  drawing: Drawing,
  part: string,
  at?: readonly [number, number],
): { readonly name: string; readonly edits: readonly Edit[] } {
  const name = freeName(part, Object.keys(drawing.components))
  return { name, edits: [set(['components', name], { part }), ...(at === undefined ? [] : [place(name, at)])] }
}

export function place(name: string, [x, y]: readonly [number, number]): Edit {
  return set(['layout', name], [Math.round(x), Math.round(y)])
}

/** Takes a component away with all its visits; steps that then hold nothing go as well. */
export function removeComponent(drawing: Drawing, name: string): readonly Edit[] {
  return [
    ...Object.entries(drawing.routes).flatMap(([route, steps]) => (route === name ? [] : withoutVisits(steps, ['routes', route], name))),
    ...(name in drawing.routes ? [{ type: 'remove', path: ['routes', name] } as const] : []),
    { type: 'remove', path: ['components', name] },
    ...(name in drawing.layout ? [{ type: 'remove', path: ['layout', name] } as const] : []),
  ]
}

/** From the last to the first, so that the places of the others still hold. */
function withoutVisits(steps: readonly Step[], path: Path, name: string): readonly Edit[] {
  const each = steps.map((step, at): readonly Edit[] => {
    const here = [...path, at]
    if (isEmptied([step], name)) return [{ type: 'remove', path: here }]
    return branchesOf(step, here)
      .toReversed()
      .flatMap((branch) =>
        isEmptied(branch.steps, name) && isOptional(step, branch.path)
          ? [{ type: 'remove', path: branch.path } as const]
          : withoutVisits(branch.steps, branch.path, name),
      )
  })
  return each.toReversed().flat()
}

/** Whether nothing is left of steps without a component: they visit it, or hold only what does. */
function isEmptied(steps: readonly Step[], name: string): boolean {
  return (
    steps.length > 0 &&
    steps.every((step) => {
      if (typeof step === 'object' && 'refresh' in step) return step.refresh === name
      if (visited(step) !== undefined) return visited(step) === name
      const branches = branchesOf(step, []).filter((branch) => branch.path.at(-1) !== 'else')
      return branches.length > 0 && branches.every((branch) => isEmptied(branch.steps, name))
    })
  )
}

/** Whether a step stays what it is without this list of steps. */
function isOptional(step: Step, path: Path): boolean {
  const last = path.at(-1)
  return typeof step === 'object' && (last === 'miss' || last === 'hold' || (last === 'else' && 'call' in step))
}

/** Gives a component another name wherever it stands. */
export function renameComponent(drawing: Drawing, name: string, to: string): readonly Edit[] {
  const visits = Object.entries(drawing.routes).flatMap(([route, steps]) => allSteps(steps, ['routes', route]))
  return [
    ...visits.flatMap(({ step, path }): readonly Edit[] => {
      if (step === name) return [set(path, to)]
      if (typeof step === 'object' && 'at' in step && step.at === name) return [set([...path, 'at'], to)]
      if (typeof step === 'object' && 'refresh' in step && step.refresh === name) return [set([...path, 'refresh'], to)]
      return []
    }),
    ...Object.entries(drawing.components).flatMap(([other, { settings }]) =>
      settings.target === name ? [set(['components', other, 'target'], to)] : [],
    ),
    ...(['components', 'routes', 'layout'] as const).flatMap((part) =>
      name in drawing[part] ? [{ type: 'rename', path: [part, name], to } as const] : [],
    ),
  ]
}

/**
 * Connects two components on a route: `to` is visited after the last visit of `from`; for a cache on a miss, for a pool while its token is held,
 * for a log by its consumers. From the client (undefined) or from somewhere that the route does not go, it is visited at the end.
 */
export function connect(
  drawing: Drawing,
  route: string,
  from: string | undefined,
  to: string,
  kindOf: (name: string) => string | undefined,
): readonly Edit[] {
  const steps = drawing.routes[route] ?? []
  if (from !== undefined && kindOf(from) === 'log' && route !== from) return append(drawing.routes[from], ['routes', from], to)
  const last = from === undefined ? undefined : allSteps(steps, ['routes', route]).findLast(({ step }) => visited(step) === from)
  if (last === undefined) return append(drawing.routes[route], ['routes', route], to)
  const { step, path } = last
  const kind = kindOf(visited(step) ?? '')
  const key = kind === 'cache' ? 'miss' : kind === 'pool' ? 'hold' : undefined
  const writes = typeof step === 'object' && 'at' in step && step.write === true
  if (key === undefined || (key === 'miss' && writes)) return [{ type: 'insert', path: after(path), value: to }]
  if (typeof step === 'string') return [set(path, { at: step, [key]: [to] })]
  return append('at' in step ? step[key] : undefined, [...path, key], to)
}

function append(list: readonly Step[] | undefined, path: Path, step: Step): readonly Edit[] {
  return list === undefined ? [set(path, [step])] : [{ type: 'insert', path: [...path, list.length], value: step }]
}

/** The place after this one in its list. */
export function after(path: Path): Path {
  return [...path.slice(0, -1), Number(path.at(-1)) + 1]
}

/** Takes a step out of a list of so many; the last step of what wraps it takes that along. */
export function removeStep(drawing: Drawing, path: Path): readonly Edit[] {
  const owner = path.slice(0, -1)
  const list = valueAt(drawing, owner)
  const optional = ['miss', 'hold', 'else'].includes(String(owner.at(-1)))
  if (!Array.isArray(list) || list.length > 1 || owner.length <= 2) return [{ type: 'remove', path }]
  if (optional) return [{ type: 'remove', path: owner }]
  // `routes.read.1.call` belongs to the step `routes.read.1`.
  const step = owner.slice(
    0,
    owner.findLastIndex((key, at) => typeof key === 'string' && typeof owner[at - 1] === 'number'),
  )
  return removeStep(drawing, step)
}

/** Moves a step within its list. */
export function moveStep(drawing: Drawing, path: Path, by: -1 | 1): readonly Edit[] {
  const list = valueAt(drawing, path.slice(0, -1))
  const at = Number(path.at(-1))
  if (!Array.isArray(list) || at + by < 0 || at + by >= list.length) return []
  return [
    { type: 'remove', path },
    { type: 'insert', path: [...path.slice(0, -1), at + by], value: list[at] },
  ]
}

/** What stands at a place of a drawing. */
export function valueAt(drawing: Drawing, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], drawing)
}

/** Adds a policy that gives up after a while, under a name that is free. */
export function addPolicy(policies: Readonly<Record<string, Policy>>): { readonly name: string; readonly edits: readonly Edit[] } {
  const name = freeName('policy', Object.keys(policies))
  return { name, edits: [set(['policies', name], { timeout: '100ms' })] }
}

export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  let number = 2
  while (taken.includes(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}
