import type { Case, Drawing } from '../domain/case.ts'
import type { Design } from '../domain/design.ts'
import type { Finding } from '../domain/report.ts'
import type { Level } from '../domain/target.ts'
import type { Ledger, Stages } from './stages.ts'
import type { Cell } from './verdicts.ts'

export interface Evidence {
  readonly case: Case
  readonly text: string
  readonly drawing: Drawing
  readonly design: Design
  readonly level: Level
  readonly seed: number
  readonly cells: readonly Cell[]
}

// biome-ignore lint/correctness/useYield: detectors follow
export function* findings(_evidence: Evidence, _ledger: Ledger): Stages<readonly Finding[]> {
  return []
}
