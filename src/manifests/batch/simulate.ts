import { isDue, type Schedule } from './schedule.ts'

export const SCENARIOS = ['usual', 'slow', 'hangs', 'node-lost', 'broken', 'controller-away'] as const
/**
 * What happens from the second run on: `slow`, every run takes `slowFactor` times as long; `hangs`, the second never ends;
 * `node-lost`, its first pod is lost half-way; `broken`, every pod fails after a tenth of the time; `controller-away`, nobody starts
 * runs for half an hour around the third time that one is due.
 */
export type Scenario = (typeof SCENARIOS)[number]

/** A CronJob and what its runs do. Minutes. */
export interface BatchCase {
  readonly schedule: Schedule
  readonly concurrency: 'Allow' | 'Forbid' | 'Replace'
  /** A run that is later than this is left out; undefined never is. */
  readonly startingDeadlineMinutes: number | undefined
  /** The whole run, all its pods, is ended after so long. */
  readonly deadlineMinutes: number | undefined
  /** A single pod is ended after so long. */
  readonly podDeadlineMinutes: number | undefined
  readonly backoffLimit: number
  readonly scenario: Scenario
  readonly runMinutes: number
  readonly slowFactor: number
  readonly days: number
}

interface Run {
  readonly number: number
  readonly startedAt: number
  attemptAt: number
  failures: number
}

/** What happened to the runs. */
export interface Batch {
  readonly notes: readonly { readonly at: number; readonly note: string }[]
  readonly due: number
  readonly finished: readonly number[]
  /** Runs at a time. */
  readonly mostAtOnce: number
  /** Minutes of pods that led to nothing. */
  readonly wasted: number
  /** The longest time between two results, and from the last to the end. */
  readonly longestGap: number
}

/** How long nobody starts runs, before and after the time that is due. */
const AWAY = { before: 5, after: 25 }

/**
 * Runs a CronJob minute by minute, as its controller documents it: at most one start is owed at a time, the latest one; it is made
 * up for when the concurrency policy lets it, unless its starting deadline has passed
 * (https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/), and a Job tries anew with a growing pause until its back-off
 * limit or its deadline (https://kubernetes.io/docs/concepts/workloads/controllers/job/).
 */
export function simulateBatch(given: BatchCase): Batch {
  const notes: { at: number; note: string }[] = []
  const finished: number[] = []
  let active: Run[] = []
  let [due, started, wasted, mostAtOnce] = [0, 0, 0, 0]
  let owed: number | undefined
  const times = Array.from({ length: given.days * 1440 }, (_, minute) => minute).filter((minute) => isDue(given.schedule, minute))
  const third = given.scenario === 'controller-away' ? times[2] : undefined

  const drop = (run: Run, at: number, note: string, lost: number) => {
    active = active.filter((one) => one !== run)
    wasted += lost
    notes.push({ at, note: `run ${run.number} ${note}` })
  }

  for (let at = 0; at < given.days * 1440; at++) {
    for (const run of active) step(run, at)
    if (isDue(given.schedule, at)) {
      due++
      if (owed !== undefined) notes.push({ at, note: 'an older start is given up for a newer one' })
      owed = at
    }
    if (owed === undefined || (third !== undefined && at >= third - AWAY.before && at < third + AWAY.after)) continue
    if (given.startingDeadlineMinutes !== undefined && at - owed > given.startingDeadlineMinutes) {
      notes.push({ at, note: 'the start is too late and left out' })
      owed = undefined
      continue
    }
    if (given.concurrency === 'Forbid' && active.length > 0) continue
    if (given.concurrency === 'Replace') for (const run of active) drop(run, at, 'is ended for the next one', at - run.attemptAt)
    started++
    active.push({ number: started, startedAt: at, attemptAt: at, failures: 0 })
    notes.push({ at, note: `run ${started} starts${at > owed ? `, ${at - owed} min late` : ''}` })
    owed = undefined
    mostAtOnce = Math.max(mostAtOnce, active.length)
  }
  return { notes, due, finished, mostAtOnce, wasted, longestGap: longestGap(finished, given.days * 1440) }

  /** Moves a run on by a minute: its pod ends, well or not, or its time is up. */
  function step(run: Run, at: number): void {
    if (at < run.attemptAt) return
    const { minutes, fails } = attemptOf(run, given)
    const age = at - run.attemptAt
    if (given.deadlineMinutes !== undefined && at - run.startedAt >= given.deadlineMinutes) {
      drop(run, at, 'is ended by its deadline', age)
    } else if (!fails && age >= minutes) {
      active = active.filter((one) => one !== run)
      finished.push(at)
      notes.push({ at, note: `run ${run.number} has a new model` })
    } else if (age >= minutes || (given.podDeadlineMinutes !== undefined && age >= given.podDeadlineMinutes)) {
      run.failures++
      if (run.failures > given.backoffLimit)
        drop(run, at, `fails for good, after ${run.failures} ${run.failures === 1 ? 'try' : 'tries'}`, age)
      else {
        wasted += age
        // 10 s, 20 s, 40 s … up to six minutes, in whole minutes.
        run.attemptAt = at + Math.ceil(Math.min(360, 10 * 2 ** (run.failures - 1)) / 60)
        notes.push({ at, note: `a pod of run ${run.number} is lost or fails; it tries anew` })
      }
    }
  }
}

/** How long a pod takes, and whether it ends badly. */
function attemptOf(
  { number, failures }: Run,
  { scenario, runMinutes, slowFactor }: BatchCase,
): { readonly minutes: number; readonly fails: boolean } {
  if (number === 1) return { minutes: runMinutes, fails: false }
  switch (scenario) {
    case 'slow':
      return { minutes: Math.ceil(runMinutes * slowFactor), fails: false }
    case 'hangs':
      return { minutes: number === 2 ? Number.POSITIVE_INFINITY : runMinutes, fails: false }
    case 'node-lost':
      return number === 2 && failures === 0 ? { minutes: Math.ceil(runMinutes / 2), fails: true } : { minutes: runMinutes, fails: false }
    case 'broken':
      return { minutes: Math.ceil(runMinutes / 10), fails: true }
    default:
      return { minutes: runMinutes, fails: false }
  }
}

function longestGap(finished: readonly number[], end: number): number {
  const times = [...finished, end]
  return Math.max(...times.map((at, index) => at - (times[index - 1] ?? 0)))
}
