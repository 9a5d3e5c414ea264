import type { Item } from './item.ts'
import type { Pattern } from './pattern.ts'
import type { Topic } from './topic.ts'

/** All content, loaded and typed. */
export interface Library {
  /** By `order`. */
  readonly topics: readonly Topic[]
  /** By id. */
  readonly patterns: ReadonlyMap<string, Pattern>
  /** By slug, in the order of topics and of their lists. */
  readonly items: ReadonlyMap<string, Item>
  /** Absolute path of the content folder: figures are served from it. */
  readonly root: string
}
