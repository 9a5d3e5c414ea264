import type { Estimation } from '../domain/estimation.ts'
import { UserError } from '../domain/user-error.ts'
import { parseQuantity } from '../grading/quantity.ts'

/** The longest that anybody types for a number, characters. */
const LONGEST_NUMBER = 200

/** The numbers that somebody typed for a drill, in its units; null for an empty text. Throws UserError for one that is not understood, or when nothing was said. */
export function saidIn({ slug, answers }: Pick<Estimation, 'slug' | 'answers'>, typed: readonly string[]): readonly (number | null)[] {
  if (typed.length !== answers.length) {
    throw new UserError(`${typed.length} numbers for ${answers.length} that are asked.`, {
      where: slug,
      fix: 'Give one for each, in order; an empty one says nothing.',
    })
  }
  const said = answers.map((asked, place) => saidFor(asked, typed[place] ?? ''))
  if (said.every((one) => one === null)) {
    throw new UserError('Nothing was estimated.', { where: slug, fix: 'Say at least one number: a factor of two is near enough.' })
  }
  return said
}

/** One of them. */
export function saidFor({ ask, unit }: Estimation['answers'][number], typed: string): number | null {
  const text = typed.trim()
  if (text === '') return null
  const quantity = text.length > LONGEST_NUMBER ? undefined : parseQuantity(text, unit)
  if (quantity?.kind === 'quantity') return quantity.value
  throw new UserError(quantity?.what ?? 'That is too long for a number.', { where: ask, fix: 'Write a number such as 20k or 3.6e12.' })
}
