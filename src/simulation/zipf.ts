import { exp } from './exponential.ts'
import { log } from './logarithm.ts'
import type { Stream } from './stream.ts'

/** Up to so many keys a table is worth its making. */
const TABLE = 2 ** 18

/** Keys below TABLE take so many bits. */
const BITS = 18
const KEY = TABLE - 1

/**
 * A column gives its own key for draws of 2^32 below a number. The tables are large and read at random, so what nearly every draw needs is packed into one word:
 * that number's upper bits and, below them, the key that the column gives else.
 */
interface Table {
  readonly packed: Uint32Array
  readonly exact: Uint32Array
}

/** Of the last few that were needed: a design is run many times with the same keys. */
const tables = new Map<string, Table>()

/**
 * Keys 0, 1, 2 ... of which the one of rank r is drawn in proportion to r^-s; `s` of 0 is uniform. From a table of aliases (Walker 1977; Vose 1991), and where
 * that would be large by rejection-inversion (Hörmann and Derflinger, ACM TOMACS 6(3), 1996), so as many keys as one likes.
 */
export class Zipf {
  private readonly table: Table | undefined
  private readonly first: number
  private readonly last: number
  private readonly squeeze: number
  private readonly keys: number
  private readonly s: number

  constructor(keys: number, s: number) {
    this.keys = keys
    this.s = s
    this.table = s > 0 && keys <= TABLE ? tableOf(keys, s) : undefined
    this.first = this.integral(1.5) - 1
    this.last = this.integral(keys + 0.5)
    this.squeeze = 2 - this.inverse(this.integral(2.5) - exp(-s * log(2)))
  }

  draw(stream: Stream): number {
    const { table } = this
    if (table !== undefined) {
      const column = stream.below(this.keys)
      const bits = stream.bits() >>> 0
      const word = table.packed[column] as number
      const [upper, own] = [bits >>> BITS, word >>> BITS]
      return upper < own || (upper === own && bits < (table.exact[column] as number)) ? column : word & KEY
    }
    if (this.s === 0) return stream.below(this.keys)
    for (;;) {
      const u = this.last + stream.uniform() * (this.first - this.last)
      const x = this.inverse(u)
      const rank = Math.min(this.keys, Math.max(1, Math.floor(x + 0.5)))
      if (rank - x <= this.squeeze || u >= this.integral(rank + 0.5) - exp(-this.s * log(rank))) return rank - 1
    }
  }

  /** Of x^-s, up to a constant: (x^(1-s) - 1) / (1-s), and log x at s = 1. */
  private integral(x: number): number {
    const logX = log(x)
    const t = (1 - this.s) * logX
    return (Math.abs(t) > 1e-8 ? (exp(t) - 1) / t : 1 + t / 2) * logX
  }

  private inverse(y: number): number {
    const t = Math.max(-1, y * (1 - this.s))
    return exp((Math.abs(t) > 1e-8 ? log(1 + t) / t : 1 - t / 2) * y)
  }
}

function tableOf(keys: number, s: number): Table {
  const name = `${keys} ${s}`
  const known = tables.get(name)
  if (known !== undefined) return known
  const shares = new Float64Array(keys)
  let sum = 0
  for (let key = 0; key < keys; key++) {
    shares[key] = exp(-s * log(key + 1))
    sum += shares[key] as number
  }
  const own = new Float64Array(keys)
  const other = new Int32Array(keys)
  // Shares fall with the key: those above the mean stand before those below it.
  let large = 0
  let small = keys - 1
  for (let key = 0; key < keys; key++) shares[key] = ((shares[key] as number) * keys) / sum
  while (large < small) {
    const share = shares[small] as number
    own[small] = share
    other[small] = large
    shares[large] = (shares[large] as number) - (1 - share)
    small--
    // The one that gave stands with those below the mean as soon as it is one.
    while (large < small && (shares[large] as number) < 1) {
      own[large] = shares[large] as number
      other[large] = large + 1
      shares[large + 1] = (shares[large + 1] as number) - (1 - (shares[large] as number))
      large++
    }
  }
  own[large] = 1
  other[large] = large
  if (tables.size === 8) tables.delete(tables.keys().next().value as string)
  const table = laidOut(own, other)
  tables.set(name, table)
  return table
}

/** A draw b gives a column its own key when (b + 0.5) / 2^32 is below its share: when b is below the whole number here. */
function laidOut(own: Float64Array, other: Int32Array): Table {
  const table = { packed: new Uint32Array(own.length), exact: new Uint32Array(own.length) }
  for (const [column, share] of own.entries()) {
    const draws = Math.max(0, Math.ceil(share * 2 ** 32 - 0.5))
    // A number that is too large for a word: either way gives its own key.
    const isWhole = draws >= 2 ** 32
    const exact = isWhole ? 0 : draws
    const key = isWhole ? column : (other[column] as number)
    table.exact[column] = exact
    table.packed[column] = ((exact >>> BITS) << BITS) | key
  }
  return table
}
