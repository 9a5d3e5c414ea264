import { NONE } from './tasks.ts'

/** What a task must give back, or where it goes on, when it fails: a token, a flight of a cache, an alternative. */
export const TOKEN = 0
export const FLIGHT = 1
export const TRY = 2

/** Stacks of them as lists in arrays. */
export class Frames {
  private kinds = new Int32Array(256)
  private values = new Int32Array(256)
  private amounts = new Float64Array(256)
  private below = new Int32Array(256)
  private free = NONE
  private used = 0

  /** The new top. */
  push(top: number, kind: number, value: number, amount: number): number {
    let at = this.free
    if (at !== NONE) this.free = this.below[at] as number
    else {
      if (this.used === this.kinds.length) {
        this.kinds = doubled(this.kinds)
        this.values = doubled(this.values)
        this.amounts = doubled(this.amounts)
        this.below = doubled(this.below)
      }
      at = this.used++
    }
    this.kinds[at] = kind
    this.values[at] = value
    this.amounts[at] = amount
    this.below[at] = top
    return at
  }

  kind(top: number): number {
    return this.kinds[top] as number
  }

  value(top: number): number {
    return this.values[top] as number
  }

  amount(top: number): number {
    return this.amounts[top] as number
  }

  /** What lies below. */
  pop(top: number): number {
    const rest = this.below[top] as number
    this.below[top] = this.free
    this.free = top
    return rest
  }
}

function doubled<T extends Int32Array | Float64Array>(values: T): T {
  const larger = new (values.constructor as new (length: number) => T)(values.length * 2)
  larger.set(values)
  return larger
}
