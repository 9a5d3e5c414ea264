import type { DerivedEntry, DerivedItem } from '../domain/derived.ts'
import type { Exercise, Item } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import { UserError } from '../domain/user-error.ts'
import type { Variants } from '../domain/variants.ts'
import { readDerivedId } from './derived-id.ts'
import { fixEntries, fixItem, plantable } from './fix.ts'
import { askable, predictEntries, predictItem } from './predict.ts'
import { recogniseEntry, recogniseItem } from './recognise.ts'

/** What items are derived from. */
export interface Origins {
  readonly library: Library
  /** What `onsite check` recorded of an exercise; undefined where nothing is. */
  readonly variantsOf: (exercise: Exercise) => Variants | undefined
}

/** The derived items of one item as a list shows them; cheap enough for a whole library. Recorded ones only while the exercise is what it was. */
export function derivedEntries(item: Item, { library, variantsOf }: Origins): readonly DerivedEntry[] {
  const recognise = recogniseEntry(item, library)
  const own = recognise === undefined ? [] : [recognise]
  if (item.kind !== 'exercise') return own
  const variants = current(item, variantsOf(item))
  return variants === undefined ? own : [...fixEntries(item, variants), ...predictEntries(item, variants), ...own]
}

/** Every derived item of one item; the seed decides the order of options. */
export function derivedFrom(item: Item, origins: Origins, seed: number): readonly DerivedItem[] {
  return derivedEntries(item, origins).map(({ id }) => getDerived(id, origins, seed))
}

/** The derived item of that id. Throws UserError where what it was made of is gone or has changed. */
export function getDerived(id: string, { library, variantsOf }: Origins, seed: number): DerivedItem {
  const read = readDerivedId(id)
  if (read === undefined)
    throw new UserError(`"${id}" is not the id of a derived item.`, { where: id, fix: '`onsite items --derived` lists every one.' })
  const { context, form, hash } = read
  const item = library.items.get(context)
  if (item === undefined) {
    throw new UserError(`This was made of "${context}", which is no longer part of the content.`, {
      where: id,
      fix: 'Take another: `onsite items --derived` lists every one.',
    })
  }
  const found = form === 'recognise' ? recogniseItem(item, library, seed) : recorded(item, form, hash, variantsOf, seed)
  if (found !== undefined && found.slug === id) return found
  throw new UserError(`"${item.title}" has changed since this was made of it.`, {
    where: id,
    fix: `Take ${context} itself, or another that is made of it: \`onsite items --derived\` lists every one.`,
  })
}

function recorded(
  item: Item,
  form: 'fix' | 'predict',
  hash: string | undefined,
  variantsOf: Origins['variantsOf'],
  seed: number,
): DerivedItem | undefined {
  const variants = item.kind === 'exercise' ? current(item, variantsOf(item)) : undefined
  if (item.kind !== 'exercise' || variants === undefined) return undefined
  if (form === 'fix') {
    const mutant = plantable(variants).find(({ id }) => id === hash)
    return mutant === undefined ? undefined : fixItem(item, mutant)
  }
  const prediction = askable(variants).find(({ id }) => id === hash)
  return prediction === undefined ? undefined : predictItem(item, prediction, seed)
}

/** A record of other files says nothing about these. */
function current(exercise: Exercise, variants: Variants | undefined): Variants | undefined {
  return variants?.hash === exercise.hash ? variants : undefined
}
