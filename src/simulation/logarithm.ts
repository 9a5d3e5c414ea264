import { highWord, lowWord, fromWords } from './words.ts'

const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10

/**
 * Natural logarithm of a positive, finite number from basic arithmetic alone: engines differ in `Math.log`, and a run must not.
 * The method and constants are fdlibm's e_log.c (Sun Microsystems, 1993); its error is below one unit in the last place.
 */
export function log(x: number): number {
  let shift = 0
  let value = x
  if (value < 2.2250738585072014e-308) {
    if (value <= 0) return value === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
    value *= 18014398509481984
    shift = -54
  }
  if (!(value < Number.POSITIVE_INFINITY)) return value
  const high = highWord(value)
  let fraction = high & 0xfffff
  const carry = (fraction + 0x95f64) & 0x100000
  fraction |= carry ^ 0x3ff00000
  const k = shift + (high >> 20) - 1023 + (carry >> 20)
  const f = fromWords(fraction, lowWord(value)) - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const odd = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f)
}
