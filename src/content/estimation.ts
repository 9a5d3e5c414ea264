import { z } from 'zod'
import type { Asked, Drawable, Estimation } from '../domain/estimation.ts'
import { drawsOf, everyDraw } from '../grading/draw.ts'
import { blanksOf } from '../grading/fill.ts'
import { type Formula, namesIn, parseFormula, valueOf } from '../grading/formula.ts'
import { isUnit, parseQuantity } from '../grading/quantity.ts'
import { sayExactly } from '../grading/say-quantity.ts'
import { itemFields, text } from './fields.ts'
import type { Folder } from './folder.ts'
import { readPage } from './front-matter.ts'
import { hashFiles } from './hash.ts'
import type { Problem } from './problem.ts'
import { readList, readSections } from './sections.ts'

/** More draws than anybody meets; each is tried when the drill is read. */
const MOST_DRAWS = 5_000

/** What shows that a number is written with its unit. */
const WRITTEN_UNITS: readonly (readonly [string, RegExp])[] = [
  ['B/s', /\d\s*([kMGTPE]i?)?(B|bit)\/s$/],
  ['B', /\d\s*([kMGTPE]i?)?(B|bit)$/],
  ['/s', /\d\s*[kMGT]?\/s$/],
  ['s', /\d\s*(ns|us|µs|ms|s|min|h|days?|years?)$/],
  ['USD/h', /USD\/h$/],
  ['USD', /USD$/],
  ['%', /%$/],
]

const values = z
  .array(z.union([z.number(), text]))
  .min(1, 'has no value')
  .transform((all, context): Drawable => {
    const read = all.map((one) => quantityOf(one))
    const unit = read[0]?.unit ?? ''
    read.forEach(({ value, unit: other }, place) => {
      if (!(Number.isFinite(value) && value > 0)) {
        context.addIssue({ code: 'custom', path: [place], message: `${String(all[place])} is no number above 0` })
      } else if (other !== unit) context.addIssue({ code: 'custom', path: [place], message: 'has another unit than the first value' })
    })
    if (new Set(read.map(({ value }) => value)).size < read.length) context.addIssue({ code: 'custom', message: 'has a value twice' })
    return { values: read.map(({ value }) => value), unit }
  })

const front = z
  .strictObject({
    ...itemFields,
    form: z.literal('estimate'),
    numbers: z.record(z.string(), values),
    answers: z
      .array(
        z.strictObject({
          ask: text,
          answer: z.union([z.string(), z.number()]).transform(String),
          unit: z.string().refine(isUnit, 'must be B, s, USD, % or a word, with /s or /h behind it or not').default(''),
        }),
      )
      .min(1, 'asks for nothing')
      .max(8, 'asks for more than anybody works out in one go'),
  })
  .superRefine(({ numbers, answers }, context) => {
    const issue = (path: readonly (string | number)[], message: string) => context.addIssue({ code: 'custom', path: [...path], message })
    for (const name of Object.keys(numbers)) {
      if (!/^[a-z][A-Za-z0-9]*$/.test(name)) issue(['numbers', name], 'must be a name like users or photoSize')
    }
    if (drawsOf(numbers) > MOST_DRAWS) issue(['numbers'], `gives ${drawsOf(numbers)} draws; at most ${MOST_DRAWS} are tried`)
    else answers.forEach(({ answer }, place) => asProblems(answer, numbers).forEach((what) => issue(['answers', place, 'answer'], what)))
  })

