const double = new Float64Array(1)
const words = new Int32Array(double.buffer)

double[0] = 1
/** Which of the two holds sign and exponent depends on the machine's byte order. */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0
const LOW = 1 - HIGH

/** Sign, exponent and the upper 20 bits of the fraction. */
export function highWord(value: number): number {
  double[0] = value
  return words[HIGH] as number
}

export function lowWord(value: number): number {
  double[0] = value
  return words[LOW] as number
}

export function fromWords(high: number, low: number): number {
  words[HIGH] = high
  words[LOW] = low
  return double[0] as number
}
