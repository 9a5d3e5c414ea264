import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PROOF_FILE } from '../content/hash.ts'
import { readRecord } from '../content/record.ts'
import { VERSIONS } from '../design/grade.ts'
import type { Case } from '../domain/case.ts'
import type { Freshness } from './proof.ts'

const drawing = z.strictObject({
  file: z.string(),
  /** An hour, of the first scenario that it was run in. */
  dollars: z.number(),
  met: z.array(z.string()),
  missed: z.array(z.string()),
  marginal: z.array(z.string()),
})

const schema = z.strictObject({
  hash: z.string(),
  engine: z.int(),
  verdict: z.int(),
  par: z.strictObject({ dollars: z.number(), drawing: z.string() }),
  /** What the search for par took. */
  search: z.strictObject({ drawings: z.int(), runs: z.int() }),
  /** For each question to ask, in order. */
  worths: z.array(z.number().nullable()),
  drawings: z.array(drawing),
})

/** The record of a case's proof: by which engine and which rule of verdict, the cheapest drawing that passes, what each drawing beside it gave. The same proof is always the same bytes. */
export type DesignProof = z.infer<typeof schema>
export type ProvedDrawing = z.infer<typeof drawing>

/** Undefined where there is none, or none that can be read. */
export function readDesignProof({ folder }: Case): DesignProof | undefined {
  return readRecord(folder, PROOF_FILE, schema)
}

export function designFreshness(item: Case): Freshness {
  const proof = readDesignProof(item)
  if (proof === undefined) return 'missing'
  return proof.hash === item.hash && proof.engine === VERSIONS.engine && proof.verdict === VERSIONS.verdict ? 'fresh' : 'stale'
}

export function designProofText(proof: DesignProof): string {
  return `${JSON.stringify(proof, null, 2)}\n`
}

export function writeDesignProof(folder: string, proof: DesignProof): void {
  writeFileSync(join(folder, PROOF_FILE), designProofText(proof))
}
