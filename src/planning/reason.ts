import type { PatternMemory } from '../domain/memory.ts'
import type { Dropped, Plan, PlanEntry, Price } from '../domain/plan.ts'
import type { Reason } from '../domain/task.ts'
import { formatDay } from './calendar.ts'

/** Why an entry stands in the plan. */
export function reasonFor(entry: PlanEntry, memory: PatternMemory | undefined, day: number, ahead = 0): Reason {
  let lastMet: Reason['lastMet']
  for (const [context, met] of memory?.contexts ?? []) {
    const days = Math.max(0, day - met.day)
    if (!lastMet || days < lastMet.days) lastMet = { context, days }
  }
  const { activity, novelty, probe, gain, minutes } = entry
  return { activity, novelty, probe, gain, minutes, lastMet, ahead }
}

/** "+0.4 points for 12 minutes; last met in “Quotes that age” 9 days ago". `titleOf` names a story; undefined for one that is gone. */
export function sayReason(reason: Reason, titleOf: (context: string) => string | undefined): string {
  const { gain, minutes, activity } = reason
  const opens = activity === 'lesson' ? ', with the reviews that follow' : ''
  const parts = [
    activity === 'drill' && gain === 0 ? `fills ${sayMinutes(minutes)}` : `${sayGain(gain)} for ${sayMinutes(minutes)}${opens}`,
  ]
  if (!reason.lastMet) parts.push(activity === 'lesson' ? 'not met yet' : 'met first in its lesson')
  else {
    const title = titleOf(reason.lastMet.context)
    parts.push(`last met ${title === undefined ? '' : `in “${title}” `}${sayAgo(reason.lastMet.days)}`)
  }
  if (reason.probe)
    parts.push(`${reason.novelty === 'far' ? 'in a new story' : 'in a familiar story'}, to measure how far the skill carries over`)
  if (reason.ahead > 0) parts.push(`taken ${sayDays(reason.ahead)} ahead`)
  return parts.join('; ')
}

/** "Does not fit: 0.6 points for 34 minutes more". */
export function sayDropped({ gain, minutes }: Dropped): string {
  if (gain === 0) return `Does not fit into any day: its first lesson takes ${sayMinutes(minutes)}`
  return `Does not fit: ${sayGain(gain)} for ${sayMinutes(minutes)} more`
}

/** "7 days later: 74 % (+3.1 points)". */
export function sayPrice({ change, reached, difference }: Price): string {
  const what =
    change.days !== 0 ? `${sayDays(Math.abs(change.days))} ${change.days > 0 ? 'later' : 'earlier'}` : sayHours(change.minutesADay)
  return `${what}: ${Math.round(reached * 100)} % (${sayGain(difference)})`
}

/** What must be said of a plan as a whole, if anything. */
export function notesOn(plan: Plan): readonly string[] {
  if (plan.targetDay <= plan.day)
    return ['The interview is today. Nothing is planned; a short warm-up with what you know is there if you want it.']
  const notes: string[] = []
  const minutes = plan.days.reduce((sum, { capacity }) => sum + capacity, 0)
  if (minutes === 0) notes.push('No day before the interview has minutes for practice, so nothing is planned. Give some weekdays minutes.')
  if (plan.horizonDay < plan.targetDay) {
    notes.push(`The interview is far away: this plans up to ${formatDay(plan.horizonDay)}, as if it were then, and moves on with you.`)
  }
  if (plan.dropped.length > 0 && minutes > 0) {
    notes.push(`${plan.dropped.length === 1 ? 'One pattern does' : `${plan.dropped.length} patterns do`} not fit, or not fully.`)
  }
  return notes
}

/** "+0.4 points". */
export function sayGain(gain: number): string {
  const tenths = Math.round(gain * 1000)
  if (tenths === 0) return gain > 0 ? 'under 0.1 points' : '±0 points'
  return `${tenths > 0 ? '+' : '−'}${(Math.abs(tenths) / 10).toFixed(1)} points`
}

function sayMinutes(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${Number(minutes.toFixed(1))} minutes`
}

function sayHours(minutesADay: number): string {
  return `${sayMinutes(Math.abs(minutesADay))} a day ${minutesADay > 0 ? 'more' : 'less'}`
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function sayAgo(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}
