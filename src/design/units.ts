/** Seconds in each unit of time. */
const TIMES: Readonly<Record<string, number>> = { us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400 }

/** Powers of ten; a B may follow for bytes. */
const SIZES: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 }

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(us|µs|ms|s|min|h|d|[kMGTP]?B|[kMGTP])?$/

export type Dimension = 'time' | 'count'

/** What a text such as `50ms`, `20k`, `1.5M` or `16GB` stands for, in seconds or in ones; undefined when it is no quantity. */
export function quantity(text: string): { readonly value: number; readonly dimension: Dimension | undefined } | undefined {
  const match = QUANTITY.exec(text.trim())
  if (match === null) return undefined
  const [, digits = '', unit] = match
  const number = Number(digits)
  if (!Number.isFinite(number)) return undefined
  if (unit === undefined) return { value: number, dimension: undefined }
  if (Object.hasOwn(TIMES, unit)) return { value: scaled(digits, TIMES[unit] as number), dimension: 'time' }
  return { value: scaled(digits, SIZES[unit.charAt(0)] ?? 1), dimension: 'count' }
}

/** A short text with a unit that reads as the same time to the last bit. */
export function timeText(seconds: number): string {
  return shortest(seconds, ['us', 'ms', 's', 'min', 'h', 'd'])
}

/** A short text, `20k` or `1.5M`, that reads as the same number to the last bit. */
export function countText(value: number): string {
  if (Math.abs(value) < 10_000) return String(value)
  return shortest(value, ['', 'k', 'M', 'G', 'T'])
}

/** Quantities within plain data, however deep, as numbers. Texts that are none stay. */
export function withoutUnits(value: unknown): unknown {
  if (typeof value === 'string') return quantity(value)?.value ?? value
  if (Array.isArray(value)) return value.map(withoutUnits)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutUnits(each)]))
}

/** Multiplies by moving the point where it can, so that 0.3 ms is 0.0003 and not a neighbour of it. */
function scaled(digits: string, factor: number): number {
  const power = Math.round(Math.log10(factor))
  if (10 ** power !== factor && Number(`1e${power}`) !== factor) return Number(digits) * factor
  const [mantissa = '', exponent = '0'] = digits.split('e')
  return Number(`${mantissa}e${Number(exponent) + power}`)
}

/** The largest unit in which the number is short, and exact. */
function shortest(value: number, units: readonly string[]): string {
  const plain = String(value)
  let best: string | undefined
  let least = 0
  for (const unit of units) {
    const factor = TIMES[unit] ?? SIZES[unit] ?? 1
    const digits = String(Number((value / factor).toPrecision(12)))
    const text = `${digits}${unit}`
    if (digits.includes('e') || quantity(text)?.value !== value) continue
    if (best === undefined || cost(digits) <= least) [best, least] = [text, cost(digits)]
  }
  return best ?? plain
}

/** Leading zeros and long fractions read badly. */
function cost(digits: string): number {
  return digits.length + (/^-?0\./.test(digits) ? 3 : 0) + (digits.includes('.') ? 1 : 0)
}
