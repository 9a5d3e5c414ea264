import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AttemptEvent, ReportEvent } from '../domain/event.ts'
import type { Job } from '../domain/job.ts'
import { UserError } from '../domain/user-error.ts'
import { jobOf } from '../runner/request.ts'
import { getExercise } from './find.ts'
import type { Gym } from './gym.ts'

/** Everything that replays one verdict: the job, the content of its files, and what was judged then. */
export interface Bundle {
  readonly format: 'onsite-verdict-1'
  readonly comment: string
  readonly judge: AttemptEvent['judge']
  readonly item: { readonly slug: string; readonly hash: string; readonly hashNow: string }
  readonly verdict: { readonly verdict: string; readonly message: string; readonly checks: AttemptEvent['checks'] }
  readonly job: Job
  /** Content by SHA-256. */
  readonly blobs: Readonly<Record<string, string>>
}

/** 'This verdict looks wrong': saves a bundle under the learner's home that `onsite replay` judges again, and logs the report. */
export async function reportVerdict(
  gym: Gym,
  {
    learner,
    attempt: id,
    comment,
    zone,
  }: { readonly learner: string; readonly attempt: string; readonly comment: string; readonly zone: string },
): Promise<{ readonly file: string; readonly bundle: Bundle }> {
  const attempt = await getAttempt(gym, learner, id)
  const exercise = getExercise(gym, attempt.item)
  const job = jobOf(
    exercise,
    attempt.source,
    { kind: 'grade', checks: attempt.mode === 'submit' ? 'all' : 'visible', seed: attempt.seed },
    gym.runner.blobs,
  )
  const bundle: Bundle = {
    format: 'onsite-verdict-1',
    comment,
    judge: attempt.judge,
    item: { slug: exercise.slug, hash: attempt.itemHash, hashNow: exercise.hash },
    verdict: { verdict: attempt.verdict, message: attempt.message, checks: attempt.checks },
    job,
    blobs: Object.fromEntries(Object.values(job.files).map((hash) => [hash, gym.runner.blobs.get(hash)])),
  }
  const folder = join(gym.home, 'reports')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${exercise.slug}-${id}.json`)
  await writeFile(file, `${JSON.stringify(bundle, null, 2)}\n`)
  await gym.store.append<ReportEvent>({
    type: 'report',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone,
    item: exercise.slug,
    itemHash: exercise.hash,
    attempt: id,
    comment,
  })
  return { file, bundle }
}

/** An attempt of this learner. Throws UserError when there is none. */
export async function getAttempt(gym: Gym, learner: string, id: string): Promise<AttemptEvent> {
  const attempt = await gym.store.attempt(learner, id)
  if (attempt === undefined)
    throw new UserError('There is no such attempt.', { where: id, fix: 'Open the item again: its list shows every attempt.' })
  return attempt
}
