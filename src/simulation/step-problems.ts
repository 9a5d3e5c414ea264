import type { Design } from '../domain/design.ts'
import { choice, fields, list, number, optional, type Problem, type Rule, text } from './shape.ts'
import { distribution } from './shapes.ts'

/** Deeper than this is nobody's architecture. */
const DEEPEST = 40

/** What is wrong with the steps of a route. */
export function stepProblems(steps: unknown, where: string, design: Design, depth = 0): readonly Problem[] {
  if (!Array.isArray(steps)) return [{ where, cause: 'expected a list of steps', remedy: 'Give a list.' }]
  if (depth > DEEPEST) return [{ where, cause: `steps within steps, more than ${DEEPEST} deep`, remedy: 'Flatten the route.' }]
  return steps.flatMap((step: unknown, at) => stepProblem(step, `${where}[${at}]`, design, depth))
}

function stepProblem(step: unknown, where: string, design: Design, depth: number): readonly Problem[] {
  const named =
    (kinds: string, names: unknown, fits: (name: string) => boolean): Rule =>
    (value, place) =>
      typeof value === 'string' && Object.hasOwn(Object(names), value) && fits(value)
        ? []
        : [
            {
              where: place,
              cause: `${JSON.stringify(value)} is no ${kinds}`,
              remedy: `Name one of: ${Object.keys(Object(names)).filter(fits).join(', ')}.`,
            },
          ]
  const kindOf = (name: string): unknown => Object(Object(design.components)[name]).kind
  const component = named('component to visit', design.components, (name) => kindOf(name) !== 'autoscaler')
  const inner: Rule = (value, place) => stepProblems(value, place, design, depth + 1)
  const parallel = { need: optional(number(1, 10_000, true)), seconds: optional(number(1e-9, 1e9)), lost: optional(number(0, 1)) }
  const shapes = {
    at: {
      at: component,
      miss: optional(inner),
      hold: optional(inner),
      write: optional(choice(true, false, 'around')),
      work: optional((value, place) => (typeof value === 'number' ? number(1e-9, 1e9)(value, place) : distribution(value, place))),
    },
    call: { call: inner, policy: named('policy', design.policies, () => true), else: optional(inner) },
    all: { all: list(inner, 1000), ...parallel },
    each: { each: inner, count: number(1, 10_000, true), spread: optional(choice(true, false)), ...parallel },
    apart: { apart: inner },
    choose: { choose: list(fields({ share: number(1e-9, 1e9), steps: inner }), 1000) },
    again: { again: inner, probability: number(0, 0.99) },
    try: { try: inner, else: inner },
    mark: { mark: text },
    effect: { effect: text, once: optional(choice(true, false)) },
    quality: { quality: number(0, 1) },
    refresh: { refresh: named('component with features', design.components, (name) => kindOf(name) === 'features') },
    fail: { fail: text },
  } as const
  if (typeof step === 'string') return misplaced(step, undefined, where, design) ?? component(step, where)
  for (const [name, shape] of Object.entries(shapes)) {
    if (typeof step === 'object' && step !== null && name in step) {
      return [...fields(shape)(step, where), ...(name === 'at' ? (misplaced(Object(step).at, Object(step), where, design) ?? []) : [])]
    }
  }
  return [{ where, cause: 'nothing knows this step', remedy: `Name a component, or use one of: ${Object.keys(shapes).join(', ')}.` }]
}

interface Visit {
  readonly miss?: unknown
  readonly hold?: unknown
  readonly write?: unknown
  readonly work?: unknown
}

/** `miss` belongs to caches, `hold` to pools and stocks. */
function misplaced(name: string, step: Visit | undefined, where: string, design: Design): readonly Problem[] | undefined {
  const kind = Object.hasOwn(Object(design.components), name) ? Object(design.components[name]).kind : undefined
  if (step?.miss !== undefined && kind !== 'cache')
    return [{ where: `${where}.miss`, cause: `"${name}" is no cache`, remedy: 'Leave it out.' }]
  if (step?.hold !== undefined && kind !== 'pool' && kind !== 'stock')
    return [{ where: `${where}.hold`, cause: `"${name}" is no pool or stock`, remedy: 'Leave it out.' }]
  if (step?.write === 'around' && kind !== 'cache')
    return [{ where: `${where}.write`, cause: `"${name}" is no cache to write around`, remedy: 'Give true, or leave it out.' }]
  if (step?.work !== undefined && (kind === 'cache' || kind === 'windows'))
    return [{ where: `${where}.work`, cause: `a visit of "${name}" takes nothing`, remedy: 'Leave it out.' }]
  if (step?.write !== undefined && step.write !== false && step.miss !== undefined)
    return [{ where: `${where}.miss`, cause: 'a write of a cache misses nothing', remedy: 'Leave it out, or read.' }]
  if (step === undefined && kind === 'cache') {
    return [{ where, cause: `"${name}" is a cache, and nothing is said of its misses`, remedy: `Write {"at": "${name}", "miss": [...]}.` }]
  }
  if (step === undefined && kind === 'pool') {
    return [{ where, cause: `"${name}" is a pool, and nothing is held`, remedy: `Write {"at": "${name}", "hold": [...]}.` }]
  }
  return undefined
}
