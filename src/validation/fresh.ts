import { type Comparison, compare, REPLICATIONS } from './compare.ts'
import { FORMS } from './forms.ts'

/** All exact checks of a report together are wrong once in so many reports: 1 - 0.99. */
const FAMILY = 0.99

const EXACT = FORMS.filter(({ form }) => form.within === undefined).flatMap(({ form }) => form.checks).length

/** Of each check, so that all hold together (Šidák, JASA 62, 1967). */
const CONFIDENCE = FAMILY ** (1 / EXACT)

/** A report on seeds that nobody registered, form by form. */
export function* compareAnew(seed: number, replications = REPLICATIONS): Generator<readonly Comparison[], void> {
  for (const [at, registered] of FORMS.entries()) yield compare({ ...registered, seed: seed + 1000 * at }, CONFIDENCE, replications)
}
