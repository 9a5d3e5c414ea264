import { z } from 'zod'
import type { Question } from '../domain/item.ts'
import { itemFields, text } from './fields.ts'
import type { Folder } from './folder.ts'
import { readPage } from './front-matter.ts'
import { hashFiles } from './hash.ts'
import type { Problem } from './problem.ts'
import { readList, readSections } from './sections.ts'

/** YAML reads `[1, true, null]` as values of other kinds; a mention is the word that stands there. */
const word = z.preprocess((value) => (typeof value === 'object' && value !== null ? value : String(value)), text)

const front = z.strictObject({
  ...itemFields,
  form: z.literal('explain', 'must be explain, or estimate for a drill'),
  points: z.int().min(1),
  rubric: z
    .array(z.strictObject({ point: text, points: z.int().min(1), mentions: z.array(z.array(word).min(1)).default([]) }))
    .min(1, 'has no point'),
})

/** Reads the folder of a question. */
export function readQuestion(
  { slug, topic }: { readonly slug: string; readonly topic: string },
  folder: Folder,
): { readonly item: Question | undefined; readonly problems: readonly Problem[] } {
  const name = `${folder.name}/question.md`
  const page = readPage(front, folder.files.get('question.md') ?? '', name)
  const read = readSections(page.body, { name, required: ['Strong', 'Weak', 'Follow-ups'], intro: 'statement' })
  const followUps = readList(read.sections.get('Follow-ups'), page.body, { name, ordered: false })
  const unexpected = [...folder.files.keys()]
    .filter((path) => path !== 'question.md')
    .map((path) => ({ where: `${folder.name}/${path}`, what: 'Unexpected file.', fix: 'Remove it: a question is one file, question.md.' }))
  const problems = [...folder.problems, ...page.problems, ...read.problems, ...followUps.problems, ...unexpected]
  if (page.front === undefined || problems.length > 0) return { item: undefined, problems }
  const item = {
    ...page.front,
    kind: 'question',
    slug,
    topic,
    statement: read.intro,
    strong: read.sections.get('Strong')?.markdown ?? '',
    weak: read.sections.get('Weak')?.markdown ?? '',
    followUps: followUps.items,
    hash: hashFiles(folder.files),
    folder: folder.path,
  } as const
  return { item, problems }
}
