import type { Problem } from '../content/problem.ts'
import { checkFigures } from './figures.ts'
import { checkLinks } from './links.ts'
import { checkOrderLists } from './order-lists.ts'
import { checkConfusable } from './references.ts'
import { checkRubricStrength } from './rubric-strength.ts'
import { checkRubricSum } from './rubric-sum.ts'
import type { Shelf, Subject } from './subject.ts'
import { checkVariants } from './variants.ts'

/** Every rule about a whole content tree that needs nothing run. */
export function checkTree(shelf: Shelf): readonly Problem[] {
  return [...checkOrderLists(shelf.library), ...checkConfusable(shelf.library), ...checkLinks(shelf), ...checkFigures(shelf)]
}

/** Every rule about one item by itself that needs nothing run. */
export function checkItem(subject: Subject): readonly Problem[] {
  return [...checkVariants(subject), ...checkRubricSum(subject), ...checkRubricStrength(subject)]
}
