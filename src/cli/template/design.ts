/** A new design: a desk with too few clerks, to be replaced. It loads, and its drawings are what they claim to be. */
export function design(pattern: string): Readonly<Record<string, string>> {
  const wrong = (why: string, replicas: number) => `# misses: people are served soon
# shows: { part: desk, metric: utilisation, least: 0.45 }
# why: TODO ${why}
${drawing(replicas)}`
  return {
    'design.md': `---
title: TODO name the problem, never the technique
patterns: [${pattern}]
difficulty: core
minutes: 40
labs: []
sources: []
---
TODO the brief: who asks for what, without the numbers that a candidate should ask for.

## Ambiguous
TODO the brief as a staff candidate gets it.

## Discussion
TODO how a strong candidate walks through it.
`,
    'case.yml': `parts:
  desk:
    title: Desk
    about: TODO what it does and what it is good for.
    component: { kind: service, time: { kind: exponential, mean: 20ms }, replicas: 1, price: 1 }
    free: { replicas: [1, 20] }
    provides: [help]
    figures: { time.mean: { value: 20 ms, range: 5-50 ms, grade: judgement, source: 'TODO where the number comes from', url: '' } }
duties:
  - { class: visit, fact: help, why: TODO what is wrong with a design without it. }
workload:
  classes:
    visit: { arrivals: { kind: poisson, rate: 100 } }
  seconds: 120
  warmUp: 10
scenarios:
  peak: { what: 'The busiest hour; nothing breaks.' }
slos:
  - { name: people are served soon, class: visit, metric: p99, most: 200ms }
levels:
  intro: { scenarios: [peak], cost: 3 }
  standard: { scenarios: [peak], cost: 1.5 }
  senior: { scenarios: [peak], cost: 1.3 }
  staff: { scenarios: [peak], cost: 1.3 }
asks:
  - { ask: TODO how many come?, answer: 100 a second., moves: { path: classes.visit.arrivals.rate, low: 50, high: 200 } }
estimates:
  - { ask: TODO requests a second for each desk, unit: /s, reading: { part: desk, metric: rate } }
followUps:
  - { when: passed, ask: TODO what comes next?, listen: TODO what a strong answer says. }
`,
    'starter.yml': drawing(2),
    'reference.yml': drawing(5),
    'right/one-more.yml': drawing(6),
    'wrong/one-is-enough.yml': wrong('why somebody would draw one.', 1),
    'wrong/one-more-than-are-busy.yml': wrong('why somebody would draw three.', 3),
    'wrong/twice-as-many-as-are-busy.yml': wrong('why somebody would draw four.', 4),
  }
}

function drawing(replicas: number): string {
  return `components:
  desk: { part: desk, replicas: ${replicas} }
routes:
  visit: [desk]
`
}
