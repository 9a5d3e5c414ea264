import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Case } from '../domain/case.ts'
import type { AttemptEvent, ReportEvent } from '../domain/event.ts'
import type { Exercise } from '../domain/item.ts'
import type { Job } from '../domain/job.ts'
import { UserError } from '../domain/user-error.ts'
import { jobOf } from '../runner/request.ts'
import { designJob } from '../runner/simulation/request.ts'
import { getDesign, getExercise } from './find.ts'
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
  const { item, job } = jobAgain(gym, attempt)
  const bundle: Bundle = {
    format: 'onsite-verdict-1',
    comment,
    judge: attempt.judge,
    item: { slug: item.slug, hash: attempt.itemHash, hashNow: item.hash },
    verdict: { verdict: attempt.verdict, message: attempt.message, checks: attempt.checks },
    job,
    blobs: Object.fromEntries(Object.values(job.files).map((hash) => [hash, gym.runner.blobs.get(hash)])),
  }
  const folder = join(gym.home, 'reports')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${item.slug}-${id}.json`)
  await writeFile(file, `${JSON.stringify(bundle, null, 2)}\n`)
  await gym.store.append<ReportEvent>({
    type: 'report',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone,
    item: item.slug,
    itemHash: item.hash,
    attempt: id,
    comment,
  })
  return { file, bundle }
}

/** The job that judged an attempt, made once more. */
function jobAgain(
  gym: Gym,
  { item: slug, source, mode, seed, design }: AttemptEvent,
): { readonly item: Exercise | Case; readonly job: Job } {
  const { blobs } = gym.runner
  if (design === undefined) {
    const item = getExercise(gym, slug)
    return { item, job: jobOf(item, source, { kind: 'grade', checks: mode === 'submit' ? 'all' : 'visible', seed }, blobs) }
  }
  const item = getDesign(gym, slug)
  const said = new Map(design.predictions.map((each) => [each.ask, each.said]))
  const predictions = item.estimates.map(({ ask }) => {
    const one = said.get(ask)
    return typeof one === 'number' ? one : null
  })
  const { level, firstToBreak } = design
  return { item, job: designJob(item, { text: source, level, seed, predictions, firstToBreak }, blobs) }
}

/** An attempt of this learner. Throws UserError when there is none. */
export async function getAttempt(gym: Gym, learner: string, id: string): Promise<AttemptEvent> {
  const attempt = await gym.store.attempt(learner, id)
  if (attempt === undefined)
    throw new UserError('There is no such attempt.', { where: id, fix: 'Open the item again: its list shows every attempt.' })
  return attempt
}
