import type { Case } from '../domain/case.ts'
import type { AskEvent, AttemptEvent, DesignRecord, KeptReport } from '../domain/event.ts'
import type { JobEvent, JobResult } from '../domain/job.ts'
import type { Report } from '../domain/report.ts'
import type { Level } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import { assemble } from '../design/assemble.ts'
import { readDrawing, withLines } from '../design/drawing.ts'
import { designJob, runsJob } from '../runner/simulation/request.ts'
import { ENGINE_VERSION } from '../simulation/simulate.ts'
import { outcomeOf } from './attempt.ts'
import { difficultyAt } from './difficulty.ts'
import { getDesign } from './find.ts'
import { foretell } from './foretelling.ts'
import type { Gym } from './gym.ts'
import { shownIn } from './hint.ts'
import { findTarget } from './target.ts'

/** The longest drawing that is taken, characters: many times the longest that a canvas has room for. */
const LONGEST_DRAWING = 100_000
/** Problems of a drawing that one message tells. */
const MOST_TOLD = 3

/** A graded drawing. */
export type GradedAttempt = AttemptEvent & { readonly design: DesignRecord }

/** What a learner has done with a case so far. */
export interface DesignState {
  /** Places of the questions that were asked, ascending. */
  readonly asked: readonly number[]
  /** Newest first. */
  readonly attempts: readonly GradedAttempt[]
  /** The reference may be seen: there was a pass at *standard* or higher, or it was asked for. */
  readonly isOpen: boolean
  /** It was asked for. */
  readonly wasShown: boolean
}

export async function designStateOf(gym: Gym, learner: string, slug: string): Promise<DesignState> {
  const history = await gym.store.history(learner, slug)
  const shown = shownIn(history)
  const attempts = history.filter((event): event is GradedAttempt => event.type === 'attempt' && event.design !== undefined).toReversed()
  return {
    asked: [...new Set(history.flatMap((event) => (event.type === 'ask' ? [event.ask] : [])))].sort((a, b) => a - b),
    attempts,
    isOpen: shown.passed || shown.reference,
    wasShown: shown.reference,
  }
}

/** The level at which a case is opened: that of the last attempt, else the target's. */
export async function levelFor(gym: Gym, learner: string, { attempts }: DesignState): Promise<Level> {
  return attempts[0]?.design.level ?? findTarget((await gym.mind(learner)).recollection)?.level ?? 'standard'
}

/** Remembers that a question of the case was asked; returns all that were. Throws UserError for one that there is not. */
export async function recordAsk(
  gym: Gym,
  { learner, slug, ask, zone }: { readonly learner: string; readonly slug: string; readonly ask: number; readonly zone: string },
): Promise<readonly number[]> {
  const { asks, hash } = getDesign(gym, slug)
  if (ask >= asks.length)
    throw new UserError(`There is no question number ${ask}.`, { where: slug, fix: `The case has ${asks.length}, from 0.` })
  const { asked } = await designStateOf(gym, learner, slug)
  if (asked.includes(ask)) return asked
  const at = new Date(gym.now()).toISOString()
  await gym.store.append<AskEvent>({ type: 'ask', learner, at, zone, item: slug, itemHash: hash, ask })
  return [...asked, ask].sort((a, b) => a - b)
}

export interface Drawn {
  readonly learner: string
  readonly slug: string
  readonly level: Level
  /** The drawing. */
  readonly text: string
  readonly predictions: readonly (number | null)[]
  readonly firstToBreak: string | null
  /** IANA zone. */
  readonly zone: string
  readonly activeMs: number
}

