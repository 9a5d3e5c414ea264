import { UserError } from '../domain/user-error.ts'
import { LONGEST_SOURCE } from '../gym/attempt.ts'

/** The answer, unless it is too long to be one. Throws UserError. */
export function requireShort(source: string, where: string): string {
  if (source.length <= LONGEST_SOURCE) return source
  const [is, most] = [source.length, LONGEST_SOURCE].map((count) => count.toLocaleString('en'))
  throw new UserError(`The answer is ${is} characters long; at most ${most} are taken.`, {
    where,
    fix: 'Keep the answer only; data belongs in a loop or a generator.',
  })
}
