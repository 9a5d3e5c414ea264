import type { CurriculumPattern } from '../domain/curriculum.ts'
import type { Task } from '../domain/task.ts'

/** What makes a task the better next one. To choose between patterns, they must be met side by side (Rohrer 2014): so confusable ones come near each other. */
const CONFUSABLE = 3
const OTHER_TOPIC = 2
const OTHER_FORM = 1
/** How far back a confusable pattern still is near. */
const NEAR = 2

/** Mixes topics and forms and brings confusable patterns together; among equals the order given stands. */
export function interleave(tasks: readonly Task[], patterns: ReadonlyMap<string, CurriculumPattern>): readonly Task[] {
  const waiting = [...tasks]
  const ordered: Task[] = []
  while (waiting.length > 0) {
    let [best, most] = [0, Number.NEGATIVE_INFINITY]
    waiting.forEach((task, at) => {
      const score = scoreOf(task, ordered, patterns)
      if (score > most) [best, most] = [at, score]
    })
    ordered.push(...waiting.splice(best, 1))
  }
  return ordered
}

/** Whether either pattern is said to be mistaken for the other. */
export function areConfusable(a: CurriculumPattern | undefined, b: CurriculumPattern | undefined): boolean {
  if (!a || !b) return false
  return a.confusable.includes(b.id) || b.confusable.includes(a.id)
}

function scoreOf(task: Task, before: readonly Task[], patterns: ReadonlyMap<string, CurriculumPattern>): number {
  const last = before.at(-1)
  if (!last) return 0
  const pattern = patterns.get(task.entry.pattern)
  const isNear = before.slice(-NEAR).some(({ entry }) => areConfusable(pattern, patterns.get(entry.pattern)))
  const otherTopic = pattern?.topic !== patterns.get(last.entry.pattern)?.topic
  const otherForm = formOf(task) !== formOf(last)
  return (isNear ? CONFUSABLE : 0) + (otherTopic ? OTHER_TOPIC : 0) + (otherForm ? OTHER_FORM : 0)
}

function formOf({ entry, item }: Task): string {
  return item?.form ?? entry.activity
}
