/** A number that somebody typed, in the unit that was asked for; or what is wrong with it, in a sentence. */
export type Quantity = { readonly kind: 'quantity'; readonly value: number } | { readonly kind: 'problem'; readonly what: string }

const TIMES: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  week: 7 * 86_400,
  month: 30 * 86_400,
  y: 365 * 86_400,
  yr: 365 * 86_400,
  year: 365 * 86_400,
}
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  mn: 1e6,
  million: 1e6,
  G: 1e9,
  B: 1e9,
  bn: 1e9,
  billion: 1e9,
  T: 1e12,
  trillion: 1e12,
  P: 1e15,
  E: 1e18,
}
const PREFIXES = 'kMGTPE'
/** Words that say *a second* without saying it. */
const RATES: ReadonlySet<string> = new Set(['qps', 'rps', 'tps', 'iops'])
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A unit as content writes it: `B`, `s`, `USD`, `%`, a word or nothing, with `/s`, `/h` or another time behind or not. */
interface Unit {
  readonly base: string
  /** Seconds of what it is per; undefined for none. */
  readonly per: number | undefined
}

function unitOf(text: string): Unit {
  const match = /^(.*?)\/([a-z]+)$/.exec(text)
  const per = match === null ? undefined : TIMES[match[2] ?? '']
  return per === undefined ? { base: text.trim(), per: undefined } : { base: (match?.[1] ?? '').trim(), per }
}

/** Whether content may ask for it: anything but a rate over what is no time. */
export function isUnit(text: string): boolean {
  return text === text.trim() && (!text.includes('/') || unitOf(text).per !== undefined)
}

/** Understands `3.6 TB`, `20k`, `5e9`, `1,5`, `3 × 10^12`, `2 million/day`, in the unit asked for. A number without a unit is in that unit. */
export function parseQuantity(typed: string, asked: string): Quantity {
  const unit = unitOf(asked)
  const text = typed
    .normalize('NFC')
    .trim()
    .replace(/^(?:~|≈|about|ca\.?)\s*/i, '')
    .replace(/^(?:\$|USD\s*)(?=[\d.])/i, '')
  const number = readNumber(text)
  if (number === undefined) return problem('No number is read here. Write 20k, 3.6e12 or 3.6 TB, say.')
  const { rest, per } = splitRate(number.rest)
  if (per !== undefined && unit.per === undefined) return problem(`Asked is ${nameOf(asked)}, nothing a second or an hour.`)
  const scale = readUnit(rest, unit.base, asked)
  if (typeof scale !== 'number') return scale
  const value = number.value * scale * (per === undefined || unit.per === undefined ? 1 : unit.per / per)
  return Number.isFinite(value) ? { kind: 'quantity', value } : problem('That is too large to be understood.')
}

