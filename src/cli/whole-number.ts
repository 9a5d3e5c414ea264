import { UserError } from '../domain/user-error.ts'

/** Reads an option that is a whole number from `least` to `most`; undefined when it was not given. */
export function wholeNumber(given: string | undefined, option: string, { least = 0, most = 2 ** 31 - 1 } = {}): number | undefined {
  if (given === undefined) return undefined
  const value = Number(given)
  if (/^\d+$/.test(given) && value >= least && value <= most) return value
  throw new UserError(`${option} is "${given}".`, { where: option, fix: `Give a whole number from ${least} to ${most}.` })
}
