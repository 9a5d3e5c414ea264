import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PROOF_FILE } from '../content/hash.ts'
import { readRecord } from '../content/record.ts'
import type { Exercise } from '../domain/item.ts'

const schema = z.strictObject({
  hash: z.string(),
  judge: z.string(),
  checks: z.strictObject({ visible: z.int(), hidden: z.int() }),
  right: z.int(),
  wrong: z.int(),
})

/** The record of a proof: what was proved, by which judge, how many checks accepted and caught how many programs. No time stands in it, so that proving again changes nothing. */
export type Proof = z.infer<typeof schema>

export type Freshness = 'fresh' | 'missing' | 'stale'

/** Whether the record beside an exercise still speaks of its files and of this judge. */
export function freshness(exercise: Exercise, judge: string): Freshness {
  const proof = readRecord(exercise.folder, PROOF_FILE, schema)
  if (proof === undefined) return 'missing'
  return proof.hash === exercise.hash && proof.judge === judge ? 'fresh' : 'stale'
}

/** Writes the record; the same proof is always the same bytes. */
export function writeProof(folder: string, { hash, judge, checks, right, wrong }: Proof): void {
  const record = { hash, judge, checks: { visible: checks.visible, hidden: checks.hidden }, right, wrong }
  writeFileSync(join(folder, PROOF_FILE), `${JSON.stringify(record, null, 2)}\n`)
}
