import type { Difficulty } from '../../domain/item.ts'
import type { ItemSummary } from '../../server/contract.ts'

export const KINDS = ['exercise', 'lab', 'question', 'drill', 'design'] as const
export const PROGRESSES = ['solved', 'tried', 'untouched'] as const
/** As in domain/item.ts, whose values the client does not load. */
export const LEVELS: readonly Difficulty[] = ['warm-up', 'core', 'hard', 'expert']

/** What a list is narrowed to; a missing field does not narrow. It is the query of the page's address. */
export interface Filter {
  readonly topic?: string
  readonly kind?: (typeof KINDS)[number]
  readonly difficulty?: Difficulty
  readonly progress?: (typeof PROGRESSES)[number]
}

/** A filter from an address; what is unknown there does not narrow. */
export function parseFilter(query: Readonly<Record<string, unknown>>): Filter {
  const one = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((known) => known === value)
  const kind = one(KINDS, query.kind)
  const difficulty = one(LEVELS, query.difficulty)
  const progress = one(PROGRESSES, query.progress)
  return {
    ...(typeof query.topic === 'string' && query.topic !== '' ? { topic: query.topic } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(progress === undefined ? {} : { progress }),
  }
}

export function matchesFilter(item: ItemSummary, filter: Filter): boolean {
  return (
    (filter.topic === undefined || item.topic === filter.topic) &&
    (filter.kind === undefined || item.sort === filter.kind) &&
    (filter.difficulty === undefined || item.difficulty === filter.difficulty) &&
    (filter.progress === undefined || (item.progress ?? 'untouched') === filter.progress)
  )
}
