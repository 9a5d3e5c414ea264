import { z } from 'zod'
import type { LogEvent } from '../domain/event.ts'
import { CATEGORIES, FORMS } from '../domain/item.ts'
import { RUNTIMES } from '../domain/runtime.ts'
import type { Draft } from '../domain/store.ts'
import { UserError } from '../domain/user-error.ts'
import { VERDICTS } from '../domain/verdict.ts'

/** One line of an export: a header, then drafts, then events. */
export type Line =
  | { readonly kind: 'header'; readonly drafts: number; readonly events: number }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'event'; readonly event: Omit<LogEvent, 'learner'> }

export const FORMAT = 'onsite-export-1'

const count = z.int().nonnegative()
const ms = z.number().nonnegative()
const time = z.iso.datetime()
const item = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the name of an item, e.g. scores-that-overflow')

const text = z.looseObject({ kind: z.literal('text'), type: z.string(), text: z.string(), truncated: z.boolean() })
const array = z.looseObject({
  kind: z.literal('array'),
  type: z.string(),
  dtype: z.string(),
  shape: z.array(z.number()),
  cells: z.array(z.array(z.string())),
  curve: z.array(z.number().nullable()).optional(),
  truncated: z.boolean(),
})
const table = z.looseObject({
  kind: z.literal('table'),
  type: z.string(),
  columns: z.array(z.looseObject({ name: z.string(), dtype: z.string() })),
  index: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
  rowCount: count,
  truncated: z.boolean(),
})
const shown = z.discriminatedUnion('kind', [text, array, table])
const check = z.looseObject({
  name: z.string(),
  visible: z.boolean(),
  category: z.enum(CATEGORIES),
  passed: z.boolean(),
  message: z.string(),
  difference: z.looseObject({ expected: shown, actual: shown, cells: z.array(z.tuple([count, count])) }).optional(),
})

const base = { id: z.uuid(), at: time, zone: z.string(), item, itemHash: z.string() }
// Loose: a younger Onsite may say more of an event, and that is kept.
const event = z.discriminatedUnion('type', [
  z.looseObject({
    ...base,
    type: z.literal('attempt'),
    mode: z.enum(['run', 'submit']),
    form: z.enum(FORMS),
    runtime: z.enum(RUNTIMES),
    source: z.string(),
    seed: z.number(),
    hintsShown: count,
    referenceShown: z.boolean(),
    activeMs: ms,
    verdict: z.enum(VERDICTS),
    message: z.string(),
    checks: z.array(check),
    cpuMs: ms,
    wallMs: ms,
    stdout: z.string(),
    truncated: z.boolean(),
    judge: z.looseObject({ onsite: z.string(), runtime: z.string() }),
  }),
  z.looseObject({ ...base, type: z.literal('hint'), hint: count }),
  z.looseObject({ ...base, type: z.literal('reference') }),
  z.looseObject({
    ...base,
    type: z.literal('answer'),
    text: z.string(),
    scores: z.array(z.number().nullable()),
    points: z.number(),
    activeMs: ms,
  }),
  z.looseObject({ ...base, type: z.literal('report'), attempt: z.uuid(), comment: z.string() }),
])

const line = z.union([
  z.strictObject({ format: z.literal(FORMAT), at: time, drafts: count, events: count }),
  z.strictObject({ draft: z.strictObject({ item, source: z.string(), revision: count.positive(), updatedAt: time }) }),
  z.strictObject({ event }),
])

/** Reads a line of an export; `number` counts from 1. Throws UserError that names the line and what is wrong with it. */
export function parseLine(text: string, number: number): Line {
  const where = `line ${number}`
  const fix = 'Import the file as `onsite export` wrote it.'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UserError('This line is not JSON: the file is damaged or cut short.', { where, fix })
  }
  if (number === 1 && !isHeader(value)) throw new UserError(`This is not an export of Onsite (${FORMAT}).`, { where, fix })
  const parsed = schemaOf(value).safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new UserError(`${issue?.path.join('.') || 'The line'}: ${issue?.message ?? 'is not understood'}`, { where, fix })
  }
  // The value itself, not the parser's copy: an event keeps every key, in the order in which it was written.
  const known = value as z.infer<typeof line>
  if ('draft' in known) return { kind: 'draft', draft: known.draft }
  if ('event' in known) return { kind: 'event', event: known.event as unknown as Omit<LogEvent, 'learner'> }
  return { kind: 'header', drafts: known.drafts, events: known.events }
}

/** The one kind of line that this can be, so that a message speaks of that and not of all three. */
function schemaOf(value: unknown): z.ZodType {
  const has = (key: string) => value !== null && typeof value === 'object' && key in value
  return line.options.find((option) => Object.keys(option.shape).some(has)) ?? line
}

function isHeader(value: unknown): boolean {
  return value !== null && typeof value === 'object' && 'format' in value && value.format === FORMAT
}
