import { z } from 'zod'
import type { Exercise } from '../domain/item.ts'
import type { Variants } from '../domain/variants.ts'
import { VERDICTS } from '../domain/verdict.ts'
import { VARIANTS_FILE } from './hash.ts'
import { readRecord } from './record.ts'

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), type: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('count'), count: z.int() }),
  z.strictObject({ kind: z.literal('table'), columns: z.array(z.string()), rows: z.array(z.array(z.string().nullable())) }),
  z.strictObject({ kind: z.literal('raises'), type: z.string() }),
])

const schema = z.strictObject({
  hash: z.string(),
  judge: z.string(),
  mutants: z.array(
    z.strictObject({
      id: z.string(),
      operator: z.string(),
      from: z.int().min(0),
      to: z.int().min(0),
      text: z.string(),
      verdict: z.enum(VERDICTS),
      caughtBy: z.string(),
      visibly: z.boolean(),
    }),
  ),
  predictions: z.array(z.strictObject({ id: z.string(), question: z.string(), code: z.string(), value, instead: z.array(value) })),
})

/** The record beside an exercise; undefined where there is none, or none that can be read. Look at its `hash` before believing it. */
export function readVariants({ folder }: Pick<Exercise, 'folder'>): Variants | undefined {
  return readRecord(folder, VARIANTS_FILE, schema)
}