/** Throws UserError where a submission cannot be judged: the drawing is not valid, or the predictions are not those of the case. */
export function requireDrawn(gym: Gym, { slug, text, predictions }: Pick<Drawn, 'slug' | 'text' | 'predictions'>): Case {
  const item = getDesign(gym, slug)
  if (predictions.length !== item.estimates.length) {
    throw new UserError(`${predictions.length} predictions for ${item.estimates.length} that are asked.`, {
      where: slug,
      fix: 'Give each a number or null, in order.',
    })
  }
  if (text.length > LONGEST_DRAWING) {
    throw new UserError(
      `The drawing is ${text.length.toLocaleString('en')} characters long; at most ${LONGEST_DRAWING.toLocaleString('en')} are taken.`,
      {
        where: slug,
        fix: 'Leave out what the case does not need.',
      },
    )
  }
  const { drawing, problems, lines } = readDrawing(text)
  const all = drawing === undefined ? problems : withLines(assemble(item, drawing).problems, lines)
  const [first, ...others] = all
  if (first === undefined) return item
  const told = others.slice(0, MOST_TOLD - 1).map(({ line, cause }) => `line ${line}: ${cause}`)
  const rest = others.length >= MOST_TOLD ? `; and ${others.length + 1 - MOST_TOLD} more` : ''
  throw new UserError(`${[`Line ${first.line}: ${first.cause}`, ...told].join('; ')}${rest}.`, {
    where: `${slug}, ${first.where || 'the drawing'}`,
    fix: first.remedy,
  })
}

/** Judges a drawing by simulation and writes the attempt to the log. Resolves once that is durable. */
export async function gradeDrawing(
  gym: Gym,
  drawn: Drawn,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<{ readonly item: Case; readonly result: JobResult; readonly event: AttemptEvent | undefined }> {
  const { learner, level, text, predictions, firstToBreak } = drawn
  const item = requireDrawn(gym, drawn)
  const seed = gym.drawSeed()
  const job = designJob(item, { text, level, seed, predictions, firstToBreak }, gym.runner.blobs)
  const { asked, wasShown } = await designStateOf(gym, learner, item.slug)
  const difficulty = difficultyAt(item.difficulty, level)
  const [result, purpose] = await Promise.all([
    gym.runner.execute(job, onEvent, signal, learner),
    // Said while the simulation is at work, so it costs no time: nobody knows the verdict yet.
    foretell(gym, learner, { ...item, item: item.slug, itemHash: item.hash, difficulty, options: undefined }),
  ])
  // What never ran says nothing about the learner.
  if (result.verdict === 'not-run') return { item, result, event: undefined }
  const { report } = result
  const event = await gym.store.append<AttemptEvent>({
    type: 'attempt',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone: drawn.zone,
    item: item.slug,
    itemHash: item.hash,
    mode: 'submit',
    form: 'design',
    runtime: 'simulation',
    source: text,
    seed,
    hintsShown: 0,
    referenceShown: wasShown,
    patterns: item.patterns,
    minutes: item.minutes,
    purpose,
    activeMs: drawn.activeMs,
    ...outcomeOf(result),
    judge: gym.judge,
    ...(report === undefined
      ? {}
      : {
          design: {
            level,
            asked,
            predictions: report.predictions,
            firstToBreak,
            cost: report.cost.dollars,
            par: report.cost.par,
            bottleneck: report.bottleneck?.component,
          },
          report: withoutRuns(report),
        }),
  })
  return { item, result, event }
}

/** Whether a report of the same drawing would come out the same today. */
export function isOutdated({ hash }: Case, attempt: AttemptEvent): boolean {
  return attempt.itemHash !== hash || attempt.report?.engine !== ENGINE_VERSION
}

/** Simulates the runs of an attempt once more, for its pictures. Throws UserError where they would not be those of then. */
export async function runsOf(gym: Gym, attempt: AttemptEvent, signal: AbortSignal): Promise<Report['runs']> {
  const item = getDesign(gym, attempt.item)
  const level = attempt.design?.level
  if (level === undefined || isOutdated(item, attempt)) {
    const message =
      level === undefined ? 'Nothing was simulated there.' : 'The case or the simulation is another by now, so its runs would be others.'
    throw new UserError(message, { where: attempt.id, fix: 'Send the drawing again: its text is kept.' })
  }
  const job = runsJob(item, { text: attempt.source, level, seed: attempt.seed }, gym.runner.blobs)
  const { runs, message } = await gym.runner.execute(job, () => {}, signal, attempt.learner)
  if (runs === undefined) throw new UserError(message || 'The runs could not be simulated.', { where: attempt.id, fix: 'Try again.' })
  return runs
}

function withoutRuns(report: Report): KeptReport {
  return Object.fromEntries(Object.entries(report).filter(([key]) => key !== 'runs')) as unknown as KeptReport
}
