import { z } from 'zod'
import { withoutUnits } from '../design/units.ts'
import { text } from './fields.ts'

/** A number, or a text with a unit: `50ms`, `20k`. */
export const amount = z.preprocess(withoutUnits, z.number())

/** What the engine's own rules check afterwards; its numbers may have units. */
const raw = z.preprocess(withoutUnits, z.record(z.string(), z.unknown()))

/** Names with counts; a list of names counts each once. */
const facts = z.union([
  z.array(text).transform((names) => Object.fromEntries(names.map((name) => [name, 1]))),
  z.record(z.string(), amount),
])

const setting = z.preprocess(withoutUnits, z.union([z.number(), z.boolean(), z.string()]))

const freedom = z.union([
  z.null(),
  z.tuple([amount, amount]),
  z.strictObject({ least: amount, most: amount, whole: z.boolean() }),
  z.strictObject({ among: z.array(setting).min(2) }),
  z.strictObject({ names: z.literal('component') }),
])

const figure = z.strictObject({
  value: z.coerce.string(),
  range: z.coerce.string().default(''),
  grade: z.enum(['A', 'B', 'C', 'judgement']),
  source: z.string().default(''),
  url: z.string().default(''),
})

const partFields = {
  title: text.optional(),
  about: text.optional(),
  component: raw.optional(),
  free: z.record(z.string(), freedom).optional(),
  each: z.record(z.string(), amount).optional(),
  provides: facts.optional(),
  stores: facts.optional(),
  needs: facts.optional(),
  during: facts.optional(),
  effect: text.optional(),
  quality: amount.optional(),
  standby: z.boolean().optional(),
  figures: z.record(z.string(), figure).optional(),
}

/** A part as a case says it: anew, or as a change of one that cases share. */
export const partEntry = z.strictObject({ use: text.optional(), ...partFields })
export type PartEntry = z.infer<typeof partEntry>

/** `content/parts.yml`. */
export const partsFile = z.record(z.string(), z.strictObject(partFields))
export type PartsFile = z.infer<typeof partsFile>

const limits = { least: amount.optional(), most: amount.optional() }
const readingFields = {
  scenario: text.optional(),
  metric: text,
  bad: z.strictObject({ metric: text, ...limits }).optional(),
  class: text.optional(),
  part: text.optional(),
  from: amount.optional(),
  until: amount.optional(),
}
const reading = z.strictObject(readingFields)
export const condition = z.strictObject({ ...readingFields, ...limits })

const bar = z.strictObject({ scenarios: z.array(text).min(1), cost: z.number().min(1) })

export const caseFile = z.strictObject({
  cells: z.int().min(1).default(1),
  parts: z.record(z.string(), partEntry),
  duties: z
    .array(
      z.strictObject({
        class: text,
        fact: text,
        count: z.number().min(0).default(1),
        when: z.enum(['now', 'later']).default('now'),
        why: text,
        except: z.array(text).default([]),
      }),
    )
    .default([]),
  workload: raw,
  jobs: z.record(z.string(), z.tuple([amount, amount])).default({}),
  lost: z.number().min(0).max(1).default(1),
  scenarios: z.record(z.string(), z.strictObject({ what: text, faults: z.array(raw).default([]), workload: raw.default({}) })),
  slos: z.array(z.strictObject({ name: text, ...readingFields, ...limits })).min(1),
  levels: z.strictObject({ intro: bar, standard: bar, senior: bar, staff: bar }),
  asks: z
    .array(
      z.strictObject({
        ask: text,
        answer: z.coerce.string(),
        moves: z.strictObject({ path: text, low: amount, high: amount }).optional(),
      }),
    )
    .default([]),
  estimates: z
    .array(
      z.union([
        z.strictObject({ ask: text, unit: z.string(), reading }),
        z.strictObject({ ask: text, unit: z.string(), value: amount, why: text }),
      ]),
    )
    .default([]),
  followUps: z.array(z.strictObject({ when: text, ask: text, listen: text })).default([]),
})
export type CaseFile = z.infer<typeof caseFile>
