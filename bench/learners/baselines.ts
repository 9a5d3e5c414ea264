import { MINUTES, type Practice, type Result } from './learner.ts'
import type { Policy, PolicyMaker, Syllabus } from './policy.ts'

/** One pattern after the other, as a book goes: its lesson, then as many exercises on it as the time allows each. */
export const BLOCKED: PolicyMaker = {
  name: 'blocked',
  make: (syllabus) => {
    const each = (syllabus.days * syllabus.minutes) / syllabus.subjects.length
    const exercises = Math.max(1, Math.floor((each - MINUTES.lesson) / (MINUTES.exercise + 1)))
    let step = 0
    return {
      begin: () => {},
      next: (left) => {
        const block = Math.floor(step / (1 + exercises))
        const subject = block % syllabus.subjects.length
        const place = step % (1 + exercises)
        const again = block >= syllabus.subjects.length
        const kind = place === 0 && !again ? 'lesson' : 'exercise'
        return left < MINUTES[kind] ? undefined : practiceOf(syllabus, kind, subject, place + (again ? exercises + 1 : 0))
      },
      observe: () => {
        step++
      },
    }
  },
}

/** Any pattern at any time. */
export const RANDOM: PolicyMaker = {
  name: 'random',
  make: (syllabus, chance) => choosing(syllabus, () => chance.below(syllabus.subjects.length)),
}

/** Always the pattern with the lowest moving average of passes: the simple baseline that ties the best schedulers on log loss. */
export const MOVING_AVERAGE: PolicyMaker = {
  name: 'moving average',
  make: (syllabus, chance) => {
    const order = chance.shuffled(syllabus.subjects.map((_, n) => n))
    const average = syllabus.subjects.map(() => 0)
    const last = syllabus.subjects.map(() => -1)
    let step = 0
    const lowest = (): number => order.reduce((best, n) => (rank(n) < rank(best) ? n : best))
    /** Among equals, the one not met for longest. */
    const rank = (n: number): number => (average[n] ?? 0) + (last[n] ?? 0) * 1e-6 + (last[n] === step - 1 && step > 0 ? 1 : 0)
    return choosing(syllabus, lowest, ({ practice, passed }) => {
      const before = average[practice.subject] ?? 0
      average[practice.subject] = practice.kind === 'lesson' ? 0.1 : before + 0.4 * ((passed ? 1 : 0) - before)
      last[practice.subject] = step++
    })
  },
}

/** The lesson at the first meeting, afterwards exercises, each time in another story. */
function choosing(syllabus: Syllabus, choose: () => number, observe: (result: Result) => void = () => {}): Policy {
  const met = syllabus.subjects.map(() => 0)
  let next: Practice | undefined
  return {
    begin: () => {},
    next: (left) => {
      if (next === undefined) {
        const subject = choose()
        const meetings = met[subject] ?? 0
        next = practiceOf(syllabus, meetings === 0 ? 'lesson' : 'exercise', subject, meetings)
      }
      return left < (next.kind === 'lesson' ? MINUTES.lesson : MINUTES.exercise) ? undefined : next
    },
    observe: (result) => {
      met[result.practice.subject] = (met[result.practice.subject] ?? 0) + 1
      next = undefined
      observe(result)
    },
  }
}

function practiceOf(syllabus: Syllabus, kind: 'lesson' | 'exercise', subject: number, meeting: number): Practice {
  const stories = syllabus.subjects[subject]?.stories ?? 1
  return { kind, subject, story: meeting % stories, variant: Math.floor(meeting / stories) }
}
