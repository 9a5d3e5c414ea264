import { BLOCKED, MOVING_AVERAGE, RANDOM } from './baselines.ts'
import { cardScheduler } from './cards.ts'
import type { PolicyMaker } from './policy.ts'

/** The eight set-ups of FSRS that the headline is held against: the best of them in each world. Chosen on development seeds for their strength. */
export const FSRS_EIGHT: readonly PolicyMaker[] = [
  cardScheduler({ cards: 0, retention: 0.8, pace: 'steady', informed: false }),
  cardScheduler({ cards: 0, retention: 0.9, pace: 'steady', informed: false }),
  cardScheduler({ cards: 1, retention: 0.8, pace: 'steady', informed: false }),
  cardScheduler({ cards: 1, retention: 0.9, pace: 'steady', informed: false }),
  cardScheduler({ cards: 2, retention: 0.9, pace: 'steady', informed: false }),
  cardScheduler({ cards: 3, retention: 0.9, pace: 'steady', informed: false }),
  cardScheduler({ cards: 1, retention: 0.8, pace: 'due-first', informed: false }),
  cardScheduler({ cards: 3, retention: 0.9, pace: 'due-first', informed: false }),
]

/** Beside the headline: FSRS given what our planner is given. */
export const FSRS_INFORMED: readonly PolicyMaker[] = ([0, 2] as const).flatMap((cards) =>
  [0.8, 0.9].map((retention) => cardScheduler({ cards, retention, pace: 'due-first', informed: true })),
)

export const PLAIN: readonly PolicyMaker[] = [BLOCKED, RANDOM, MOVING_AVERAGE]
