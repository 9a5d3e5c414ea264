import type { Evidence, Purpose } from '../../src/domain/evidence.ts'
import { OPTIONS, type Practice, type Result } from './learner.ts'
import type { Syllabus } from './policy.ts'

/** Simulated time begins on this day since 1970. */
export const FIRST_DAY = 20_000
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export function patternOf({ subjects }: Syllabus, subject: number): string {
  const one = subjects[subject]
  if (one === undefined) throw new Error(`no pattern ${subject}`)
  return one.id
}

/** The slug of the item that tells a story first; other questions about it are derived from it, as in the gym. */
export function storyOf(pattern: string, story: number): string {
  return `${pattern.replace('/', '-')}-story-${story + 1}`
}

/** What the gym would call the item. */
export function itemOf(pattern: string, { kind, story, variant }: Practice): string {
  if (kind === 'drill') return `${storyOf(pattern, story)}~recognise`
  if (kind === 'predict') return `${storyOf(pattern, story)}~predict`
  return variant === 0 ? storyOf(pattern, story) : `${storyOf(pattern, story)}~${variant}`
}

/** One practice as the gym's log tells it. */
export function evidenceOf(syllabus: Syllabus, result: Result, purpose: Purpose): Evidence {
  const { practice, at, passed, submissions, hint, activeMinutes, parMinutes } = result
  const pattern = patternOf(syllabus, practice.subject)
  const activeMs = activeMinutes * MINUTE_MS
  const parMs = parMinutes * MINUTE_MS
  const drill = practice.kind === 'drill'
  return {
    at: (FIRST_DAY + at) * DAY_MS,
    day: FIRST_DAY + Math.floor(at),
    pattern,
    facet: drill ? 'recognise' : 'execute',
    item: itemOf(pattern, practice),
    context: storyOf(pattern, practice.story),
    form: drill ? 'recognise' : practice.kind === 'predict' ? 'predict' : 'write',
    purpose,
    outcome: drill
      ? { kind: 'choice', passed, options: OPTIONS, activeMs, parMs }
      : { kind: 'code', passed, submissions, hint, activeMs, parMs },
  }
}
