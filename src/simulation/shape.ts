/** What is wrong, where, and what to do. */
export interface Problem {
  readonly where: string
  readonly cause: string
  readonly remedy: string
}

/** Says what is wrong with a value. */
export type Rule = (value: unknown, where: string) => readonly Problem[]

export type Shape = Readonly<Record<string, Rule>>

function wrong(where: string, cause: string, remedy: string): readonly Problem[] {
  return [{ where, cause, remedy }]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function number(low: number, high: number, isWhole = false): Rule {
  return (value, where) => {
    const expected = `${isWhole ? 'a whole number' : 'a number'} from ${low} to ${high}`
    if (typeof value === 'number' && value >= low && value <= high && (!isWhole || Number.isInteger(value))) return []
    return wrong(where, `expected ${expected}, got ${JSON.stringify(value)}`, `Give ${expected}.`)
  }
}

export function choice(...values: readonly (string | boolean)[]): Rule {
  return (value, where) =>
    values.includes(value as string)
      ? []
      : wrong(where, `expected one of ${values.join(', ')}, got ${JSON.stringify(value)}`, `Give one of ${values.join(', ')}.`)
}

export const text: Rule = (value, where) => (typeof value === 'string' ? [] : wrong(where, 'expected a text', 'Give a text.'))

export function optional(rule: Rule): Rule {
  return (value, where) => (value === undefined ? [] : rule(value, where))
}

export function list(rule: Rule, most = 1_000_000): Rule {
  return (value, where) =>
    Array.isArray(value) && value.length > 0 && value.length <= most
      ? value.flatMap((each, at) => rule(each, `${where}[${at}]`))
      : wrong(where, `expected a list of 1 to ${most}`, 'Give such a list.')
}

export function fields(shape: Shape): Rule {
  return (value, where) => {
    if (!isRecord(value)) return wrong(where, 'expected fields', `Give ${Object.keys(shape).join(', ')}.`)
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(shape, name))
    return [
      ...unknown.flatMap((name) =>
        wrong(`${where}.${name}`, 'nothing knows this field', `Leave it out; known are ${Object.keys(shape).join(', ')}.`),
      ),
      ...Object.entries(shape).flatMap(([name, rule]) => rule(value[name], `${where}.${name}`)),
    ]
  }
}

/** Fields that depend on `kind`. */
export function kinds(shapes: Readonly<Record<string, Shape>>): Rule {
  return (value, where) => {
    const kind = isRecord(value) ? value['kind'] : undefined
    const known = Object.keys(shapes).join(', ')
    if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind))
      return wrong(`${where}.kind`, `expected one of ${known}`, `Give one of ${known}.`)
    return fields({ kind: text, ...shapes[kind] })(value, where)
  }
}

export function shaped(value: unknown, rule: Rule, where: string): readonly Problem[] {
  return rule(value, where)
}

/** Each value of a record by its name. */
export function record(value: unknown, where: string, rule: Rule): readonly Problem[] {
  if (!isRecord(value)) return wrong(where, 'expected names with values', 'Give names with values.')
  return Object.entries(value).flatMap(([name, each]) => rule(each, `${where}.${name}`))
}
