import type { Curriculum, CurriculumItem } from '../domain/curriculum.ts'
import type { DerivedEntry } from '../domain/derived.ts'
import type { Item } from '../domain/item.ts'
import { derivedEntries, type Origins } from '../derive/derive.ts'

/** Every pattern in learning order with what there is to practise it: items of the content and those derived from them. */
export function curriculumOf(origins: Origins): Curriculum {
  const { library } = origins
  const byPattern = new Map<string, CurriculumItem[]>()
  for (const item of library.items.values()) {
    for (const { patterns, ...entry } of [ownEntry(item), ...derivedEntries(item, origins).map(derivedEntry)]) {
      for (const pattern of patterns) byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), entry])
    }
  }
  return library.topics
    .flatMap(({ patterns }) => patterns)
    .flatMap((id) => {
      const pattern = library.patterns.get(id)
      if (pattern === undefined) return []
      const { topic, title, confusable } = pattern
      return [{ id, topic, title, confusable, items: byPattern.get(id) ?? [] }]
    })
}

type Entry = CurriculumItem & { readonly patterns: readonly string[] }

function ownEntry({ slug, kind, form, minutes, patterns }: Item): Entry {
  // What is estimated or drawn is carried out, and judged, as an exercise is.
  return { id: slug, context: slug, form, activity: kind === 'question' ? 'question' : 'exercise', minutes, patterns }
}

function derivedEntry({ id, context, form, minutes, patterns }: DerivedEntry): Entry {
  return { id, context, form, activity: form === 'recognise' ? 'drill' : 'exercise', minutes, patterns }
}
