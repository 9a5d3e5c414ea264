import { log } from './logarithm.ts'
import { fromWords } from './words.ts'

const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10

/** e to the x from basic arithmetic alone, by fdlibm's e_exp.c; 0 where the result would be below the normal numbers. */
export function exp(x: number): number {
  if (x !== x) return x
  if (x > 709.78) return Number.POSITIVE_INFINITY
  if (x < -708) return 0
  const k = Math.floor(Math.LOG2E * x + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  // 2 to the 1024 is no number, though y times it may be one.
  return k > 1023 ? y * 2 * fromWords((k - 1 + 1023) << 20, 0) : y * fromWords((k + 1023) << 20, 0)
}

/** A positive base to any power. */
export function power(base: number, exponent: number): number {
  return exponent === 0 ? 1 : exp(exponent * log(base))
}
