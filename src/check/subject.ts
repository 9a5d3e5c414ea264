import type { Item } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import type { MarkdownFile } from '../content/pages.ts'

/** One item under check. */
export interface Subject {
  readonly item: Item
  /** How messages name its folder. */
  readonly name: string
}

/** What the rules about text look at: pages, and the content that they point into. */
export interface Shelf {
  readonly library: Library
  readonly pages: readonly MarkdownFile[]
}
