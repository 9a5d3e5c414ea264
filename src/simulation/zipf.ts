import { exp } from './exponential.ts'
import { log } from './logarithm.ts'
import type { Stream } from './stream.ts'

/**
 * Keys 0, 1, 2 ... of which the one of rank r is drawn in proportion to r^-s, by rejection-inversion: no table, so as many keys as
 * one likes (Hörmann and Derflinger, ACM TOMACS 6(3), 1996). `s` of 0 is uniform.
 */
export class Zipf {
  private readonly first: number
  private readonly last: number
  private readonly squeeze: number
  private readonly keys: number
  private readonly s: number

  constructor(keys: number, s: number) {
    this.keys = keys
    this.s = s
    this.first = this.integral(1.5) - 1
    this.last = this.integral(keys + 0.5)
    this.squeeze = 2 - this.inverse(this.integral(2.5) - exp(-s * log(2)))
  }

  draw(stream: Stream): number {
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