function readNumber(text: string): { readonly value: number; readonly rest: string } | undefined {
  const power = /^(?:([-+]?\d+(?:[.,]\d+)?)\s*[x×*·]\s*)?(\d+)(?:\s*(?:\^|\*\*)\s*([-+]?\d+)|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/.exec(text)
  if (power !== null) {
    const raised = power[3] ?? [...(power[4] ?? '')].map((digit) => (digit === '⁻' ? '-' : SUPERSCRIPTS.indexOf(digit))).join('')
    const value = Number((power[1] ?? '1').replace(',', '.')) * Number(power[2]) ** Number(raised)
    return { value, rest: text.slice(power[0].length).trim() }
  }
  // Groups of three after a comma, a blank or the like are thousands; one comma before anything else is a decimal one.
  const grouped = /^([-+]?[1-9]\d{0,2}(?:([ ,_'’\u00a0\u202f.])\d{3})(?:\2\d{3})*)(?!\d)([.,]\d+)?/.exec(text)
  if (grouped !== null && (grouped[2] !== '.' || /^[-+]?\d+(?:\.\d{3}){2,}/.test(text))) {
    const [all, whole = '', separator = '', decimals = ''] = grouped
    return { value: Number(whole.replaceAll(separator, '') + decimals.replace(',', '.')), rest: text.slice(all.length).trim() }
  }
  const plain = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+(?![A-Za-z]))?/.exec(text)
  if (plain === null) return undefined
  return { value: Number(plain[0].replace(',', '.')), rest: text.slice(plain[0].length).trim() }
}

/** Takes `/s`, `per day`, `qps` off the end. */
function splitRate(text: string): { readonly rest: string; readonly per: number | undefined } {
  const match = /(?:\/|\bper\s+|\ba\s+)\s*([A-Za-zµμ]+)\s*$/.exec(text)
  const per = match === null ? undefined : timeOf(match[1] ?? '')
  if (match !== null && per !== undefined) return { rest: text.slice(0, match.index).trim(), per }
  const word = /\S+$/.exec(text)?.[0] ?? ''
  return RATES.has(word.toLowerCase()) ? { rest: text.slice(0, text.length - word.length).trim(), per: 1 } : { rest: text, per: undefined }
}

function timeOf(word: string): number | undefined {
  const known = own(TIMES, word) ?? own(TIMES, word.toLowerCase())
  return known ?? own(TIMES, word.toLowerCase().replace(/s$/, ''))
}

/** What one of the unit that stands behind a number is in the unit asked for. */
function readUnit(text: string, base: string, asked: string): number | Quantity {
  if (text === '') return 1
  const [first = '', ...others] = text.split(/\s+/)
  const one = readWord(text, base)
  if (one !== undefined) return one
  if (/^m$/.test(first)) return problem('"m" may be milli or million: write M, million or ms.')
  if (base === 'B' && /^[kMGTPE]i?b(?:it)?s?$/.test(first) && !/bit/.test(first)) {
    return problem(`"${first}" may be bits or bytes: write ${first.slice(0, -1)}B or ${first.slice(0, -1)}bit.`)
  }
  const scale = scaleOf(first)
  if (scale !== undefined) {
    if (others.length === 0) return scale
    const rest = readWord(others.join(' '), base)
    if (rest !== undefined) return scale * rest
  }
  // A letter and a unit written together: `5k$`, `20Mreq`.
  const letter = scaleOf(text[0] ?? '')
  const tail = letter === undefined ? undefined : readWord(text.slice(1).trim(), base)
  if (letter !== undefined && tail !== undefined) return letter * tail
  return problem(`"${text}" is not understood: asked is ${nameOf(asked)}.`)
}

function scaleOf(word: string): number | undefined {
  return own(SCALES, word) ?? (word.length > 2 ? own(SCALES, word.toLowerCase()) : undefined)
}

function readWord(text: string, base: string): number | undefined {
  switch (base) {
    case 'B':
      return bytesOf(text)
    case 's':
      return timeOf(text)
    case 'USD':
      return /^(?:\$|usd|dollars?)$/i.test(text) ? 1 : undefined
    case '%':
      return /^(?:%|per ?cent)$/i.test(text) ? 1 : undefined
    default:
      return sameWord(text, base) ? 1 : undefined
  }
}

function bytesOf(text: string): number | undefined {
  const match = /^([kKMGTPE]?)(i?)(B|bytes?|bits?)$/.exec(text) ?? /^([kmgtpe]?)(i?)(b|bytes?)$/.exec(text)
  if (match === null) return undefined
  const [, prefix = '', binary, name = ''] = match
  const power = PREFIXES.toLowerCase().indexOf(prefix.toLowerCase()) + 1
  const scale = prefix === '' ? 1 : (binary === '' ? 1000 : 1024) ** power
  return name.startsWith('bit') ? scale / 8 : scale
}

/** A pure number may carry any word; a word must be the one asked for, whatever its number. */
function sameWord(text: string, base: string): boolean {
  if (base === '') return /^[A-Za-z][A-Za-z -]{2,}$/.test(text) && scaleOf(text.split(/\s/)[0] ?? '') === undefined
  const plain = (word: string) => word.toLowerCase().replace(/s$/, '')
  return plain(text) === plain(base)
}

function nameOf(unit: string): string {
  return unit === '' ? 'a pure number' : `a number of ${unit}`
}

function own(table: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

function problem(what: string): Quantity {
  return { kind: 'problem', what }
}
