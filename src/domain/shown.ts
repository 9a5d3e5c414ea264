/** A value as a person sees it: bounded in size, already text. Comes from untrusted code, so it is data to display and nothing else. */
export type Shown = ShownText | ShownArray | ShownTable

export interface ShownText {
  readonly kind: 'text'
  /** Type's name, e.g. `list`. */
  readonly type: string
  readonly text: string
  readonly truncated: boolean
}

/** An array or tensor; `cells` are the leading rows and columns of a two-dimensional view. */
export interface ShownArray {
  readonly kind: 'array'
  /** `ndarray` or `Tensor`. */
  readonly type: string
  readonly dtype: string
  readonly shape: readonly number[]
  readonly cells: readonly (readonly string[])[]
  /** The values themselves when this is a one-dimensional number array of 16 to 2000 elements: a curve. */
  readonly curve: readonly (number | null)[] | undefined
  readonly truncated: boolean
}

/** A data frame, series or query result. */
export interface ShownTable {
  readonly kind: 'table'
  readonly type: string
  readonly columns: readonly { readonly name: string; readonly dtype: string }[]
  /** Row labels; of a query result empty, or row numbers where it does not start at the first row. */
  readonly index: readonly string[]
  /** `null` is SQL's NULL or a missing value. */
  readonly rows: readonly (readonly (string | null)[])[]
  readonly rowCount: number
  readonly truncated: boolean
}

/** What was expected and what was got, side by side. */
export interface Difference {
  readonly expected: Shown
  readonly actual: Shown
  /** `[row, column]` of the cells of `actual` (or, where `actual` has none, `expected`) that differ. */
  readonly cells: readonly (readonly [number, number])[]
}
