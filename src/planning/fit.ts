/** Candidates of one pattern: the first is to do nothing and uses nothing. */
export interface Columns {
  /** Readiness gained at the date, by candidate; 0 for the first. */
  readonly gains: Float64Array
  /** What candidate c uses stands from `from[c]` to `from[c + 1]` in `rows` and `amounts`. */
  readonly from: Int32Array
  /** What is used: a day, or a day's room for lessons. */
  readonly rows: Int32Array
  readonly amounts: Float64Array
}

export interface Fit {
  /** Chosen candidate of each pattern. */
  readonly chosen: Int32Array
  /** What is left of each row. */
  readonly left: Float64Array
  /** No choice that keeps to the capacities gains more: by weak duality of the prices. */
  readonly bound: number
}

const ROUNDS = 60
const POLISH = 4
const EPSILON = 1e-9

/**
 * Chooses one candidate for each pattern so that no row is used beyond its capacity and the gain is large: a multiple-choice
 * knapsack with many rows. Prices for the rows are found by subgradient steps (Held and Karp 1971); then each pattern takes
 * the candidate that pays most at these prices and fits; then single exchanges, while they gain.
 */
export function fit(columns: readonly Columns[], capacity: Float64Array): Fit {
  const { prices, bound } = price(columns, capacity)
  const left = Float64Array.from(capacity)
  const chosen = new Int32Array(columns.length)
  const order = columns
    .map((each, pattern) => ({ pattern, density: bestAt(each, prices).density }))
    .sort((a, b) => b.density - a.density || a.pattern - b.pattern)
    .map(({ pattern }) => pattern)
  for (let round = 0; round <= POLISH; round++) {
    let changed = false
    // At full prices first, then ever cheaper: what nobody else wants costs nothing.
    const discount = round === 0 ? 1 : 1 - round / POLISH
    for (const pattern of order) {
      const each = columns[pattern] as Columns
      const before = chosen[pattern] as number
      use(each, before, left, 1)
      const after = bestFitting(each, prices, discount, left, before)
      use(each, after, left, -1)
      chosen[pattern] = after
      changed ||= after !== before
    }
    if (!changed && round > 0) break
  }
  return { chosen, left, bound }
}

function price(columns: readonly Columns[], capacity: Float64Array): { readonly prices: Float64Array; readonly bound: number } {
  const prices = new Float64Array(capacity.length)
  const best = { prices: Float64Array.from(prices), bound: Number.POSITIVE_INFINITY }
  const load = new Float64Array(capacity.length)
  let step = 1
  for (let round = 0; round < ROUNDS; round++) {
    load.fill(0)
    let bound = 0
    for (const each of columns) {
      const { column, value } = bestAt(each, prices)
      bound += value
      use(each, column, load, 1)
    }
    for (let row = 0; row < capacity.length; row++) bound += (prices[row] as number) * (capacity[row] as number)
    if (bound < best.bound - EPSILON) {
      best.bound = bound
      best.prices.set(prices)
    } else step *= 0.85
    let norm = 0
    for (let row = 0; row < capacity.length; row++) {
      const over = (load[row] as number) - (capacity[row] as number)
      if (over > 0 || (prices[row] as number) > 0) norm += over * over
    }
    if (norm === 0) break
    const size = (step * 0.1 * bound) / norm
    for (let row = 0; row < capacity.length; row++) {
      prices[row] = Math.max(0, (prices[row] as number) + size * ((load[row] as number) - (capacity[row] as number)))
    }
  }
  return best
}

function bestAt(each: Columns, prices: Float64Array): { readonly column: number; readonly value: number; readonly density: number } {
  let [column, value, density] = [0, 0, 0]
  for (let c = 1; c < each.gains.length; c++) {
    let cost = 0
    let amount = 0
    for (let at = each.from[c] as number; at < (each.from[c + 1] as number); at++) {
      cost += (prices[each.rows[at] as number] as number) * (each.amounts[at] as number)
      amount += each.amounts[at] as number
    }
    const worth = (each.gains[c] as number) - cost
    if (worth > value) [column, value, density] = [c, worth, worth / amount]
  }
  return { column, value, density }
}

/** The candidate that fits and pays most; the present one unless another is really better. */
function bestFitting(each: Columns, prices: Float64Array, discount: number, left: Float64Array, present: number): number {
  let [best, value] = [present, worthOf(each, present, prices, discount) + EPSILON]
  for (let c = 0; c < each.gains.length; c++) {
    if ((each.gains[c] as number) <= value) continue
    const worth = worthOf(each, c, prices, discount)
    if (worth > value && fits(each, c, left)) [best, value] = [c, worth]
  }
  return best
}

function worthOf(each: Columns, column: number, prices: Float64Array, discount: number): number {
  let worth = each.gains[column] as number
  for (let at = each.from[column] as number; at < (each.from[column + 1] as number); at++) {
    worth -= discount * (prices[each.rows[at] as number] as number) * (each.amounts[at] as number)
  }
  return worth
}

function fits(each: Columns, column: number, left: Float64Array): boolean {
  for (let at = each.from[column] as number; at < (each.from[column + 1] as number); at++) {
    if ((each.amounts[at] as number) > (left[each.rows[at] as number] as number) + EPSILON) return false
  }
  return true
}

function use(each: Columns, column: number, rows: Float64Array, sign: 1 | -1): void {
  for (let at = each.from[column] as number; at < (each.from[column + 1] as number); at++) {
    const row = each.rows[at] as number
    rows[row] = (rows[row] as number) + sign * (each.amounts[at] as number)
  }
}
