/** Names of powers of ten, largest first. */
const WORDS = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
] as const
const BYTES = [
  [1e18, ' EB'],
  [1e15, ' PB'],
  [1e12, ' TB'],
  [1e9, ' GB'],
  [1e6, ' MB'],
  [1e3, ' kB'],
  [0, ' B'],
] as const
/** From so many seconds on, each is said in the unit. */
const TIMES = [
  [2 * 365 * 86_400, 365 * 86_400, ' years'],
  [2 * 86_400, 86_400, ' days'],
  [2 * 3600, 3600, ' h'],
  [120, 60, ' min'],
  [1, 1, ' s'],
  [1e-3, 1e-3, ' ms'],
  [1e-6, 1e-6, ' µs'],
  [0, 1e-9, ' ns'],
] as const
/** A truth is told to so many digits; what was drawn is short anyway. */
const DIGITS = 3

/** A number as people say it: *20 million*, *300 kB*, *3.6 TB/s*, *2 min*. */
export function sayQuantity(value: number, unit: string, digits: number = DIGITS): string {
  const [base, rate] = splitRate(unit)
  if (base === 'B') return `${scaled(value, BYTES, digits)}${rate}`
  if (base === 's' && rate === '') return sayTime(value, digits)
  const number = sayNumber(value, digits)
  if (base === '') return `${number}${rate}`
  return `${number} ${base}${rate}`
}

/** What is understood of an answer, so that a slip in the powers of ten is seen: *3.6 × 10^12 B*. */
export function sayExactly(value: number, unit: string): string {
  const [base, rate] = splitRate(unit)
  const name = base === '' ? rate : ` ${base}${rate}`
  const size = Math.abs(value)
  if (value === 0 || (size >= 1e-3 && size < 1e5)) return `${trimmed(value, 6)}${name}`
  const power = Math.floor(Math.log10(size))
  const digits = trimmed(value / 10 ** power, 4)
  return `${digits} × 10^${power}${name}`
}

function splitRate(unit: string): readonly [string, string] {
  const slash = unit.lastIndexOf('/')
  return slash < 0 ? [unit, ''] : [unit.slice(0, slash).trim(), unit.slice(slash)]
}

function sayNumber(value: number, digits: number): string {
  const size = Math.abs(value)
  if (size >= 1e15 || (size > 0 && size < 1e-3)) return sayExactly(Number(value.toPrecision(digits)), '')
  return scaled(value, [...WORDS, [0, '']], digits)
}

function scaled(value: number, names: readonly (readonly [number, string])[], digits: number): string {
  // Rounded first: 999,999 is a million, and not 1,000 thousand.
  const rounded = Number(value.toPrecision(digits))
  const [unit, name] = names.find(([least]) => Math.abs(rounded) >= least) ?? [0, '']
  return `${trimmed(rounded / (unit || 1), Math.max(digits, 3))}${name}`
}

function sayTime(seconds: number, digits: number): string {
  const rounded = Number(seconds.toPrecision(digits))
  const [, unit, name] = TIMES.find(([from]) => Math.abs(rounded) >= from) ?? [0, 1, ' s']
  return `${trimmed(rounded / unit, digits)}${name}`
}

function trimmed(value: number, digits: number): string {
  return Number(value.toPrecision(digits)).toLocaleString('en', { maximumSignificantDigits: digits })
}
