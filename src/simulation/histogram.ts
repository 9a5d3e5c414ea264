import { fromWords, highWord } from './words.ts'

/** 64 buckets to the octave from 2^-30 to 2^34: a nanosecond to centuries, each within 0.8 % of its middle. */
const FIRST = (1023 - 30) << 6
const BUCKETS = 64 << 6
/** Counts are kept for as many buckets more whenever a value lies beyond them: a run has thousands of histograms, and most span few octaves. */
const STRIDE = 4 << 6

const NOTHING = new Uint32Array(0)

/** Counts of positive values; zero and less fall into the lowest bucket. */
export class Histogram {
  count = 0
  sum = 0
  largest = 0
  private buckets = NOTHING
  /** The bucket that is counted first. */
  private first = 0

  add(value: number): void {
    this.addTo(bucketOf(value), value)
  }

  /** Of a value that goes into several histograms the bucket is found once. */
  addTo(bucket: number, value: number): void {
    this.count++
    this.sum += value
    if (value > this.largest) this.largest = value
    let at = bucket - this.first
    if (at < 0 || at >= this.buckets.length) {
      this.widen(bucket)
      at = bucket - this.first
    }
    this.buckets[at] = (this.buckets[at] as number) + 1
  }

  /** The value below which this share of all lies, between the edges of its bucket in proportion; NaN without any. */
  quantile(share: number): number {
    if (this.count === 0) return Number.NaN
    const rank = share * this.count
    let below = 0
    const { buckets, first } = this
    for (let at = 0; at < buckets.length; at++) {
      const here = buckets[at] as number
      if (here > 0 && below + here >= rank) {
        const [low, high] = [edge(first + at), edge(first + at + 1)]
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
    const { buckets, first } = this
    for (let at = buckets.length - 1; at >= 0 && edge(first + at + 1) > limit; at--) {
      const [low, high] = [edge(first + at), edge(first + at + 1)]
      over += (buckets[at] as number) * (low >= limit ? 1 : (high - limit) / (high - low))
    }
    return over / this.count
  }

  mean(): number {
    return this.sum / this.count
  }

  private widen(bucket: number): void {
    const { buckets, first } = this
    const begin = bucket - (bucket % STRIDE)
    const low = buckets.length === 0 ? begin : Math.min(first, begin)
    const wider = new Uint32Array(Math.max(first + buckets.length, begin + STRIDE) - low)
    if (buckets.length > 0) wider.set(buckets, first - low)
    this.buckets = wider
    this.first = low
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
