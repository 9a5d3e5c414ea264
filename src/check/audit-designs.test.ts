import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadItem } from '../content/item.ts'
import { driven } from '../design/stages.ts'
import { performer } from '../design/trial.ts'
import type { Case } from '../domain/case.ts'
import { auditDesigns, type DesignBench } from './audit-designs.ts'
import type { Extent } from './audit.ts'

const DESK = {
  'design.md':
    '---\ntitle: A desk\npatterns: [queues/little]\ndifficulty: core\nminutes: 30\n---\nPeople come.\n\n## Ambiguous\nPeople come.\n\n## Discussion\nCount them.\n',
  'case.yml': `parts:
  desk:
    title: Desk
    about: Helps.
    component: { kind: service, time: { kind: exponential, mean: 20ms }, price: 1 }
    free: { replicas: [1, 20] }
    provides: [help]
duties: [{ class: visit, fact: help, why: They need help. }]
workload: { classes: { visit: { arrivals: { kind: poisson, rate: 100 } } }, seconds: 60, warmUp: 10 }
scenarios: { peak: { what: All come. } }
slos: [{ name: soon, class: visit, metric: p99, most: 200ms }]
levels:
  intro: { scenarios: [peak], cost: 3 }
  standard: { scenarios: [peak], cost: 1.5 }
  senior: { scenarios: [peak], cost: 1.5 }
  staff: { scenarios: [peak], cost: 1.5 }
asks: [{ ask: How many?, answer: '100', moves: { path: classes.visit.arrivals.rate, low: 50, high: 300 } }]
estimates: []
followUps: [{ when: passed, ask: What next?, listen: Something. }]
`,
  'starter.yml': drawing(1),
  'reference.yml': drawing(6),
  'right/seven.yml': drawing(7),
  'wrong/two.yml': `# misses: soon\n# shows: { part: desk, metric: utilisation, least: 0.6 }\n# why: They are enough on average.\n${drawing(2)}`,
  'wrong/three.yml': `# misses: soon\n# shows: { part: desk, metric: utilisation, least: 0.6 }\n# why: One in reserve.\n${drawing(3)}`,
  'wrong/many.yml': `# misses: cost\n# shows: { part: desk, metric: utilisation, most: 0.2 }\n# why: To be on the safe side.\n${drawing(20)}`,
}

function drawing(replicas: number): string {
  return `components:\n  desk: { part: desk, replicas: ${replicas} }\nroutes:\n  visit: [desk]\n`
}

function deskIn(folder: string): Case {
  const { item, problems } = loadItem(folder)
  if (item?.kind !== 'design') throw new Error(JSON.stringify(problems))
  return item
}

function folderOfDesk(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'onsite-designs-')), 'a-desk')
  onTestFinished(() => rmSync(dirname(folder), { recursive: true }))
  for (const [name, text] of Object.entries(DESK)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const bench: DesignBench = {
  carry: (aCase, stages) => Promise.resolve(driven(stages, performer(aCase))),
  onRuns: () => undefined,
  onProgress: () => undefined,
}

function audited(folder: string, extent: Extent, seed = 1) {
  const request = { extent, sampleSeed: 'today', seed, problems: [] }
  return auditDesigns([{ item: deskIn(folder), name: 'a-desk' }], request, bench, { now: () => 0, signal: new AbortController().signal })
}

test('a case is proved once, its record loads with it, and is stale when the case changes', async () => {
  const folder = folderOfDesk()
  expect((await audited(folder, 'ci')).problems).toMatchObject([{ where: 'a-desk', what: 'Has no proof.json.' }])
  expect(existsSync(join(folder, 'proof.json'))).toBe(false)

  expect(await audited(folder, 'changed')).toMatchObject({ problems: [], proved: [{ name: 'a-desk' }], fresh: 0 })
  const { par, asks } = deskIn(folder)
  expect(par?.dollars).toBeGreaterThan(3)
  expect(par?.dollars).toBeLessThanOrEqual(6)
  expect(asks[0]?.worth).toBe(1)
  expect(await audited(folder, 'changed')).toMatchObject({ problems: [], proved: [], fresh: 1 })
  // Proved again, it is the same to the last bit.
  expect((await audited(folder, 'ci')).problems).toEqual([])

  writeFileSync(join(folder, 'design.md'), DESK['design.md'].replace('Count them.', 'Count them twice.'))
  expect((await audited(folder, 'ci')).problems).toMatchObject([
    { what: 'proof.json is stale: the case, the engine or the rule of the verdict changed since.' },
  ])
})

test('a record that the same engine does not give is told', async () => {
  const folder = folderOfDesk()
  await audited(folder, 'changed')
  const file = join(folder, 'proof.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"runs": \d+/, '"runs": 7'))
  expect((await audited(folder, 'ci')).problems).toMatchObject([
    { where: 'a-desk/proof.json', what: 'The same engine does not give what is recorded.' },
  ])
})

test('what cannot be read is not run', async () => {
  const request = { extent: 'all', sampleSeed: '', seed: 1, problems: [{ where: 'a-desk/case.yml:3', what: 'x', fix: 'y' }] } as const
  const refuse: DesignBench = { ...bench, carry: () => Promise.reject(new Error('nothing is to be run')) }
  const seen = await auditDesigns([{ item: deskIn(folderOfDesk()), name: 'a-desk' }], request, refuse, {
    now: () => 0,
    signal: new AbortController().signal,
  })
  expect(seen).toMatchObject({ problems: [], proved: [{ proof: undefined }] })
})
