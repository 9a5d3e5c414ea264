/** What each candidate uses; many patterns share one. The first candidate is to do nothing and uses nothing. */
export interface Layout {
  /** What candidate c uses stands from `from[c]` to `from[c + 1]` in `rows` and `amounts`. */
  readonly from: Int32Array
  /** What is used: a day, or a day's room for lessons; for one candidate each row at most once. */
  readonly rows: Int32Array
  readonly amounts: Float64Array
}

/** Candidates of one pattern. */
export interface Columns {
  readonly layout: Layout
  /** Readiness gained at the date, by candidate; 0 for the first. */
  readonly gains: Float64Array
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
/** First step, as a share of the bound; each step that does not lower the bound makes the next ones smaller. */
const PACE = 0.1
const SLOWER = 0.85
const EPSILON = 1e-9

/**
 * Chooses one candidate for each pattern so that no row is used beyond its capacity and the gain is large: a multiple-choice
 * knapsack with many rows. Prices for the rows are found by subgradient steps (Held and Karp 1971); then each pattern takes
 * the candidate that pays most at these prices and fits; then single exchanges at ever lower prices, while they gain.
 */
export function fit(columns: readonly Columns[], capacity: Float64Array): Fit {
  const { costs, bound } = price(columns, capacity)
  const left = Float64Array.from(capacity)
  const chosen = new Int32Array(columns.length)
  const costsOf = (each: Columns) => costs.get(each.layout) as Float64Array
  const order = columns
    .map((each, pattern) => {
      const column = bestAt(each.gains, costsOf(each))
      const worth = (each.gains[column] as number) - (costsOf(each)[column] as number)
      return { pattern, density: column === 0 ? 0 : worth / amountOf(each.layout, column) }
    })
    .sort((a, b) => b.density - a.density || a.pattern - b.pattern)
    .map(({ pattern }) => pattern)
  for (let round = 0; round <= POLISH; round++) {
    let changed = false
    // At full prices first, then ever cheaper: what nobody else wants costs nothing.
    const discount = 1 - round / POLISH
    for (const pattern of order) {
      const each = columns[pattern] as Columns
      const before = chosen[pattern] as number
      use(each.layout, before, left, 1)
      const after = bestFitting(each, costsOf(each), discount, left, before)
      use(each.layout, after, left, -1)
      chosen[pattern] = after
      changed ||= after !== before
    }
    if (!changed && round > 0) break
  }
  return { chosen, left, bound }
}

/** By layout: what each candidate costs at the prices found. */
interface Priced {
  readonly costs: ReadonlyMap<Layout, Float64Array>
  readonly bound: number
}

function price(columns: readonly Columns[], capacity: Float64Array): Priced {
  const layouts = [...new Set(columns.map(({ layout }) => layout))]
  const costs = new Map(layouts.map((layout) => [layout, new Float64Array(layout.from.length - 1)]))
  const prices = new Float64Array(capacity.length)
  const best = { prices: Float64Array.from(prices), bound: Number.POSITIVE_INFINITY }
  const load = new Float64Array(capacity.length)
  let step = 1
  for (let round = 0; round < ROUNDS; round++) {
    for (const [layout, cost] of costs) setCosts(layout, prices, cost)
    load.fill(0)
    let bound = dot(prices, capacity)
    for (const { gains, layout } of columns) {
      const cost = costs.get(layout) as Float64Array
      const column = bestAt(gains, cost)
      bound += (gains[column] as number) - (cost[column] as number)
      use(layout, column, load, 1)
    }
    if (bound < best.bound - EPSILON) {
      best.bound = bound
      best.prices.set(prices)
    } else step *= SLOWER
    let norm = 0
    for (let row = 0; row < capacity.length; row++) {
      const over = (load[row] as number) - (capacity[row] as number)
      if (over > 0 || (prices[row] as number) > 0) norm += over * over
    }
    if (norm === 0) break
    const size = (step * PACE * bound) / norm
    for (let row = 0; row < capacity.length; row++) {
      prices[row] = Math.max(0, (prices[row] as number) + size * ((load[row] as number) - (capacity[row] as number)))
    }
  }
  for (const [layout, cost] of costs) setCosts(layout, best.prices, cost)
  return { costs, bound: best.bound }
}

function setCosts({ from, rows, amounts }: Layout, prices: Float64Array, costs: Float64Array): void {
  let at = 0
  for (let column = 0; column < costs.length; column++) {
    let cost = 0
    const end = from[column + 1] as number
    for (; at < end; at++) cost += (prices[rows[at] as number] as number) * (amounts[at] as number)
    costs[column] = cost
  }
}

function bestAt(gains: Float64Array, costs: Float64Array): number {
  let best = 0
  let most = 0
  for (let column = 1; column < gains.length; column++) {
    const worth = (gains[column] as number) - (costs[column] as number)
    if (worth > most) {
      most = worth
      best = column
    }
  }
  return best
}

/** The candidate that fits and pays most; the present one unless another is really better. */
function bestFitting({ gains, layout }: Columns, costs: Float64Array, discount: number, left: Float64Array, present: number): number {
  let best = present
  let most = (gains[present] as number) - discount * (costs[present] as number) + EPSILON
  for (let column = 0; column < gains.length; column++) {
    const worth = (gains[column] as number) - discount * (costs[column] as number)
    if (worth > most && fits(layout, column, left)) {
      most = worth
      best = column
    }
  }
  return best
}

function fits({ from, rows, amounts }: Layout, column: number, left: Float64Array): boolean {
  for (let at = from[column] as number; at < (from[column + 1] as number); at++) {
    if ((amounts[at] as number) > (left[rows[at] as number] as number) + EPSILON) return false
  }
  return true
}

function use({ from, rows, amounts }: Layout, column: number, used: Float64Array, sign: 1 | -1): void {
  for (let at = from[column] as number; at < (from[column + 1] as number); at++) {
    const row = rows[at] as number
    used[row] = (used[row] as number) + sign * (amounts[at] as number)
  }
}

function amountOf({ from, amounts }: Layout, column: number): number {
  let sum = 0
  for (let at = from[column] as number; at < (from[column + 1] as number); at++) sum += amounts[at] as number
  return sum
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number)
  return sum
}