/** Reads the folder of an estimation drill. */
export function readEstimation(
  { slug, topic }: { readonly slug: string; readonly topic: string },
  folder: Folder,
): { readonly item: Estimation | undefined; readonly problems: readonly Problem[] } {
  const name = `${folder.name}/question.md`
  const page = readPage(front, folder.files.get('question.md') ?? '', name)
  const read = readSections(page.body, { name, required: ['Working'], optional: ['Follow-ups'], intro: 'statement' })
  const followUps = readList(read.sections.get('Follow-ups'), page.body, { name, ordered: false })
  const working = read.sections.get('Working')
  const unexpected = [...folder.files.keys()]
    .filter((path) => path !== 'question.md')
    .map((path) => ({ where: `${folder.name}/${path}`, what: 'Unexpected file.', fix: 'Remove it: a drill is one file, question.md.' }))
  const blanks =
    page.front === undefined
      ? []
      : checkBlanks(page.front, [read.intro, working?.markdown, read.sections.get('Follow-ups')?.markdown], { body: page.body, name })
  const problems = [...folder.problems, ...page.problems, ...read.problems, ...followUps.problems, ...unexpected, ...blanks]
  if (page.front === undefined || problems.length > 0) return { item: undefined, problems }
  const item = {
    ...page.front,
    kind: 'estimate',
    slug,
    topic,
    statement: read.intro,
    working: working?.markdown ?? '',
    followUps: followUps.items,
    hash: hashFiles(folder.files),
    folder: folder.path,
  } as const
  return { item, problems }
}

interface Front {
  readonly numbers: Readonly<Record<string, Drawable>>
  readonly answers: readonly Asked[]
}

/** Every blank can be filled, and everything that is drawn is told in the first part, the statement. */
function checkBlanks(
  { numbers }: Front,
  parts: readonly (string | undefined)[],
  { body, name }: { readonly body: string; readonly name: string },
): readonly Problem[] {
  const told = blanksOf(parts[0] ?? '').flatMap(({ formula }) => (formula === undefined ? [] : [...namesIn(formula)]))
  const untold = Object.keys(numbers)
    .filter((drawn) => !told.includes(drawn))
    .map((drawn) => ({
      where: `${name}:1`,
      what: `\`${drawn}\` is drawn, and the statement does not tell it.`,
      fix: `Write {${drawn}} where it belongs, or remove it.`,
    }))
  const wrong = parts.flatMap((part = '') =>
    blanksOf(part).flatMap(({ at, text: inside, formula, problem }) => {
      const whats = formula === undefined ? [problem ?? ''] : drawProblems(formula, numbers)
      const line = body.slice(0, Math.max(0, body.indexOf(part)) + at).split('\n').length
      return whats.map((what) => ({
        where: `${name}:${line}`,
        what: `{${inside}}: ${what}.`,
        fix: 'Write {name} for what is drawn and {= formula} for what follows; braces that are none stand in `code` or mathematics.',
      }))
    }),
  )
  return [...untold, ...wrong]
}

function asProblems(answer: string, numbers: Front['numbers']): readonly string[] {
  const formula = parseFormula(answer)
  return formula.kind === 'problem' ? [`${answer}: ${formula.what}`] : drawProblems(formula, numbers)
}

/** What is wrong with a formula, for any draw: at most one thing. */
function drawProblems(formula: Formula, numbers: Front['numbers']): readonly string[] {
  const unknown = [...namesIn(formula)].find((each) => !Object.hasOwn(numbers, each))
  if (unknown !== undefined) return [`"${unknown}" is not drawn`]
  if (drawsOf(numbers) > MOST_DRAWS) return []
  for (const draw of everyDraw(numbers)) {
    const value = valueOf(formula, draw)
    if (Number.isFinite(value) && value > 0) continue
    const drawn = Object.entries(draw).map(([key, one]) => `${key} = ${sayExactly(one, '')}`)
    return [`gives ${value} for ${drawn.join(', ') || 'every draw'}; it must be a number above 0`]
  }
  return []
}

function quantityOf(written: number | string): { readonly value: number; readonly unit: string } {
  if (typeof written === 'number') return { value: written, unit: '' }
  const unit = WRITTEN_UNITS.find(([, pattern]) => pattern.test(written))?.[0] ?? ''
  const quantity = parseQuantity(written, unit)
  return { value: quantity.kind === 'quantity' ? quantity.value : Number.NaN, unit }
}
