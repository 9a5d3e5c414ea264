import type { Draw, Estimation } from '../domain/estimation.ts'
import type { EstimateEvent, LogEvent } from '../domain/event.ts'
import { drawOf } from '../grading/draw.ts'
import { assess } from '../grading/estimation.ts'
import { getEstimation } from './find.ts'
import { foretell } from './foretelling.ts'
import type { Gym } from './gym.ts'
import { saidIn } from './said.ts'

/** A drill as it is met: each time with other numbers. */
export interface Met {
  readonly drill: Estimation
  /** Counts from 0; goes back with the answer. */
  readonly meeting: number
  readonly draw: Draw
  /** What was answered before, newest first. */
  readonly before: readonly EstimateEvent[]
}

/** The drill with the numbers of the meeting that comes next: they stay until it is answered. */
export async function meetEstimation(gym: Gym, learner: string, slug: string): Promise<Met> {
  const drill = getEstimation(gym, slug)
  const before = (await gym.store.history(learner, slug)).filter(isEstimate).toReversed()
  return { drill, meeting: before.length, draw: drawOf(drill.numbers, before.length), before }
}

/** Holds what was typed against the truth, and logs it. Throws UserError for a number that is not understood, or when nothing was said. */
export async function recordEstimate(
  gym: Gym,
  {
    learner,
    item,
    meeting,
    typed,
    activeMs,
    zone,
  }: {
    readonly learner: string
    readonly item: string
    readonly meeting: number
    /** For each answer; empty where nothing is said. */
    readonly typed: readonly string[]
    readonly activeMs: number
    readonly zone: string
  },
): Promise<{ readonly drill: Estimation; readonly draw: Draw; readonly event: EstimateEvent }> {
  const drill = getEstimation(gym, item)
  const said = saidIn(drill, typed)
  const draw = drawOf(drill.numbers, meeting)
  const { answers, score, passed } = assess(drill, draw, said)
  const purpose = await foretell(gym, learner, { ...drill, item, itemHash: drill.hash, options: undefined })
  const event = await gym.store.append<EstimateEvent>({
    type: 'estimate',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone,
    item,
    itemHash: drill.hash,
    drawn: draw,
    answers,
    score,
    passed,
    activeMs,
    patterns: drill.patterns,
    minutes: drill.minutes,
    purpose,
  })
  return { drill, draw, event }
}

function isEstimate(event: LogEvent): event is EstimateEvent {
  return event.type === 'estimate'
}
