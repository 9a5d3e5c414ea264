import type { Rating } from '../domain/evidence.ts'

/** One review that another program logged, and what its card is called there. */
export interface ForeignReview {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly rating: Rating
  /** Tags, deck, front: whichever of them names a pattern. The first that does decides. */
  readonly labels: readonly string[]
}

/** A review of one of our patterns. */
export interface MatchedReview {
  readonly at: number
  readonly rating: Rating
  /** `<topic>/<pattern>`. */
  readonly pattern: string
}

/** What a file brought. */
export interface Reviews {
  /** The program that it comes from. */
  readonly from: 'anki' | 'csv'
  /** Oldest first, each once. */
  readonly reviews: readonly MatchedReview[]
  /** Cards that name no pattern, by the label that says most, most reviews first. */
  readonly unmatched: readonly { readonly label: string; readonly count: number }[]
}
