import { exp } from './exponential.ts'
import { log } from './logarithm.ts'

/** Right edge of the lowest layer and area of each of 256 layers (Marsaglia and Tsang, The Ziggurat Method, 2000). */
const EDGE = 7.69711747013105
const AREA = 3.949659822581557e-3
const SCALE = 2 ** 24

const accept = new Int32Array(256)
const width = new Float64Array(256)
const height = new Float64Array(256)

function fillLayers(): void {
  let [x, previous] = [EDGE, EDGE]
  const q = AREA / exp(-x)
  accept[0] = (x / q) * SCALE
  accept[1] = 0
  width[0] = q / SCALE
  width[255] = x / SCALE
  height[0] = 1
  height[255] = exp(-x)
  for (let layer = 254; layer >= 1; layer--) {
    x = -log(AREA / x + exp(-x))
    accept[layer + 1] = (x / previous) * SCALE
    previous = x
    height[layer] = exp(-x)
    width[layer] = x / SCALE
  }
}
fillLayers()

/** FNV-1a, so that each purpose has numbers of its own. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}

/**
 * Random numbers for one purpose (sfc32, Chris Doty-Humphrey, PractRand). Two designs under one seed meet the same arrivals,
 * keys and services, because each purpose draws from its own stream: differences between designs are then not noise.
 */
export class Stream {
  private readonly state = new Int32Array(4)
  private spare = Number.NaN

  constructor(seed: number, purpose: string) {
    this.state[0] = seed | 0
    this.state[1] = Math.floor(seed / 2 ** 32) | 0
    this.state[2] = hash(purpose)
    this.state[3] = 1
    for (let round = 0; round < 20; round++) this.bits()
  }

  /** 32 bits, signed. */
  bits(): number {
    const state = this.state
    const b = state[1] as number
    const c = state[2] as number
    const d = state[3] as number
    const t = ((state[0] as number) + b + d) | 0
    state[3] = d + 1
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + t
    return t
  }

  /** Above 0 and below 1, 32 bits. */
  uniform(): number {
    return ((this.bits() >>> 0) + 0.5) / 4294967296
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.uniform() * limit)
  }

  /** Exponential with mean 1. */
  exponential(): number {
    for (;;) {
      const bits = this.bits()
      const layer = bits & 255
      const value = bits >>> 8
      const x = (value + 0.5) * (width[layer] as number)
      if (value < (accept[layer] as number)) return x
      if (layer === 0) return EDGE - log(this.uniform())
      const [upper, lower] = [height[layer - 1] as number, height[layer] as number]
      if (lower + this.uniform() * (upper - lower) < exp(-x)) return x
    }
  }

  /** Normal with mean 0 and deviation 1, by Marsaglia's polar method. */
  normal(): number {
    if (this.spare === this.spare) {
      const value = this.spare
      this.spare = Number.NaN
      return value
    }
    for (;;) {
      const u = 2 * this.uniform() - 1
      const v = 2 * this.uniform() - 1
      const s = u * u + v * v
      if (s < 1 && s > 0) {
        const factor = Math.sqrt((-2 * log(s)) / s)
        this.spare = v * factor
        return u * factor
      }
    }
  }
}
