import type { AttemptEvent } from '../domain/event.ts'
import type { JobEvent, JobResult } from '../domain/job.ts'
import { UserError } from '../domain/user-error.ts'
import { jobOf } from '../runner/request.ts'
import { getExercise } from './find.ts'
import { foretell } from './foretelling.ts'
import type { Gym } from './gym.ts'
import { shownOf } from './hint.ts'

/** The longest source that is taken, characters: ten times the longest a person writes in an interview. */
export const LONGEST_SOURCE = 200_000

export interface AttemptRequest {
  readonly learner: string
  readonly slug: string
  readonly source: string
  /** *run* judges the visible checks, *submit* all of them. */
  readonly mode: 'run' | 'submit'
  /** IANA zone. */
  readonly zone: string
  readonly activeMs: number
}

/** Judges the source and writes the attempt to the log. Resolves once that is durable. */
export async function attempt(
  gym: Gym,
  request: AttemptRequest,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<{ readonly result: JobResult; readonly event: AttemptEvent | undefined }> {
  const exercise = getExercise(gym, request.slug)
  requireSource(request.source, request.slug)
  const seed = gym.drawSeed()
  const checks = request.mode === 'submit' ? 'all' : 'visible'
  const job = jobOf(exercise, request.source, { kind: 'grade', checks, seed }, gym.runner.blobs)
  const shown = await shownOf(gym, request.learner, exercise.slug)
  const asked = { ...exercise, item: exercise.slug, itemHash: exercise.hash, options: undefined }
  const [result, purpose] = await Promise.all([
    gym.runner.execute(job, onEvent, signal, request.learner),
    // Said while the judge is at work, so it costs no time: nobody knows the verdict yet.
    request.mode === 'submit' ? foretell(gym, request.learner, asked) : undefined,
  ])
  // What never ran says nothing about the learner.
  if (result.verdict === 'not-run') return { result, event: undefined }
  const event = await gym.store.append<AttemptEvent>({
    type: 'attempt',
    learner: request.learner,
    at: new Date(gym.now()).toISOString(),
    zone: request.zone,
    item: exercise.slug,
    itemHash: exercise.hash,
    mode: request.mode,
    form: exercise.form,
    runtime: exercise.runtime,
    source: request.source,
    seed,
    hintsShown: shown.hints,
    referenceShown: shown.reference,
    patterns: exercise.patterns,
    minutes: exercise.minutes,
    ...(purpose === undefined ? {} : { purpose }),
    activeMs: request.activeMs,
    ...outcomeOf(result),
    judge: gym.judge,
  })
  return { result, event }
}

/** What of a judge's result the log keeps. */
export function outcomeOf({ verdict, message, checks, cpuMs, wallMs, stdout, truncated }: JobResult) {
  return { verdict, message, checks, cpuMs, wallMs, stdout, truncated }
}

/** Runs the source and then the learner's own input in the same module; judges nothing and logs nothing. */
export function tryInput(
  gym: Gym,
  request: { readonly learner: string; readonly slug: string; readonly source: string; readonly input: string },
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<JobResult> {
  const exercise = getExercise(gym, request.slug)
  requireSource(request.source, request.slug)
  requireSource(request.input, request.slug)
  const job = jobOf(
    exercise,
    request.source,
    { kind: 'run', checks: 'visible', seed: gym.drawSeed(), input: request.input },
    gym.runner.blobs,
  )
  return gym.runner.execute(job, onEvent, signal, request.learner)
}

function requireSource(source: string, where: string): void {
  if (source.length <= LONGEST_SOURCE) return
  throw new UserError(
    `The code is ${source.length.toLocaleString('en')} characters long; at most ${LONGEST_SOURCE.toLocaleString('en')} are taken.`,
    {
      where,
      fix: 'Keep the answer only; data belongs in a loop or a generator.',
    },
  )
}
