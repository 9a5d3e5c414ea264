/** JSON knows no NaN: where a report or a measurement has none to tell, null came instead. */
export function withNaN<T>(value: T): T {
  if (value === null) return Number.NaN as T
  if (Array.isArray(value)) return value.map(withNaN) as T
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, withNaN(each)])) as T
}
