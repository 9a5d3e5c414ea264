import { z } from 'zod'
import type { LogEvent } from '../domain/event.ts'
import { FACETS, NOVELTIES, PURPOSES } from '../domain/evidence.ts'
import { CATEGORIES, FORMS } from '../domain/item.ts'
import { MEASURED_VERDICTS } from '../domain/measured.ts'
import { ACTIVITIES } from '../domain/plan.ts'
import { RUNTIMES } from '../domain/runtime.ts'
import type { Draft } from '../domain/store.ts'
import { COMPANIES, DOMAINS, LEVELS, ROUND_KINDS } from '../domain/target.ts'
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
const name = '[a-z0-9]+(-[a-z0-9]+)*'
const item = z.string().regex(new RegExp(`^${name}(~${name})?$`), 'must be the name of an item, e.g. scores-that-overflow')
const pattern = z.string().regex(new RegExp(`^${name}/${name}$`), 'must be the name of a pattern, e.g. tensors/stable-softmax')

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
const measured = z.looseObject({
  name: z.string(),
  unit: z.string(),
  worlds: count,
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  least: z.number().optional(),
  most: z.number().optional(),
  verdict: z.enum(MEASURED_VERDICTS),
  passed: z.boolean(),
})
const check = z.looseObject({
  name: z.string(),
  visible: z.boolean(),
  category: z.enum(CATEGORIES),
  passed: z.boolean(),
  message: z.string(),
  difference: z.looseObject({ expected: shown, actual: shown, cells: z.array(z.tuple([count, count])) }).optional(),
  measured: z.array(measured).optional(),
})

/** Null where an interval has none to tell. */
const amount = z.number().nullable()
const prediction = z.looseObject({
  ask: z.string(),
  unit: z.string(),
  said: z.union([amount, z.string()]),
  truth: z.union([amount, z.string()]),
  score: z.number().min(0).max(1),
})
const design = z.looseObject({
  level: z.enum(LEVELS),
  asked: z.array(count),
  predictions: z.array(prediction),
  firstToBreak: z.string().nullable(),
  cost: amount,
  par: amount,
  bottleneck: z.string().optional(),
})
const interval = z.looseObject({ mean: amount, low: amount, high: amount, replicates: count })
const outcome = z.enum(['met', 'missed', 'marginal'])
// What a page needs to show it; the rest is kept as it comes.
const report = z.looseObject({
  level: z.enum(LEVELS),
  seed: z.number(),
  passed: z.boolean(),
  objectives: z.array(
    z.looseObject({
      name: z.string(),
      outcome,
      loads: z.array(z.looseObject({ load: z.number(), interval, outcome })),
    }),
  ),
  cost: z.looseObject({ dollars: amount, par: amount, most: amount, outcome, byComponent: z.record(z.string(), amount) }),
  findings: z.array(z.looseObject({ name: z.string(), component: z.string().optional(), evidence: z.string() })),
  predictions: z.array(prediction),
  followUps: z.array(count),
})

const own = { id: z.uuid(), at: time, zone: z.string() }
const base = { ...own, item, itemHash: z.string() }
const purpose = z.enum(PURPOSES).optional()
const minutes = z.number().min(0).max(1440)
const calendarDay = z.iso.date()
const round = z.looseObject({ kind: z.enum(ROUND_KINDS), minutes })
const target = z.looseObject({
  company: z.enum(COMPANIES),
  domain: z.enum(DOMAINS),
  level: z.enum(LEVELS),
  date: calendarDay,
  minutes: z.array(minutes).length(7),
  daysOff: z.array(calendarDay),
  rounds: z.array(round).optional(),
})
const dayEntry = z.looseObject({
  item,
  pattern,
  activity: z.enum(ACTIVITIES),
  novelty: z.enum(NOVELTIES),
  purpose: z.enum(PURPOSES),
  minutes,
  gain: z.number(),
})
// Loose: a younger Onsite may say more of an event, and that is kept.
const event = z.discriminatedUnion('type', [
  z.looseObject({
    ...base,
    type: z.literal('attempt'),
    mode: z.enum(['run', 'submit']),
    form: z.enum(FORMS),
    runtime: z.enum([...RUNTIMES, 'simulation']),
    source: z.string(),
    seed: z.number(),
    hintsShown: count,
    referenceShown: z.boolean(),
    patterns: z.array(pattern).optional(),
    minutes: minutes.optional(),
    chances: z.number().min(1).optional(),
    purpose,
    activeMs: ms,
    verdict: z.enum(VERDICTS),
    message: z.string(),
    checks: z.array(check),
    cpuMs: ms,
    wallMs: ms,
    stdout: z.string(),
    truncated: z.boolean(),
    judge: z.looseObject({ onsite: z.string(), runtime: z.string() }),
    design: design.optional(),
    report: report.optional(),
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
    patterns: z.array(pattern).optional(),
    minutes: minutes.optional(),
    purpose,
  }),
  z.looseObject({ ...base, type: z.literal('report'), attempt: z.uuid(), comment: z.string() }),
  z.looseObject({
    ...base,
    type: z.literal('recognition'),
    pattern,
    chosen: pattern.nullable(),
    options: z.array(pattern),
    reason: z.string(),
    activeMs: ms,
    minutes: minutes.optional(),
    purpose,
  }),
  z.looseObject({
    ...base,
    type: z.literal('forecast'),
    pattern,
    facet: z.enum(FACETS),
    novelty: z.enum(NOVELTIES),
    model: z.string(),
    probability: z.number().min(0).max(1),
  }),
  z.looseObject({ ...base, type: z.literal('ask'), ask: count }),
  z.looseObject({
    ...base,
    type: z.literal('estimate'),
    drawn: z.record(z.string(), z.number()),
    answers: z.array(z.looseObject({ said: z.number().nullable(), truth: z.number(), score: z.number().min(0).max(1) })),
    score: z.number().min(0).max(1),
    passed: z.boolean(),
    activeMs: ms,
    patterns: z.array(pattern).optional(),
    minutes: minutes.optional(),
    purpose,
  }),
  z.looseObject({ ...own, type: z.literal('target'), target: target.nullable() }),
  z.looseObject({ ...own, type: z.literal('self-rating'), ratings: z.record(z.string(), z.number().min(0).max(4).nullable()) }),
  z.looseObject({ ...own, type: z.literal('diagnostic'), state: z.enum(['begun', 'ended']), most: count.optional() }),
  z.looseObject({ ...own, type: z.literal('day'), day: calendarDay, entries: z.array(dayEntry) }),
  z.looseObject({
    ...own,
    type: z.literal('review'),
    pattern,
    rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    from: z.string(),
  }),
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
