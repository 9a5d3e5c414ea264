import { type Cell, isClose, keyOf, sameCell } from './cell.ts'

export type Row = readonly Cell[]

/**
 * Pairs equal rows of two bags, as many as can be paired at once. Returns for each actual row the index of its expected
 * row, or -1. Closeness is not transitive, so with a tolerance this is a matching in a graph: exact twins first, then
 * augmenting paths (Kuhn), looking only at neighbours in the order of one column.
 */
export function matchRows(expected: readonly Row[], actual: readonly Row[], tolerances: readonly number[]): readonly number[] {
  const partner = new Array<number>(actual.length).fill(-1)
  /** The same by expected row. */
  const holds = new Array<number>(expected.length).fill(-1)
  const groups = new Map<string, { expected: number[]; actual: number[] }>()
  const group = (row: Row) => {
    const key = groupKey(row, tolerances)
    const known = groups.get(key)
    if (known !== undefined) return known
    const made = { expected: [], actual: [] }
    groups.set(key, made)
    return made
  }
  expected.forEach((row, index) => group(row).expected.push(index))
  actual.forEach((row, index) => group(row).actual.push(index))
  for (const members of groups.values()) matchGroup(members)
  return partner

  function matchGroup(members: { readonly expected: readonly number[]; readonly actual: readonly number[] }): void {
    const twins = new Map<string, number[]>()
    for (const candidate of members.actual) {
      const key = rowKey(actual[candidate] ?? [])
      const known = twins.get(key)
      if (known === undefined) twins.set(key, [candidate])
      else known.push(candidate)
    }
    const alone: number[] = []
    for (const index of members.expected) {
      const twin = twins.get(rowKey(expected[index] ?? []))?.pop()
      if (twin === undefined) alone.push(index)
      else join(index, twin)
    }
    if (alone.length === 0 || tolerances.every((tolerance) => tolerance === 0)) return
    const near = neighbours(members.actual, expected, actual, tolerances)
    for (const index of alone) augment(index, near)
  }

  /** Breadth first, so that a long chain of close rows can not overflow the stack. */
  function augment(start: number, near: (index: number) => readonly number[]): void {
    const cameFrom = new Map<number, number>()
    const queue = [start]
    for (let at = 0; at < queue.length; at++) {
      const from = queue[at] as number
      for (const candidate of near(from)) {
        if (cameFrom.has(candidate)) continue
        cameFrom.set(candidate, from)
        const taken = partner[candidate] ?? -1
        if (taken !== -1) queue.push(taken)
        else return flip(candidate, cameFrom)
      }
    }
  }

  /** Gives each row on the path its new partner, from the free end back to the row that had none. */
  function flip(free: number, cameFrom: ReadonlyMap<number, number>): void {
    let candidate = free
    while (candidate !== -1) {
      const index = cameFrom.get(candidate) as number
      const old = holds[index] as number
      join(index, candidate)
      candidate = old
    }
  }

  function join(index: number, candidate: number): void {
    partner[candidate] = index
    holds[index] = candidate
  }
}

/** Rows can only be equal within one group: all that no tolerance touches. */
function groupKey(row: Row, tolerances: readonly number[]): string {
  return JSON.stringify(row.map((cell, column) => (isTolerant(cell, tolerances[column] ?? 0) ? cell.kind : keyOf(cell))))
}

function isTolerant(cell: Cell, tolerance: number): boolean {
  return tolerance > 0 && (cell.kind === 'list' || (cell.kind === 'number' && Number.isFinite(cell.value)))
}

function rowKey(row: Row): string {
  return JSON.stringify(row.map(keyOf))
}

export function sameRow(a: Row, b: Row, tolerances: readonly number[]): boolean {
  return a.every((cell, column) => sameCell(cell, b[column] ?? { kind: 'null' }, tolerances[column] ?? 0))
}

/** The actual rows that equal an expected row; sorted by the column that tells most rows apart, so that few are looked at. */
function neighbours(
  members: readonly number[],
  expected: readonly Row[],
  actual: readonly Row[],
  tolerances: readonly number[],
): (index: number) => readonly number[] {
  const pivot = pivotOf(members, actual, tolerances)
  const same = (index: number, candidate: number) => sameRow(expected[index] ?? [], actual[candidate] ?? [], tolerances)
  if (pivot === undefined) return (index) => members.filter((candidate) => same(index, candidate))
  const at = (row: Row | undefined) => valueOf(row?.[pivot]) ?? 0
  const sorted = [...members].sort((a, b) => at(actual[a]) - at(actual[b]))
  const tolerance = tolerances[pivot] ?? 0
  return (index) => {
    const value = at(expected[index])
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(actual[sorted[middle] ?? 0]) < value) low = middle + 1
      else high = middle
    }
    const isNear = (place: number) => place >= 0 && place < sorted.length && near(value, at(actual[sorted[place] ?? 0]), tolerance)
    let first = low
    while (isNear(first - 1)) first--
    let last = low
    while (isNear(last)) last++
    return sorted.slice(first, last).filter((candidate) => same(index, candidate))
  }
}

function near(a: number, b: number, tolerance: number): boolean {
  return a === b || isClose(a, b, tolerance)
}

/** Undefined when no tolerant column holds plain numbers, or a tolerance is so wide that order says nothing. */
function pivotOf(members: readonly number[], rows: readonly Row[], tolerances: readonly number[]): number | undefined {
  let best: number | undefined
  let most = 0
  tolerances.forEach((tolerance, column) => {
    if (tolerance === 0 || tolerance >= 1) return
    const values = members.map((index) => valueOf(rows[index]?.[column]))
    if (values.includes(undefined)) return
    const distinct = new Set(values).size
    if (distinct > most) {
      most = distinct
      best = column
    }
  })
  return best
}

function valueOf(cell: Cell | undefined): number | undefined {
  return cell?.kind === 'number' && Number.isFinite(cell.value) ? cell.value : undefined
}
