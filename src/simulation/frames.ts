import { NONE } from './tasks.ts'

/** What a task must give back, or where it goes on, when it fails: a token, a flight of a cache, an alternative. */
export const TOKEN = 0
export const FLIGHT = 1
export const TRY = 2

/** Stacks of them as lists in arrays. */
export class Frames {
  private kinds = new Int32Array(256)
  private values = new Int32Array(256)
  private below = new Int32Array(256)
  private free = NONE
  private used = 0

  /** The new top. */
  push(top: number, kind: number, value: number): number {
    let at = this.free
    if (at !== NONE) this.free = this.below[at] as number
    else {
      if (this.used === this.kinds.length) {
        this.kinds = doubled(this.kinds)
        this.values = doubled(this.values)
        this.below = doubled(this.below)
      }
      at = this.used++
    }
    this.kinds[at] = kind
    this.values[at] = value
    this.below[at] = top
    return at
  }

  kind(top: number): number {
    return this.kinds[top] as number
  }

  value(top: number): number {
    return this.values[top] as number
  }

  /** What lies below. */
  pop(top: number): number {
    const rest = this.below[top] as number
    this.below[top] = this.free
    this.free = top
    return rest
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}
