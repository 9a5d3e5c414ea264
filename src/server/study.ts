import { Hono } from 'hono'
import { z } from 'zod'
import type { DayEntry } from '../domain/event.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { UserError } from '../domain/user-error.ts'
import { diagnosticStateOf } from '../gym/diagnostic.ts'
import { getItem } from '../gym/find.ts'
import type { Gym } from '../gym/gym.ts'
import type { Mind } from '../gym/mind.ts'
import { planOf } from '../gym/plan.ts'
import { readyNow, standingOf } from '../gym/readiness.ts'
import { drillRecord } from '../gym/recognition.ts'
import { beginToday, todayOf, whyOf } from '../gym/today.ts'
import { formatDay } from '../planning/calendar.ts'
import { writeIcs } from '../planning/ics.ts'
import { moversOf } from '../planning/movers.ts'
import { pricesOf } from '../planning/price.ts'
import { notesOn } from '../planning/reason.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { PatternLink } from './contract.ts'
import type { PlanPage, Prices, ReadinessPage, TodayEntry, TodayPage, TopicName } from './study-contract.ts'

const minutes = z.number().min(1).max(1440)

/** Today, the plan, readiness: what follows from the target and from what is known. */
export function studyRoutes({ gym }: ServerContext) {
  return (
    new Hono()
      .get('/today', async (context) => {
        const asked = minutes.safeParse(Number(context.req.query('minutes') ?? Number.NaN))
        return context.json(todayPage(gym, await gym.mind(LOCAL_LEARNER), asked.data))
      })
      .post('/today', body(z.object({ minutes, more: z.boolean().default(false) })), async (context) => {
        const { minutes, more } = context.req.valid('json')
        await beginToday(gym, LOCAL_LEARNER, minutes, more)
        return context.json(todayPage(gym, await gym.mind(LOCAL_LEARNER)))
      })
      .get('/plan', async (context) => context.json(planPage(gym, await gym.mind(LOCAL_LEARNER))))
      // Each price is a plan of its own, so they come after the page.
      .get('/plan/prices', async (context) => {
        const { plan, request } = planOf(gym, await gym.mind(LOCAL_LEARNER))
        const answer: Prices = { prices: plan === undefined || request === undefined ? [] : pricesOf(request, plan) }
        return context.json(answer)
      })
      .get('/plan.ics', async (context) => {
        const { plan, problem } = planOf(gym, await gym.mind(LOCAL_LEARNER))
        if (plan === undefined) throw problem ?? new UserError('There is no plan yet.', { where: 'plan.ics', fix: 'Set a target first.' })
        context.header('content-type', 'text/calendar; charset=utf-8')
        context.header('content-disposition', 'attachment; filename="onsite.ics"')
        const stamp = new Date(gym.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')
        return context.body(
          writeIcs(plan, { stamp, learner: LOCAL_LEARNER, titleOf: (pattern) => gym.library.patterns.get(pattern)?.title }),
        )
      })
      .get('/readiness', async (context) => context.json(readinessPage(gym, await gym.mind(LOCAL_LEARNER))))
  )
}

function todayPage(gym: Gym, mind: Mind, minutes?: number): TodayPage {
  const today = todayOf(gym, mind, minutes)
  const { target, plan, problem } = today.planned
  const entries = today.entries.map((entry) => todayEntry(gym, mind, entry, today.done))
  const next = entries.findIndex(({ done }) => !done)
  return {
    today: formatDay(mind.today),
    target,
    capacity: today.capacity,
    entries,
    begun: today.begun,
    next: next < 0 ? undefined : next,
    readiness: target === undefined || problem !== undefined ? undefined : readyNow(gym, mind),
    tested: mind.recollection.evidence.length > 0,
    daysLeft: plan === undefined ? undefined : plan.targetDay - mind.today,
    diagnostic: diagnosticStateOf(gym, mind),
    problem: problemOf(problem),
  }
}

function todayEntry(gym: Gym, mind: Mind, entry: DayEntry, done: ReadonlySet<string>): TodayEntry {
  const item = getItem(gym, entry.item)
  return {
    item: entry.item,
    title: item.title,
    topic: topicName(gym, item.topic),
    form: item.form,
    activity: entry.activity,
    difficulty: item.difficulty,
    minutes: entry.minutes,
    why: whyOf(gym, mind, entry),
    done: done.has(entry.item),
    lesson: entry.activity === 'lesson' ? patternLink(gym, entry.pattern) : undefined,
  }
}

function planPage(gym: Gym, mind: Mind): PlanPage {
  const { target, plan, problem } = planOf(gym, mind)
  const topicOf = (pattern: string) => topicName(gym, gym.library.patterns.get(pattern)?.topic ?? '')
  return {
    today: formatDay(mind.today),
    target,
    targetDate: target?.date,
    days: (plan?.days ?? []).map(({ day, capacity, entries }) => ({
      date: formatDay(day),
      capacity,
      entries: entries.map(({ pattern, activity, minutes, gain }) => ({
        activity,
        topic: topicOf(pattern),
        lesson: activity === 'lesson' ? patternLink(gym, pattern) : undefined,
        minutes,
        gain,
      })),
    })),
    dropped: (plan?.dropped ?? []).map(({ pattern, gain, minutes }) => ({
      pattern: patternLink(gym, pattern),
      topic: topicOf(pattern),
      gain,
      minutes,
    })),
    notes: plan === undefined ? [] : notesOn(plan),
    idle: plan?.idle ?? 0,
    reached: plan?.reached ?? 0,
    problem: problemOf(problem),
  }
}

function readinessPage(gym: Gym, mind: Mind): ReadinessPage {
  const standing = standingOf(gym, mind)
  const { plan, request } = planOf(gym, mind)
  const drills = drillRecord(mind.recollection)
  const stories = new Map(gym.curriculum().map(({ id, items }) => [id, new Set(items.map(({ context }) => context)).size]))
  const dated = ({ day, band }: { readonly day: number; readonly band: ReadinessPage['now'] }) => ({ date: formatDay(day), band })
  return {
    today: formatDay(mind.today),
    targetDate: standing.targetDay === undefined ? undefined : formatDay(standing.targetDay),
    now: standing.now,
    atDate: standing.atDate,
    planned: plan?.reached,
    evidence: standing.evidence,
    topics: standing.topics.map((topic) => ({ ...topic, ...topicName(gym, topic.topic) })),
    patterns: standing.patterns.map((pattern) => ({
      ...pattern,
      title: patternLink(gym, pattern.pattern).title,
      topic: pattern.pattern.split('/', 1)[0] ?? '',
      contextsInAll: stories.get(pattern.pattern) ?? 0,
    })),
    movers: (request === undefined ? [] : moversOf(request)).map(({ pattern, gain, minutes }) => ({
      pattern: patternLink(gym, pattern),
      gain,
      minutes,
    })),
    forgetting: standing.forgetting.map(dated),
    history: standing.history.map(dated),
    calibrated: standing.calibrated,
    gap: standing.gap,
    contexts: standing.contexts,
    drills: {
      ...drills,
      confused: drills.confused.map((pair) => ({
        ...pair,
        rightTitle: patternLink(gym, pair.right).title,
        pickedTitle: patternLink(gym, pair.picked).title,
      })),
    },
    model: standing.model,
  }
}

function topicName({ library }: Gym, id: string): TopicName {
  return { id, title: library.topics.find((topic) => topic.id === id)?.title ?? id }
}

function patternLink({ library }: Gym, id: string): PatternLink {
  return { id, title: library.patterns.get(id)?.title ?? id }
}

function problemOf(problem: UserError | undefined): { readonly message: string; readonly fix: string } | undefined {
  return problem === undefined ? undefined : { message: problem.message, fix: problem.fix }
}
