import type { Activity } from '../../domain/plan.ts'

export const ACTIVITY_WORDS: Readonly<Record<Activity, string>> = {
  lesson: 'lesson',
  exercise: 'exercise',
  drill: 'recognise',
  question: 'explain',
}
