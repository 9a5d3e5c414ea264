/** A new question. TODO marks what its author writes. */
export function question(pattern: string): Readonly<Record<string, string>> {
  return {
    'question.md': `---
title: TODO name the problem, never the technique
patterns: [${pattern}]
form: explain
difficulty: core
minutes: 5
points: 2
rubric:
  - { point: TODO one checkable claim, points: 1, mentions: [[cause, reason], [rows, columns]] }
  - { point: TODO another claim, points: 1, mentions: [[remedy, fix]] }
sources: []
---
TODO what an interviewer would ask.

## Strong
TODO as one would say it aloud. The cause lies in the rows. The remedy is to count them first.

## Weak
TODO what a mediocre candidate says.

## Follow-ups
- TODO what would you ask next?
`,
  }
}

/** A new estimation drill. */
export function drill(pattern: string): Readonly<Record<string, string>> {
  return {
    'question.md': `---
title: TODO name the problem, never the technique
patterns: [${pattern}]
form: estimate
difficulty: warm-up
minutes: 5
numbers:
  users: [20M, 50M, 200M]
  size: [300 kB, 2 MB]
answers:
  - { ask: TODO storage for a year, answer: users * size * 365, unit: B }
sources: []
---
TODO {users} people keep {size} each day.

## Working
TODO {users} times {size} are {= users * size} B a day.
`,
  }
}

/** A new pattern. */
export function pattern(): string {
  return `---
title: TODO the pattern's name
confusable: []
---
## Cue
TODO when to think of it.

## Idea
TODO the idea itself.

## Trap
TODO how it goes wrong.
`
}

/** A new topic, at its place among the others. */
export function topic(order: number): string {
  return `---
title: TODO the topic's name
order: ${order}
summary: TODO one sentence.
patterns: []
exercises: []
labs: []
questions: []
designs: []
sources: []
---
TODO the map of the topic, what interviewers ask and why, its patterns in context, worked examples.
`
}
