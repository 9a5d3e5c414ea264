import { z } from 'zod'
import { CATEGORIES, type SqlCase } from '../../domain/item.ts'
import type { Job } from '../../domain/job.ts'
import type { Blobs } from '../../domain/runner.ts'
import type { TableRule } from '../../grading/table.ts'

/** The files of a SQL job, read and typed. */
export interface SqlRequest {
  readonly source: string
  readonly schema: string
  /** What grades: undefined when the job only shows a result. */
  readonly solution: string | undefined
  readonly rule: TableRule
  /** Those that the job asks for: the visible ones, or all. */
  readonly cases: readonly SqlCase[]
}

const caseList = z.object({
  compare: z.enum(['bag', 'ordered']),
  tolerance: z.number(),
  cases: z.array(z.object({ name: z.string(), visible: z.boolean(), category: z.enum(CATEGORIES) })),
})

/** Throws when a file is missing or malformed: whoever built the job did it wrong. */
export function readRequest(job: Job, blobs: Blobs): SqlRequest {
  const find = (name: string) => (job.files[name] === undefined ? undefined : blobs.get(job.files[name]))
  const get = (name: string) => {
    const content = find(name)
    if (content === undefined) throw new Error(`the job has no file ${name}`)
    return content
  }
  const data = Object.keys(job.files)
    .filter((name) => /^cases\/\d+\.sql$/.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map(get)
  const base = { source: get('main.sql'), schema: get('schema.sql') }
  const list = find('cases.json')
  if (list === undefined) {
    const cases: readonly SqlCase[] = data.slice(0, 1).map((sql) => ({ name: 'result', visible: true, category: 'example', data: sql }))
    return { ...base, solution: undefined, rule: { compare: 'bag', tolerance: 0 }, cases }
  }
  const { compare, tolerance, cases } = caseList.parse(JSON.parse(list))
  if (cases.length !== data.length) throw new Error(`${cases.length} cases in cases.json, ${data.length} files of data`)
  const all = cases.map((one, index): SqlCase => ({ ...one, data: data[index] ?? '' }))
  return {
    ...base,
    solution: find('solution.sql'),
    rule: { compare, tolerance },
    cases: job.checks === 'all' ? all : all.filter(({ visible }) => visible),
  }
}

function numberOf(name: string): number {
  return Number(name.replace(/\D/g, ''))
}
