/** An estimate within this factor of the truth is as good as the truth. */
const FULL = 2
/** From this factor on it is worth nothing. */
const NOTHING = 8

/**
 * What a number that was estimated is worth, from 0 to 1 in hundredths: 1 within a factor of 2 of the truth, half at 4, nothing from 8 on,
 * in a straight line over the logarithm between. Too high and too low weigh the same. A wrong sign is worth nothing; so is any other
 * number where the truth is 0, and whatever is not a finite number.
 */
export function scoreOf(said: number, truth: number): number {
  if (!Number.isFinite(said) || !Number.isFinite(truth)) return 0
  if (said === truth) return 1
  if (said === 0 || truth === 0 || said > 0 !== truth > 0) return 0
  // Logarithms are subtracted: a quotient of two finite numbers may overflow. Hundredths hide the last bits, in which engines differ.
  const off = Math.abs(Math.log(Math.abs(said)) - Math.log(Math.abs(truth)))
  const score = (Math.log(NOTHING) - off) / (Math.log(NOTHING) - Math.log(FULL))
  return Math.round(100 * Math.min(1, Math.max(0, score))) / 100
}
