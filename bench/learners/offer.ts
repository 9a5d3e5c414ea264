import type { Curriculum, CurriculumItem } from '../../src/domain/curriculum.ts'
import type { Candidate } from '../../src/memory/diagnostic.ts'
import { isWorked, MINUTES, OPTIONS, type Practice } from './learner.ts'
import { itemOf, storyOf } from './log.ts'
import type { Syllabus } from './policy.ts'

/** Further questions about a story, besides the one that it was told in first. */
const VARIANTS = 3

/** What the gym's library would hold for a course, and where each item leads. */
export interface Offer {
  readonly curriculum: Curriculum
  readonly diagnostic: readonly Candidate[]
  readonly practices: ReadonlyMap<string, Practice>
}

/** Each story as an exercise, further questions about it, and, if there are to be any, a recognise drill; short items for the diagnostic. */
export function offerOf({ topics, subjects }: Syllabus, drills: boolean): Offer {
  const practices = new Map<string, Practice>()
  const diagnostic: Candidate[] = []
  const add = (pattern: string, practice: Practice): string => {
    const id = itemOf(pattern, practice)
    practices.set(id, practice)
    return id
  }
  const curriculum = subjects.map(({ id, topic, confusable, stories }, subject) => {
    const items: CurriculumItem[] = []
    for (let story = 0; story < stories; story++) {
      const context = storyOf(id, story)
      for (let variant = 0; variant <= VARIANTS; variant++) {
        const item = add(id, { kind: 'exercise', subject, story, variant })
        const minutes = isWorked({ story, variant }) ? MINUTES.worked : MINUTES.exercise
        items.push({ id: item, context, form: 'write', activity: 'exercise', minutes })
      }
      const drill = add(id, { kind: 'drill', subject, story, variant: 0 })
      if (drills) items.push({ id: drill, context, form: 'recognise', activity: 'drill', minutes: MINUTES.drill })
      if (story > 0) continue
      for (const item of [drill, add(id, { kind: 'predict', subject, story, variant: 0 })]) {
        diagnostic.push({ item, topic: topics[topic] ?? '', difficulty: 0, discrimination: 1, options: OPTIONS })
      }
    }
    return { id, topic: topics[topic] ?? '', title: id, confusable: confusable.flatMap((other) => subjects[other]?.id ?? []), items }
  })
  return { curriculum, diagnostic, practices }
}
