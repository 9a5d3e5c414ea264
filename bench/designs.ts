import { join, resolve } from 'node:path'
import { loadLibrary } from '../src/content/library.ts'
import { gradeStages } from '../src/design/grade.ts'
import { performer } from '../src/design/trial.ts'
import { seedFor } from '../src/design/seed.ts'
import type { Case } from '../src/domain/case.ts'
import { createCrew } from '../src/runner/simulation/crew.ts'
import { atTheEdge, poolOf, regrade } from './flips.ts'
import { figure } from './report.ts'
import type { Section } from './section.ts'
import { aligned } from './table.ts'

const PROJECT = resolve(import.meta.dirname, '..')
/** Seconds that a graded run of the heaviest case may take on two cores, and a preview. */
const AIMS = { graded: 10, preview: 0.5 }
const POOL = 40
const GRADES = 100

function casesOf(): readonly Case[] {
  const { library } = loadLibrary(join(PROJECT, 'content'))
  return [...library.items.values()].flatMap((item) => (item.kind === 'design' ? [item] : []))
}

/** How long it takes to grade the reference of every case, and its preview: one run of the first scenario. */
export const designs: Section = {
  name: 'designs',
  about: 'seconds for a graded run and a preview of every design case, and memory',
  async measure({ progress }) {
    const crew = createCrew({ project: PROJECT })
    const rows = []
    try {
      const cases = casesOf()
      for (const [at, item] of cases.entries()) {
        progress.round('designs', at + 1, cases.length)
        const grading = { case: item, text: item.reference, level: 'staff', seed: at + 1, predictions: [], firstToBreak: null } as const
        const began = performance.now()
        const before = process.cpuUsage()
        const { result } = await crew.carry(item, gradeStages(grading), { signal: new AbortController().signal })
        const graded = (performance.now() - began) / 1000
        const { user, system } = process.cpuUsage(before)
        rows.push({
          slug: item.slug,
          passed: result.passed,
          graded,
          cpu: (user + system) / 1e6,
          preview: previewOf(item),
          bytes: process.memoryUsage.rss(),
        })
      }
    } finally {
      await crew.close()
    }
    const lines = aligned([
      ['Designs, the reference at staff', 'graded s', 'CPU s', 'preview s', 'memory MB', 'passed'],
      ...rows.map((row) => [
        `  ${row.slug}`,
        figure(row.graded),
        figure(row.cpu),
        figure(row.preview),
        figure(row.bytes / 1e6),
        row.passed ? 'yes' : 'no',
      ]),
      ['  aim, of the heaviest', figure(AIMS.graded), '', figure(AIMS.preview), '', ''],
    ])
    return { lines, data: rows }
  },
}

function previewOf(item: Case): number {
  const [scenario = ''] = item.levels.intro.scenarios
  const perform = performer(item)
  const began = performance.now()
  perform({ text: item.reference, scenario, load: 1, seed: seedFor(1, 'run', 0), readings: [], whole: true })
  return (performance.now() - began) / 1000
}

/** Re-grades every drawing of every case a hundred times: nothing that was met may come out as missed, or the other way round. */
export const flips: Section = {
  name: 'flips',
  about: 'every drawing of every design case graded 100 times: verdicts that flip, and marginal ones',
  isLong: true,
  async measure({ progress }) {
    const chance = Math.random
    const rows = []
    for (const item of casesOf()) {
      const drawings = [
        { file: 'reference', source: item.reference },
        ...item.right.map(({ file, source }) => ({ file: `right/${file}`, source })),
        ...item.wrong.map(({ file, source }) => ({ file: `wrong/${file}`, source })),
      ]
      for (const [at, { file, source }] of drawings.entries()) {
        progress.round(item.slug, at + 1, drawings.length)
        const pool = poolOf(item, source, item.levels.senior.scenarios, POOL, () => undefined)
        const edges = atTheEdge(pool, GRADES * 10, [1], chance)
        rows.push({ slug: item.slug, file, ...regrade(pool, GRADES, chance), edges })
      }
    }
    const edges = rows.flatMap((row) => row.edges)
    const both = (rule: 'ours' | 'plain') => edges.filter((edge) => edge[rule].met > 0 && edge[rule].missed > 0).length
    const lines = [
      ...aligned([
        [`Designs, ${GRADES} re-grades`, 'passed', 'marginal', 'flipped'],
        ...rows.map((row) => [
          `  ${row.slug} ${row.file}`,
          `${row.passed}`,
          `${row.marginal}`,
          row.flipped.length === 0 ? 'none' : row.flipped.join('; '),
        ]),
      ]),
      `  limits moved to where a design stands, ${GRADES * 10} gradings each: of ${edges.length}, ${both('ours')} ever said both, ${both('plain')} by the 99 % interval alone`,
    ]
    return { lines, data: rows }
  },
}
