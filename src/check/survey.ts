import { basename } from 'node:path'
import { loadItem } from '../content/item.ts'
import { loadLibrary, nameIn } from '../content/library.ts'
import { pagesBelow, pagesOf } from '../content/pages.ts'
import { inReadingOrder, type Problem } from '../content/problem.ts'
import type { Library } from '../domain/library.ts'
import { checkDrawings, checkLabs } from './drawings.ts'
import { checkFigures } from './figures.ts'
import { checkLinks } from './links.ts'
import { checkOrderLists } from './order-lists.ts'
import { checkConfusable, checkItemPatterns } from './references.ts'
import { checkRecognisable } from './recognisable.ts'
import { checkRendering } from './rendering.ts'
import { checkRubricStrength } from './rubric-strength.ts'
import { checkRubricSum } from './rubric-sum.ts'
import { checkStructure } from './structure.ts'
import type { Subject } from './subject.ts'
import { isWithin, type Targets } from './targets.ts'
import { checkUnfinished } from './unfinished.ts'
import { checkVariants } from './variants.ts'

/** What was found without running anything. */
export interface Survey {
  readonly library: Library
  /** Items under check that could be read. */
  readonly subjects: readonly Subject[]
  readonly problems: readonly Problem[]
}

/** Applies every rule that needs nothing run. An item outside the tree has no tree to point into: its patterns and links are not looked up. */
export async function survey(root: string, targets: Targets): Promise<Survey> {
  const { library, problems: loading } = loadLibrary(root)
  const whole = pagesOf(root)
  const pages = whole.filter(({ name }) => isWithin(name, targets))
  const inside = [...library.items.values()]
    .map((item) => ({ item, name: nameIn(root, item.folder) }))
    .filter(({ name }) => isWithin(name, targets))
  const tree = [
    ...loading,
    ...checkOrderLists(library),
    ...checkConfusable(library),
    ...checkFigures({ library, pages: whole }),
    ...checkLinks({ library, pages }),
    ...checkStructure({ library, pages }),
    ...(await checkRendering({ library, pages })),
    ...inside.flatMap((subject) => [
      ...checkItemPatterns(subject, library),
      ...checkRecognisable(subject, library),
      ...checkLabs(subject, library),
    ]),
    ...checkUnfinished(root, basename(root)),
  ].filter(({ where }) => isWithin(where, targets))

  const elsewhere = targets.outside.map((path) => ({ path, ...loadItem(path) }))
  const outside = elsewhere.flatMap(({ item }) => (item === undefined ? [] : [{ item, name: item.slug }]))
  const strangers = outside.flatMap(({ item, name }) => pagesBelow(item.folder, { topic: item.topic, name }))
  const alone = [
    ...elsewhere.flatMap(({ problems }) => problems),
    ...elsewhere.flatMap(({ path }) => checkUnfinished(path, basename(path))),
    ...checkStructure({ library, pages: strangers }),
    ...(await checkRendering({ library, pages: strangers })),
  ]
  const subjects = [...(targets.within?.length === 0 ? [] : inside), ...outside]
  const each = subjects.flatMap((subject) => [
    ...checkVariants(subject),
    ...checkRubricSum(subject),
    ...checkRubricStrength(subject),
    ...checkDrawings(subject),
  ])
  return { library, subjects, problems: inReadingOrder([...tree, ...alone, ...each]) }
}
