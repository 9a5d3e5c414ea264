import { timeText } from '../../design/units.ts'

/** How a number is read and written: seconds, a share, dollars an hour, bytes; or a count of anything else, e.g. `/s`. */
export type Unit = string

const TIMES: readonly (readonly [string, number])[] = [
  ['us', 1e-6],
  ['µs', 1e-6],
  ['ms', 1e-3],
  ['s', 1],
  ['min', 60],
  ['h', 3600],
  ['d', 86_400],
]
const SIZES: readonly (readonly [string, number])[] = [
  ['', 1],
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['B', 1e9],
  ['T', 1e12],
  ['P', 1e15],
]

/**
 * A number as people write it: `20k`, `1.5M`, `5 ms`, `2h`, `99.9 %`, `8 TB`, `0.34 $/h`, `1,200`, `1,5`, `3e5`. Times become seconds, shares
 * parts of 1 where a percent sign stands. `unit` decides what a bare letter means. Undefined when it is no number. Stricter than what reads
 * estimates: a field that counts something takes no word behind it, since `5 min` there would set 5 of something else.
 */
export function readQuantity(text: string, unit: Unit): number | undefined {
  const found = /^\s*[$~≈]?\s*([-+]?(?:\d[\d,_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(.*?)\s*$/i.exec(text)
  if (found === null) return undefined
  const [, digits = '', rest = ''] = found
  // Groups of three after a comma are thousands; one comma before anything else is a decimal one.
  const plain = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.')
  const number = Number(plain.replaceAll('_', ''))
  if (!Number.isFinite(number)) return undefined
  if (rest.startsWith('%')) return number / 100
  // Nobody means eighty times the whole by a share of 80.
  if (isShare(unit) && number > 1) return undefined
  if (rest === '' || rest === unit) return number
  const time = unit === 's' ? TIMES.find(([name]) => name === rest || `${name}.` === rest) : undefined
  if (time !== undefined) return number * time[1]
  const [, letter = '', tail = ''] = /^([kKMGTPB]?)(.*)$/.exec(rest) ?? []
  const size = SIZES.find(([name]) => name === letter)
  if (size === undefined || unit === 's') return undefined
  // What follows the letter may only repeat the unit: `8 TB`, `20k/s`, `20k per second`.
  const fits = tail === '' || tail.trim() === unit || (unit === 'B' && /^i?B$/.test(tail)) || /^\s*(\/|per )/.test(tail)
  // In `8 B` of a number of bytes the letter is the unit itself.
  if (unit === 'B' && letter === 'B') return tail === '' ? number : undefined
  return fits ? number * size[1] : undefined
}

/** A number for a person: three digits, and the prefix or time that fits. */
export function writeQuantity(value: number, unit: Unit): string {
  if (Number.isNaN(value)) return 'none'
  if (value === Number.POSITIVE_INFINITY) return unit === 's' ? 'never' : 'no bound'
  if (unit === 's') return writeSeconds(value)
  if (isShare(unit)) return writeShare(value)
  if (unit === '$/h') return `$${digitsOf(value)}/h`
  const size = Math.abs(value)
  const [letter, factor] =
    size >= 1e15
      ? ['P', 1e15]
      : size >= 1e12
        ? ['T', 1e12]
        : size >= 1e9
          ? ['G', 1e9]
          : size >= 1e6
            ? ['M', 1e6]
            : size >= 1e4
              ? ['k', 1e3]
              : ['', 1]
  const space = unit === '' || unit.startsWith('/') ? '' : ' '
  return letter === '' || space === ''
    ? `${digitsOf(value / factor)}${letter}${space}${unit}`
    : `${digitsOf(value / factor)} ${letter}${unit}`
}

function isShare(unit: Unit): boolean {
  return unit === '%' || unit === 'share'
}

function writeSeconds(value: number): string {
  const size = Math.abs(value)
  if (size === 0) return '0 s'
  if (size < 1e-3) return `${digitsOf(value * 1e6)} µs`
  if (size < 1) return `${digitsOf(value * 1e3)} ms`
  if (size < 120) return `${digitsOf(value)} s`
  if (size < 7200) return `${digitsOf(value / 60)} min`
  return `${digitsOf(value / 3600)} h`
}

/** A count in at most four letters, for where there is little room: `950`, `4.0k`, `38k`, `1.2M`. */
export function writeShort(value: number): string {
  const size = Math.abs(value)
  const [letter, factor] = size >= 999_500 ? ['M', 1e6] : size >= 999.5 ? ['k', 1e3] : ['', 1]
  const scaled = value / factor
  return `${Math.abs(scaled) < 9.95 && (letter !== '' || scaled % 1 !== 0) ? scaled.toFixed(1) : Math.round(scaled)}${letter}`
}

/** Dollars an hour for each of something, of which so many are counted together that there is something to pay: `$0.01/h per million`. */
export function writeEach(dollars: number): string {
  const [many, factor] =
    dollars >= 1e-3 ? ['each', 1] : dollars >= 1e-6 ? ['per thousand', 1e3] : dollars >= 1e-9 ? ['per million', 1e6] : ['per billion', 1e9]
  return `${writeQuantity(dollars * factor, '$/h')} ${many}`
}

/** Near 1 the nines count: 99.99 %, not 100 %. */
function writeShare(value: number): string {
  const percent = value * 100
  const missing = Math.abs(100 - percent)
  if (percent === 0 || percent === 100) return `${percent} %`
  if (missing < 1) return `${trimmed(percent.toFixed(Math.min(6, 1 - Math.floor(Math.log10(missing)))))} %`
  return `${digitsOf(percent)} %`
}

function digitsOf(value: number): string {
  if (value === 0) return '0'
  if (Math.abs(value) >= 100) return Math.abs(value) < 1e15 ? Math.round(value).toLocaleString('en') : value.toExponential(2)
  return trimmed(value.toPrecision(3))
}

function trimmed(text: string): string {
  if (text.includes('e')) return text
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** A setting as the text form has it: seconds short (`50ms`), numbers as they are. */
export function writeSetting(value: number | string | boolean, unit: Unit): string {
  return typeof value === 'number' && unit === 's' && value !== 0 ? timeText(value) : String(value)
}

const SECONDS = new Set([
  'ttl',
  'wait',
  'interval',
  'start',
  'base',
  'item',
  'timeout',
  'hedge',
  'deadline',
  'open',
  'seconds',
  'mean',
  'most wait',
])

/** The unit of a component's or a policy's number, by its name; the last part of a path counts. */
export function unitOf(name: string): Unit {
  const last = name.split('.').at(-1) ?? name
  if (name === 'backoff.most' || SECONDS.has(last)) return 's'
  return last === 'price' ? '$/h' : ''
}
