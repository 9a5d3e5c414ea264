import { readVariants } from '../content/variants.ts'
import type { Library } from '../domain/library.ts'
import type { Variants } from '../domain/variants.ts'
import type { Origins } from '../derive/derive.ts'

/** What items are derived from, the records beside the exercises read once each, when they are first asked for. */
export function openOrigins(library: Library): Origins {
  const read = new Map<string, Variants | undefined>()
  return {
    library,
    variantsOf: (exercise) => {
      if (!read.has(exercise.slug)) read.set(exercise.slug, readVariants(exercise))
      return read.get(exercise.slug)
    },
  }
}
