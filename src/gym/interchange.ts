import { createHash } from 'node:crypto'
import type { ReviewEvent } from '../domain/event.ts'
import { UserError } from '../domain/user-error.ts'
import { ankiDeck } from '../interchange/deck.ts'
import { readReviews } from '../interchange/read.ts'
import type { MatchedReview, Reviews } from '../interchange/review.ts'
import { forecastSolve } from '../memory/forecast.ts'
import { FORMAT } from '../store/line.ts'
import type { Gym } from './gym.ts'
import { weightsFor } from './readiness.ts'
import { findTarget } from './target.ts'

/** What an import brought; a second import of the same file adds nothing. */
export interface Brought extends Pick<Reviews, 'from' | 'unmatched'> {
  readonly added: number
  readonly known: number
}

/** Adds another program's review log, all of it or nothing. Throws UserError with place, cause and remedy. */
export async function importReviews(gym: Gym, learner: string, bytes: Uint8Array, name: string): Promise<Brought> {
  const { from, reviews, unmatched } = readReviews(bytes, {
    name,
    patterns: gym.library.patterns.values(),
    now: gym.now(),
    scratch: gym.home,
  })
  const lines = reviews.map((review) => JSON.stringify({ event: eventOf(review, from, gym.zone()) }))
  const header = JSON.stringify({ format: FORMAT, at: new Date(gym.now()).toISOString(), drafts: 0, events: lines.length })
  const counts = await gym.store.importLines(learner, streamOf([header, ...lines]))
  return { from, unmatched, ...counts }
}

/** Patterns that were met and slip away, as an Anki package, those first that weigh most in the target interview. Throws UserError when there are none. */
export async function dueDeck(gym: Gym, learner: string): Promise<Uint8Array> {
  const { memory, today, recollection } = await gym.mind(learner)
  const loss = ({ pattern, weight }: { readonly pattern: string; readonly weight: number }) =>
    weight * (1 - forecastSolve(memory, pattern, today))
  const due = weightsFor(gym, findTarget(recollection))
    .filter(({ pattern }) => memory.patterns.has(pattern))
    .toSorted((a, b) => loss(b) - loss(a))
  const patterns = due.flatMap(({ pattern }) => gym.library.patterns.get(pattern) ?? [])
  if (patterns.length === 0) {
    throw new UserError('No pattern was met yet, so none is due.', { where: 'the deck', fix: 'Do an exercise or the diagnostic first.' })
  }
  return ankiDeck(patterns, { now: gym.now(), scratch: gym.home })
}

function eventOf({ at, rating, pattern }: MatchedReview, from: Reviews['from'], zone: string): Omit<ReviewEvent, 'learner'> {
  const told = { type: 'review', at: new Date(at).toISOString(), zone, pattern, rating, from } as const
  return { id: uuidOf(`${from} ${at} ${pattern} ${rating}`), ...told }
}

/** The same review gets the same id, so that it is known again (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function* streamOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
