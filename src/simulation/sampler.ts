import type { Distribution } from '../domain/distribution.ts'
import { exp, power } from './exponential.ts'
import { log } from './logarithm.ts'
import type { Stream } from './stream.ts'

const KINDS: readonly Distribution['kind'][] = [
  'constant',
  'exponential',
  'uniform',
  'lognormal',
  'erlang',
  'hyperexponential',
  'pareto',
  'empirical',
]

/** Draws from one distribution. One class for all, so that the engine's inner loop sees one shape. */
export class Sampler {
  readonly mean: number
  /** The value, where it is always the same. */
  readonly constant: number | undefined
  private readonly kind: number
  private readonly a: number
  private readonly b: number
  private readonly c: number
  private readonly values: Float64Array

  constructor(distribution: Distribution) {
    this.kind = KINDS.indexOf(distribution.kind)
    this.mean = meanOf(distribution)
    this.constant = distribution.kind === 'constant' ? distribution.mean : undefined
    const [a, b, c] = coefficients(distribution)
    this.a = a
    this.b = b
    this.c = c
    this.values = Float64Array.from(distribution.kind === 'empirical' ? distribution.values : [])
  }

  draw(stream: Stream): number {
    switch (this.kind) {
      case 0:
        return this.a
      case 1:
        return this.a * stream.exponential()
      case 2:
        return this.a + this.b * stream.uniform()
      case 3:
        return exp(this.a + this.b * stream.normal())
      case 4: {
        let sum = 0
        for (let stage = 0; stage < this.b; stage++) sum += stream.exponential()
        return this.a * sum
      }
      case 5:
        return (stream.uniform() < this.a ? this.b : this.c) * stream.exponential()
      case 6:
        return this.a * power(stream.uniform(), this.b)
      default:
        return this.values[stream.below(this.values.length)] as number
    }
  }
}

export function meanOf(distribution: Distribution): number {
  if (distribution.kind === 'uniform') return (distribution.low + distribution.high) / 2
  if (distribution.kind === 'empirical') return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length
  return distribution.mean
}

function coefficients(distribution: Distribution): readonly [number, number, number] {
  switch (distribution.kind) {
    case 'constant':
    case 'exponential':
      return [distribution.mean, 0, 0]
    case 'uniform':
      return [distribution.low, distribution.high - distribution.low, 0]
    case 'lognormal': {
      const variance = log(1 + distribution.cv2)
      return [log(distribution.mean) - variance / 2, Math.sqrt(variance), 0]
    }
    case 'erlang':
      return [distribution.mean / distribution.stages, distribution.stages, 0]
    case 'hyperexponential': {
      const share = (1 + Math.sqrt((distribution.cv2 - 1) / (distribution.cv2 + 1))) / 2
      return [share, distribution.mean / (2 * share), distribution.mean / (2 * (1 - share))]
    }
    case 'pareto':
      return [(distribution.mean * (distribution.shape - 1)) / distribution.shape, -1 / distribution.shape, 0]
    case 'empirical':
      return [0, 0, 0]
  }
}
