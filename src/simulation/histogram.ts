import { fromWords, highWord } from './words.ts'

/** 64 buckets to the octave from 2^-30 to 2^34: a nanosecond to centuries, each within 0.8 % of its middle. */
const FIRST = (1023 - 30) << 6
const BUCKETS = 64 << 6

/** Counts of positive values; zero and less fall into the lowest bucket. */
export class Histogram {
  count = 0
  sum = 0
  largest = 0
  private readonly buckets = new Uint32Array(BUCKETS)

  add(value: number): void {
    this.addTo(bucketOf(value), value)
  }

  /** Of a value that goes into several histograms the bucket is found once. */
  addTo(bucket: number, value: number): void {
    this.count++
    this.sum += value
    if (value > this.largest) this.largest = value
    this.buckets[bucket] = (this.buckets[bucket] as number) + 1
  }

  /** The value below which this share of all lies, between the edges of its bucket in proportion; NaN without any. */
  quantile(share: number): number {
    if (this.count === 0) return Number.NaN
    const rank = share * this.count
    let below = 0
    for (let at = 0; at < BUCKETS; at++) {
      const here = this.buckets[at] as number
      if (here > 0 && below + here >= rank) {
        const [low, high] = [edge(at), edge(at + 1)]
        return Math.min(this.largest, low + ((rank - below) / here) * (high - low))
      }
      below += here
    }
    return this.largest
  }

  /** Share of values above a limit. */
  above(limit: number): number {
    if (this.count === 0) return Number.NaN
    let over = 0
    for (let at = BUCKETS - 1; at >= 0 && edge(at + 1) > limit; at--) {
      const [low, high] = [edge(at), edge(at + 1)]
      over += (this.buckets[at] as number) * (low >= limit ? 1 : (high - limit) / (high - low))
    }
    return over / this.count
  }

  mean(): number {
    return this.sum / this.count
  }
}

export function bucketOf(value: number): number {
  if (value === 0) return 0
  const bucket = (highWord(value) >> 14) - FIRST
  return bucket < 0 ? 0 : bucket >= BUCKETS ? BUCKETS - 1 : bucket
}

function edge(bucket: number): number {
  return fromWords((FIRST + bucket) << 14, 0)
}
