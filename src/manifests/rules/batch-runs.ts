import { z } from 'zod'
import { readSchedule } from '../batch/schedule.ts'
import { type Batch, type BatchCase, SCENARIOS, simulateBatch } from '../batch/simulate.ts'
import type { Placed } from '../cluster.ts'
import { finding, type Finding } from '../finding.ts'
import type { CronJobSpec } from '../kubernetes-kinds.ts'
import { ruleOf } from '../rule.ts'
import type { KubernetesSubject } from './subject.ts'

const shape = {
  scenario: z.enum(SCENARIOS).default('usual'),
  days: z.int().min(1).max(7).default(3),
  slowFactor: z.number().min(1).default(1.7),
  /** Times a day at which a run is due. */
  aDay: z.int().optional(),
  /** Runs at a time. */
  atOnce: z.int().default(1),
  /** The longest time between two results, hours. */
  gapAtMost: z.number().optional(),
  /** Hours of pods that led to nothing, altogether. */
  wastedAtMost: z.number().optional(),
}

/** Runs the CronJob for some days in which something goes wrong, and holds what came of it against what may happen. */
export const batchRuns = ruleOf('batch-runs', shape, ({ cluster, setting }: KubernetesSubject, given) => {
  const [cronJob] = cluster.cronJobs
  if (cronJob === undefined) return [finding(undefined, 'There is no CronJob.', 'Write an object of `kind: CronJob`.')]
  const refused = refusalsOf(cronJob)
  if (refused.length > 0) return refused
  const schedule = readSchedule(cronJob.spec.schedule)
  if (typeof schedule === 'string')
    return [finding(cronJob.lineOf('schedule'), schedule, 'Write minute, hour, day of the month, month, day of the week.')]
  const { spec } = cronJob
  const job = spec.jobTemplate.spec
  const made: BatchCase = {
    schedule,
    concurrency: spec.concurrencyPolicy === 'Forbid' || spec.concurrencyPolicy === 'Replace' ? spec.concurrencyPolicy : 'Allow',
    startingDeadlineMinutes: minutesOf(spec.startingDeadlineSeconds),
    deadlineMinutes: minutesOf(job.activeDeadlineSeconds),
    podDeadlineMinutes: minutesOf(job.template.spec.activeDeadlineSeconds),
    backoffLimit: Math.max(0, job.backoffLimit ?? 6),
    scenario: given.scenario,
    runMinutes: setting.job?.minutes ?? 60,
    slowFactor: given.slowFactor,
    days: given.days,
  }
  const batch = simulateBatch(made)
  return { findings: found(cronJob, batch, given), told: sayBatch(batch) }
})

function minutesOf(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds / 60
}

/** What the API server refuses, and what keeps everything from running. */
function refusalsOf({ spec, lineOf }: Placed<CronJobSpec>): readonly Finding[] {
  const template = spec.jobTemplate.spec.template.spec
  const found: Finding[] = []
  if (template.restartPolicy !== 'Never' && template.restartPolicy !== 'OnFailure')
    found.push(
      finding(
        lineOf('jobTemplate', 'spec', 'template', 'spec', 'restartPolicy'),
        'The pods of a Job may not be restarted always, which is what is meant when nothing is said: the API server refuses it.',
        'Write `restartPolicy: Never`.',
      ),
    )
  if (spec.suspend === true) found.push(finding(lineOf('suspend'), 'The CronJob is suspended: nothing ever runs.', 'Leave `suspend` out.'))
  const { completions = 1, parallelism = 1 } = spec.jobTemplate.spec
  if (completions !== 1 || parallelism !== 1)
    found.push(finding(lineOf('jobTemplate', 'spec'), 'A run is one pod; this asks for several.', 'Leave completions and parallelism out.'))
  if (!['Allow', 'Forbid', 'Replace', undefined].includes(spec.concurrencyPolicy))
    found.push(finding(lineOf('concurrencyPolicy'), 'There is no such policy.', 'Write `Allow`, `Forbid` or `Replace`.'))
  return found
}

function found({ spec, lineOf }: Placed<CronJobSpec>, batch: Batch, given: z.infer<z.ZodObject<typeof shape>>): readonly Finding[] {
  const hours = (minutes: number) => Math.round(minutes / 6) / 10
  if (given.aDay !== undefined && batch.due !== given.aDay * given.days)
    return [
      finding(
        lineOf('schedule'),
        `In ${given.days} days a run is due ${batch.due} times; it should be ${given.aDay * given.days} times.`,
        'Mend `schedule`.',
      ),
    ]
  if (batch.mostAtOnce > given.atOnce)
    return [
      finding(
        lineOf('concurrencyPolicy'),
        `${batch.mostAtOnce} runs go on at a time; there is room for ${given.atOnce}.`,
        `\`concurrencyPolicy\` is ${spec.concurrencyPolicy ?? 'Allow'}: what does that say of a run that is due while another goes on?`,
      ),
    ]
  if (given.gapAtMost !== undefined && batch.longestGap > given.gapAtMost * 60)
    return [
      finding(
        lineOf(),
        `For ${hours(batch.longestGap)} hours there is no new model; ${given.gapAtMost} hours are the most.`,
        'Find in the time line which run does not come to an end, or is not started.',
      ),
    ]
  if (given.wastedAtMost !== undefined && batch.wasted > given.wastedAtMost * 60)
    return [
      finding(
        lineOf('jobTemplate', 'spec'),
        `${hours(batch.wasted)} hours of computing lead to nothing; ${given.wastedAtMost} are the most.`,
        'How often is it tried again, and for how long?',
      ),
    ]
  return []
}

/** Lines of a time line that a person reads. */
const MOST_LINES = 24

function sayBatch({ notes }: Batch): string {
  const clock = (at: number) =>
    `day ${Math.floor(at / 1440) + 1}, ${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  const lines = notes.map(({ at, note }) => `${clock(at)}  ${note}`)
  return lines.length <= MOST_LINES
    ? lines.join('\n')
    : [...lines.slice(0, MOST_LINES - 1), `… ${lines.length - MOST_LINES + 1} more …`].join('\n')
}
