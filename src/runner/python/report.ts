import { z } from 'zod'
import { CATEGORIES } from '../../domain/item.ts'
import { MEASURED_VERDICTS } from '../../domain/measured.ts'

/** A value as text, bounded: it comes from a process that ran a learner's code. */
const text = z.string().max(20_000)
const cells = z.array(z.array(z.string().max(400)).max(100)).max(100)

const shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), type: text, text, truncated: z.boolean() }),
  z.object({
    kind: z.literal('array'),
    type: text,
    dtype: text,
    shape: z.array(z.number().int().nonnegative()).max(64),
    cells,
    curve: z.array(z.number().nullable()).max(2000).optional(),
    truncated: z.boolean(),
  }),
  z.object({
    kind: z.literal('table'),
    type: text,
    columns: z.array(z.object({ name: text, dtype: text })).max(100),
    index: z.array(text).max(100),
    rows: z.array(z.array(z.string().max(400).nullable()).max(100)).max(100),
    rowCount: z.number().int().nonnegative(),
    truncated: z.boolean(),
  }),
])

const measured = z.object({
  name: z.string().max(400),
  unit: z.string().max(40),
  worlds: z.int().positive(),
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  least: z.number().optional(),
  most: z.number().optional(),
  verdict: z.enum(MEASURED_VERDICTS),
  passed: z.boolean(),
})

const place = z.number().int().nonnegative()

/** What the judge says, one JSON text a line, over a connection that the candidate does not have. */
export const judgeReport = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('plan'),
    checks: z.array(z.object({ name: z.string(), visible: z.boolean(), category: z.enum(CATEGORIES) })),
  }),
  z.object({ type: z.literal('hidden') }),
  z.object({
    type: z.literal('check'),
    name: z.string(),
    outcome: z.enum(['passed', 'failed', 'errored', 'out-of-memory']),
    message: text,
    difference: z.object({ expected: shown, actual: shown, cells: z.array(z.tuple([place, place])).max(2000) }).optional(),
    measured: z.array(measured).max(50).optional(),
  }),
  /** The learner's module could not be loaded. */
  z.object({ type: z.literal('load'), message: text, memory: z.boolean() }),
  /** The candidate ended, or sent what is no answer (then `message` says what). */
  z.object({ type: z.literal('gone'), check: z.string().nullable(), message: text }),
  /** The exercise itself is broken. */
  z.object({ type: z.literal('fault'), message: text, detail: text }),
  /** Every check of the plan has run. */
  z.object({ type: z.literal('end') }),
])
export type JudgeReport = z.infer<typeof judgeReport>

/** Whose code a measured process runs. */
export type Side = 'learner' | 'solution'

/** What the judge asks of a process that it measures, on the same connection; each gets one line as its answer. */
export const rivalOrder = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rival'), of: z.enum(['learner', 'solution']) }),
  z.object({ type: z.literal('frame'), frame: z.string() }),
  z.object({ type: z.literal('measure') }),
  z.object({ type: z.literal('dismiss') }),
])
export type RivalOrder = z.infer<typeof rivalOrder>

/** What a run answers: the value of its last expression, or what it raised. */
export const runReply = z.object({
  value: shown.nullish(),
  error: z.object({ text, memory: z.boolean() }).optional(),
})

/** What a zygote says, one JSON text a line. */
export const zygoteMessage = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ failed: z.string(), isolation: z.boolean().default(false) }),
  z.object({ measured: z.number().int(), cpuMs: z.number(), memoryBytes: z.number() }),
  z.object({
    exit: z.number().int(),
    code: z.number().int().nullable(),
    signal: z.number().int().nullable(),
    cause: z.string().nullable(),
    cpuMs: z.number(),
    memoryBytes: z.number().nullable(),
    delayedMs: z.number(),
    waiting: z.boolean(),
  }),
])
