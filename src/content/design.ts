import { join } from 'node:path'
import { z } from 'zod'
import type { Case, Condition, Estimate, NamedDrawing, Reading, WrongDrawing } from '../domain/case.ts'
import type { Fault } from '../domain/fault.ts'
import type { Workload } from '../domain/workload.ts'
import { type CaseBody, caseFlaws } from '../design/case-flaws.ts'
import { caseFile, type CaseFile, condition, type PartsFile } from './case-file.ts'
import { itemFields, name as itemName } from './fields.ts'
import type { Folder } from './folder.ts'
import { readPage } from './front-matter.ts'
import { hashFiles, PROOF_FILE } from './hash.ts'
import { mergedPart, PARTS_FILE, readParts, toPart } from './parts.ts'
import type { Problem } from './problem.ts'
import { readRecord } from './record.ts'
import { readSections } from './sections.ts'
import { parseYaml } from './yaml.ts'

const front = z.strictObject({ ...itemFields, form: z.literal('design').default('design'), labs: z.array(itemName).default([]) })

/** What the loader takes from the record of the proof. */
const record = z.object({
  par: z.object({ dollars: z.number(), drawing: z.string() }).optional(),
  /** For each question to ask, in their order. */
  worths: z.array(z.number().nullable()).optional(),
})

const DRAWING = /^(right|wrong)\/[a-z][a-z0-9]*([_-][a-z0-9]+)*\.yml$/

/** Reads the folder of a design case. `parts`: those that cases share; read beside the topics when left out. */
export function readDesign(
  { slug, topic, parts }: { readonly slug: string; readonly topic: string; readonly parts?: PartsFile | undefined },
  folder: Folder,
): { readonly item: Case | undefined; readonly problems: readonly Problem[] } {
  const { files } = folder
  const name = `${folder.name}/design.md`
  const page = readPage(front, files.get('design.md') ?? '', name)
  const read = readSections(page.body, { name, required: ['Ambiguous', 'Discussion'], intro: 'brief' })
  const shared = parts === undefined ? readParts(join(folder.path, '../../..'), PARTS_FILE) : { parts, problems: [] }
  const body = readBody(folder, shared.parts)
  const wrong = readWrong(folder, body.body)
  const problems = [
    ...folder.problems,
    ...page.problems,
    ...read.problems,
    ...shared.problems,
    ...body.problems,
    ...wrong.problems,
    ...fileProblems(folder),
  ]
  if (page.front === undefined || body.body === undefined || problems.length > 0) return { item: undefined, problems }
  const proof = readRecord(folder.path, PROOF_FILE, record)
  const item: Case = {
    ...page.front,
    ...body.body,
    asks: body.body.asks.map((ask, at) => ({ ...ask, worth: proof?.worths?.[at] ?? undefined })),
    kind: 'design',
    slug,
    topic,
    statement: read.intro,
    ambiguous: read.sections.get('Ambiguous')?.markdown ?? '',
    discussion: read.sections.get('Discussion')?.markdown ?? '',
    starter: files.get('starter.yml') ?? '',
    reference: files.get('reference.yml') ?? '',
    right: drawingsIn(folder, 'right'),
    wrong: wrong.drawings,
    par: proof?.par,
    hash: hashFiles(new Map([...files, [`../${PARTS_FILE}`, JSON.stringify(body.used)]])),
    folder: folder.path,
  }
  return { item, problems }
}

/** `case.yml`, its names held against each other. */
function readBody(
  folder: Folder,
  shared: PartsFile,
): { readonly body: CaseBody | undefined; readonly used: unknown; readonly problems: readonly Problem[] } {
  const source = folder.files.get('case.yml')
  if (source === undefined) return { body: undefined, used: [], problems: [] }
  const name = `${folder.name}/case.yml`
  const { value, problems: found, lineOf } = parseYaml(caseFile, source, { name, offset: 0 })
  if (value === undefined) return { body: undefined, used: [], problems: found }
  const problems: Problem[] = []
  const used: [string, unknown][] = []
  const parts = Object.entries(value.parts).map(([part, entry]) => {
    if (entry.use === undefined) return [part, toPart(entry)] as const
    const known = Object.hasOwn(shared, entry.use) ? shared[entry.use] : undefined
    if (known === undefined) {
      problems.push({
        where: `${name}:${lineOf(['parts', part, 'use'])}`,
        what: `There is no shared part "${entry.use}".`,
        fix: `${PARTS_FILE} has ${Object.keys(shared).join(', ') || 'none'}.`,
      })
      return [part, toPart(entry)] as const
    }
    used.push([entry.use, known])
    return [part, toPart(mergedPart(entry, known))] as const
  })
  if (problems.length > 0) return { body: undefined, used, problems }
  const body = toBody(value, Object.fromEntries(parts))
  const flaws = caseFlaws(body).map(({ where, cause, remedy }) => ({
    where: `${name}:${lineOf(pathOf(where))}`,
    what: `\`${where}\`: ${cause}.`,
    fix: remedy,
  }))
  return { body: flaws.length > 0 ? undefined : body, used, problems: flaws }
}

