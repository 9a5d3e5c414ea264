import { z } from 'zod'
import type { Exercise } from '../domain/item.ts'
import { PERMISSIONS, PYTHON_RUNTIMES, RUNTIMES, type Runtime } from '../domain/runtime.ts'
import { rightAnswers, wrongAnswers } from './answers.ts'
import { readCases } from './cases.ts'
import { checkProblems } from './checks.ts'
import { itemFields, text } from './fields.ts'
import type { Folder } from './folder.ts'
import { readPage } from './front-matter.ts'
import { hashFiles, PROOF_FILE, VARIANTS_FILE } from './hash.ts'
import { limitsOf } from './limits.ts'
import type { Problem } from './problem.ts'
import { readList, readSections } from './sections.ts'
import { readSnippets } from './snippets.ts'

const front = z.strictObject({
  ...itemFields,
  form: z.enum(['write', 'fix']),
  runtime: z.enum(RUNTIMES),
  limits: z.strictObject({ cpuMs: z.int().min(100).max(60_000).optional(), memoryMb: z.int().min(16).max(4096).optional() }).default({}),
  permissions: z.array(z.enum(PERMISSIONS)).default([]),
  aliases: z.array(text).default([]),
})

/** Reads the folder of an exercise, or of a lab, which has a world as well. The exercise is there only when nothing about its files is wrong. */
export function readExercise(
  { slug, topic }: { readonly slug: string; readonly topic: string },
  folder: Folder,
  main: 'exercise.md' | 'lab.md',
): { readonly item: Exercise | undefined; readonly problems: readonly Problem[] } {
  const name = `${folder.name}/${main}`
  const page = readPage(front, folder.files.get(main) ?? '', name)
  const read = readSections(page.body, { name, required: ['Hints', 'Why'], intro: 'statement' })
  const hints = readList(read.sections.get('Hints'), page.body, { name, ordered: true })
  const problems = [...folder.problems, ...page.problems, ...read.problems, ...hints.problems]
  if (page.front === undefined) return { item: undefined, problems }

  const { limits, ...fields } = page.front
  const language = languageOf(fields.runtime)
  const isLab = main === 'lab.md'
  if (isLab && !PYTHON_RUNTIMES.some((one) => one === fields.runtime))
    problems.push({
      where: name,
      what: `A lab of ${fields.runtime}.`,
      fix: 'Its world is written in Python: choose python, data or torch.',
    })
  problems.push(...fileProblems(folder, fields.runtime, isLab))
  const { wrong, problems: unlabelled } = wrongAnswers(folder, language)
  problems.push(...unlabelled)
  const file = (path: string) => folder.files.get(path) ?? ''
  const { extension } = language
  const common = {
    ...fields,
    kind: 'exercise',
    slug,
    topic,
    limits: limitsOf(fields.runtime, limits),
    statement: read.intro,
    hints: hints.items,
    why: read.sections.get('Why')?.markdown ?? '',
    starter: file(`starter.${extension}`),
    solution: file(`solution.${extension}`),
    right: rightAnswers(folder, extension),
    wrong,
    hash: hashFiles(folder.files),
    folder: folder.path,
  } as const
  const { runtime } = common
  if (runtime === 'dockerfile' || runtime === 'kubernetes') {
    problems.push(...checkProblems(folder, runtime))
    return { item: problems.length > 0 ? undefined : { ...common, runtime, checks: file('checks.yml') }, problems }
  }
  if (runtime !== 'postgres') {
    const { snippets, problems: unclear } = readSnippets(folder)
    problems.push(...unclear)
    const world = isLab ? { world: file('world.py') } : {}
    return { item: problems.length > 0 ? undefined : { ...common, runtime, tests: file('tests.py'), snippets, ...world }, problems }
  }
  const { cases, problems: wrongCases } = readCases(folder)
  problems.push(...wrongCases)
  if (cases === undefined || problems.length > 0) return { item: undefined, problems }
  return { item: { ...common, runtime, schema: file('schema.sql'), ...cases }, problems }
}

/** File extension and comment sign of what is written for a runtime. */
export function languageOf(runtime: Runtime): { readonly extension: 'py' | 'sql' | 'dockerfile' | 'yaml'; readonly comment: '#' | '--' } {
  if (runtime === 'postgres') return { extension: 'sql', comment: '--' }
  return { extension: runtime === 'dockerfile' ? 'dockerfile' : runtime === 'kubernetes' ? 'yaml' : 'py', comment: '#' }
}

/** What an exercise of a runtime holds besides its answers. */
function requiredFiles(runtime: Runtime, isLab: boolean): readonly string[] {
  const { extension } = languageOf(runtime)
  const written = [`starter.${extension}`, `solution.${extension}`]
  if (runtime === 'postgres') return ['exercise.md', 'schema.sql', ...written, 'cases.yml']
  if (runtime === 'dockerfile' || runtime === 'kubernetes') return ['exercise.md', ...written, 'checks.yml']
  return [...(isLab ? ['lab.md', 'world.py'] : ['exercise.md']), ...written, 'tests.py']
}

function fileProblems(folder: Folder, runtime: Runtime, isLab: boolean): readonly Problem[] {
  const { extension } = languageOf(runtime)
  const required = requiredFiles(runtime, isLab)
  const variant = new RegExp(`^(right|wrong)/[a-z][a-z0-9]*([-_][a-z0-9]+)*\\.${extension}$`)
  const problems: Problem[] = []
  for (const path of required) {
    const there = folder.files.get(path)
    if (there === undefined) {
      const fix = `Write ${folder.name}/${path}.`
      problems.push({ where: folder.name, what: `${path} is missing.`, fix })
    } else if (there.trim() === '') {
      problems.push({ where: `${folder.name}/${path}`, what: 'Is empty.', fix: 'Write it.' })
    }
  }
  for (const path of folder.files.keys()) {
    const expected =
      required.includes(path) ||
      path === PROOF_FILE ||
      path === VARIANTS_FILE ||
      (path === 'predict.py' && extension === 'py') ||
      variant.test(path)
    if (expected || (runtime === 'postgres' && /^cases\/[^/]+\.sql$/.test(path))) continue
    const others = runtime === 'postgres' ? ', cases/*.sql' : extension === 'py' ? ', predict.py' : ''
    const fix = `Remove or rename it. ${isLab ? 'A lab' : 'An exercise'} with runtime ${runtime} has ${required.join(', ')}, right/*.${extension}, wrong/*.${extension}${others}.`
    problems.push({ where: `${folder.name}/${path}`, what: 'Unexpected file.', fix })
  }
  return problems
}
