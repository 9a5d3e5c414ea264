/** One reusable idea inside a topic. */
export interface Pattern {
  /** `<topic>/<pattern>`, e.g. `tensors/stable-softmax`. */
  readonly id: string
  readonly topic: string
  readonly title: string
  /** Ids of the patterns that are easily mistaken for this one. */
  readonly confusable: readonly string[]
  /** Markdown: when to think of it. */
  readonly cue: string
  /** Markdown: the idea itself. */
  readonly idea: string
  /** Markdown: how it goes wrong. */
  readonly trap: string
  /** Markdown: a worked example, or undefined. */
  readonly example: string | undefined
}