function toBody(file: CaseFile, parts: Case['parts']): CaseBody {
  const [first = ''] = Object.keys(file.scenarios)
  const placed = <T extends { readonly scenario?: string | undefined }>(each: T) => defined({ ...each, scenario: each.scenario ?? first })
  return {
    cells: file.cells,
    parts,
    duties: file.duties,
    workload: file.workload as unknown as Workload,
    jobs: Object.fromEntries(Object.entries(file.jobs).map(([name, [least, most]]) => [name, { least, most }])),
    lost: file.lost,
    scenarios: Object.fromEntries(
      Object.entries(file.scenarios).map(([name, { what, faults, workload }]) => [
        name,
        { what, faults: faults as unknown as readonly Fault[], workload: workload as Partial<Workload> },
      ]),
    ),
    slos: file.slos.map((slo) => placed(slo) as CaseBody['slos'][number]),
    levels: file.levels,
    asks: file.asks.map(({ ask, answer, moves }) => ({ ask, answer, moves, worth: undefined })),
    estimates: file.estimates.map((estimate): Estimate => {
      const { ask, unit } = estimate
      if ('reading' in estimate) return { ask, unit, truth: { reading: placed(estimate.reading) as Reading } }
      return { ask, unit, truth: { value: estimate.value, why: estimate.why } }
    }),
    followUps: file.followUps,
  }
}

/** Without the keys that have no value: what is left out is not there. */
function defined(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

/** `slos[2].bad.metric` as keys. */
function pathOf(where: string): readonly (string | number)[] {
  return where
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))
}

function drawingsIn(folder: Folder, directory: 'right' | 'wrong'): readonly NamedDrawing[] {
  return [...folder.files].flatMap(([path, source]) =>
    path.startsWith(`${directory}/`) ? [{ file: path.slice(directory.length + 1), source }] : [],
  )
}

/** Wrong drawings with the comments in front of them: what they miss, what their run shows, and why somebody would draw them. */
function readWrong(
  folder: Folder,
  body: CaseBody | undefined,
): { readonly drawings: readonly WrongDrawing[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const drawings = drawingsIn(folder, 'wrong').map(({ file, source }): WrongDrawing => {
    const name = `${folder.name}/wrong/${file}`
    const add = (line: number, what: string, fix: string) => problems.push({ where: `${name}:${line}`, what, fix })
    const said = readHeader(source)
    for (const key of ['misses', 'shows', 'why'] as const) {
      if ((said.get(key)?.text ?? '') === '')
        add(1, `Does not say what it ${key === 'why' ? 'is drawn for' : key}.`, `Begin the file with a comment \`# ${key}: ...\`.`)
    }
    const misses = (said.get('misses')?.text ?? '')
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '')
    for (const missed of misses) {
      // One that works may be too dear.
      if (body !== undefined && missed !== 'cost' && !body.slos.some((slo) => slo.name === missed)) {
        add(
          said.get('misses')?.line ?? 1,
          `There is no objective "${missed}".`,
          `The case has ${body.slos.map((slo) => slo.name).join('; ')}.`,
        )
      }
    }
    const shows = said.get('shows')
    const one = parseYaml(z.union([z.array(condition), condition.transform((each) => [each])]), shows?.text ?? '[]', {
      name,
      offset: (shows?.line ?? 1) - 1,
    })
    problems.push(...one.problems)
    const [first = ''] = Object.keys(body?.scenarios ?? {})
    const conditions = (one.value ?? []).map((each) => defined({ ...each, scenario: each.scenario ?? first }) as Condition)
    if (body !== undefined) {
      for (const { cause, remedy } of caseFlaws({
        ...body,
        slos: [...body.slos, ...conditions.map((each, at) => ({ ...each, name: `shows ${at}` }))],
      })) {
        add(shows?.line ?? 1, `\`shows\`: ${cause}.`, remedy)
      }
    }
    return { file, source, misses, shows: conditions, why: said.get('why')?.text ?? '' }
  })
  return { drawings, problems }
}

/** `# key: text` lines in front of a drawing; a comment that begins with no key goes on with the one before. */
function readHeader(source: string): ReadonlyMap<string, { readonly text: string; readonly line: number }> {
  const said = new Map<string, { text: string; line: number }>()
  let last: { text: string; line: number } | undefined
  for (const [at, line] of source.split('\n').entries()) {
    const comment = /^#\s?(.*)$/.exec(line)?.[1]
    if (comment === undefined) break
    const [, key, text] = /^\s*(misses|shows|why):\s*(.*)$/.exec(comment) ?? []
    if (key !== undefined) {
      last = { text: (text ?? '').trim(), line: at + 1 }
      said.set(key, last)
    } else if (last !== undefined) last.text = `${last.text} ${comment.trim()}`.trim()
  }
  return said
}

function fileProblems(folder: Folder): readonly Problem[] {
  const problems: Problem[] = []
  for (const file of ['case.yml', 'starter.yml', 'reference.yml']) {
    if (!folder.files.has(file)) problems.push({ where: folder.name, what: `${file} is missing.`, fix: `Write ${folder.name}/${file}.` })
  }
  for (const path of folder.files.keys()) {
    if (['design.md', 'case.yml', 'starter.yml', 'reference.yml', PROOF_FILE].includes(path) || DRAWING.test(path)) continue
    const fix = 'A design holds design.md, case.yml, starter.yml, reference.yml, right/*.yml and wrong/*.yml.'
    problems.push({ where: `${folder.name}/${path}`, what: 'Unexpected file.', fix })
  }
  for (const [directory, least] of [
    ['right', 1],
    ['wrong', 3],
  ] as const) {
    const count = drawingsIn(folder, directory).length
    if (count < least) {
      problems.push({ where: folder.name, what: `${directory}/ has ${count} drawings.`, fix: `Write at least ${least}.` })
    }
  }
  return problems
}
