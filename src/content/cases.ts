import { z } from 'zod'
import { CATEGORIES, type SqlCase } from '../domain/item.ts'
import { text } from './fields.ts'
import type { Folder } from './folder.ts'
import type { Problem } from './problem.ts'
import { parseYaml } from './yaml.ts'

const schema = z.strictObject({
  compare: z.enum(['bag', 'ordered']),
  tolerance: z.number().min(0).max(1).default(1e-9),
  cases: z
    .array(
      z.strictObject({
        name: text,
        visible: z.boolean().default(false),
        category: z.enum(CATEGORIES),
        data: z.string().regex(/^[a-z][a-z0-9-]*\.sql$/, 'must be the name of a file in cases/, e.g. two-shops.sql'),
      }),
    )
    .min(1, 'there is no case'),
})

/** How a SQL exercise is judged. */
export interface Cases {
  readonly compare: 'bag' | 'ordered'
  readonly tolerance: number
  readonly cases: readonly SqlCase[]
}

/** Reads `cases.yml` and the data files that it names. */
export function readCases(folder: Folder): { readonly cases: Cases | undefined; readonly problems: readonly Problem[] } {
  const source = folder.files.get('cases.yml')
  const name = `${folder.name}/cases.yml`
  if (source === undefined) return { cases: undefined, problems: [] }
  const { value, problems: found } = parseYaml(schema, source, { name, offset: 0 })
  if (value === undefined) return { cases: undefined, problems: found }
  const lineOf = (data: string) => source.split('\n').findIndex((line) => line.includes(data)) + 1
  const problems: Problem[] = []
  const cases = value.cases.map(({ data, ...rest }) => {
    const text = folder.files.get(`cases/${data}`)
    if (text === undefined) {
      const fix = `Write ${folder.name}/cases/${data}, or mend the name.`
      problems.push({ where: `${name}:${lineOf(data)}`, what: `There is no file cases/${data}.`, fix })
    }
    return { ...rest, data: text ?? '' }
  })
  const names = value.cases.map((one) => one.name)
  for (const twice of new Set(names.filter((one, index) => names.indexOf(one) !== index))) {
    problems.push({ where: `${name}:${lineOf(twice)}`, what: `Two cases are called "${twice}".`, fix: 'Give each a name of its own.' })
  }
  const used = new Set(value.cases.map((one) => `cases/${one.data}`))
  for (const path of folder.files.keys()) {
    if (!path.startsWith('cases/') || used.has(path)) continue
    problems.push({ where: `${folder.name}/${path}`, what: 'No case uses this file.', fix: 'Name it in cases.yml, or remove it.' })
  }
  return { cases: { ...value, cases }, problems }
}
