type Fields = Readonly<Record<string, unknown>>

/** The same with another value in one field; `path` may go deeper: `model.width`. */
export function withField<T extends object>(fields: T, path: string, value: unknown): T {
  return set(fields as Fields, path.split('.'), value) as T
}

function set(fields: Fields, [key = '', ...rest]: readonly string[], value: unknown): Fields {
  if (rest.length === 0) return { ...fields, [key]: value }
  const inner = fields[key]
  return { ...fields, [key]: set(typeof inner === 'object' && inner !== null ? (inner as Fields) : {}, rest, value) }
}

/** What stands in a field, or undefined. A list has no fields. */
export function fieldAt(fields: object, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isFields(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), fields)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
