import type { Source } from './source.ts'

/** One of the subjects that interviews ask about; its guide is the body of `topic.md`. */
export interface Topic {
  /** The folder's name, e.g. `tensors`. */
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Place among the topics, ascending. */
  readonly order: number
  /** Pattern ids (`topic/pattern`), in learning order. */
  readonly patterns: readonly string[]
  /** Item slugs, in learning order. */
  readonly exercises: readonly string[]
  readonly labs: readonly string[]
  readonly questions: readonly string[]
  readonly designs: readonly string[]
  readonly sources: readonly Source[]
  /** Markdown of the guide. */
  readonly guide: string
}
