import type { Evidence, Outcome } from '../../src/domain/evidence.ts'
import { remember, startMemory } from '../../src/memory/remember.ts'
import { foretell, passedUnaided } from './prequential.ts'
import { logLossOf, type Said } from './scoring.ts'

/** A neighbour of the lines between ratings, said as what it would make of an outcome: to move a cut is to move the outcomes across it. */
export interface Neighbour {
  readonly name: string
  readonly reshape: (outcome: Outcome) => Outcome
}

type Code = Extract<Outcome, { kind: 'code' }>

export const NEIGHBOURS: readonly Neighbour[] = [
  { name: 'as shipped', reshape: (outcome) => outcome },
  { name: 'slow and fast nearer to par', reshape: paced(1 / 0.6) },
  { name: 'slow and fast further from par', reshape: paced(1 / 1.6) },
  { name: 'a second submission still is good', reshape: code((of) => ({ ...of, submissions: of.submissions === 2 ? 1 : of.submissions })) },
  { name: 'a third submission is a failure', reshape: code((of) => ({ ...of, submissions: of.submissions === 3 ? 4 : of.submissions })) },
  { name: 'a fourth submission is a pass', reshape: code((of) => ({ ...of, submissions: of.submissions === 4 ? 3 : of.submissions })) },
  { name: 'a nudge is no help', reshape: code((of) => ({ ...of, hint: of.hint === 1 ? 0 : of.hint })) },
  { name: 'a nudge names the pattern', reshape: code((of) => ({ ...of, hint: of.hint === 1 ? 2 : of.hint })) },
]

/** Log loss of the next outcome (as shipped) when memory learns from ratings with the cuts moved. */
export function logLossWith({ reshape }: Neighbour, topics: readonly string[], learners: readonly (readonly Evidence[])[]): number {
  const said: Said[] = []
  for (const evidence of learners) {
    let memory = startMemory(topics)
    for (const each of evidence) {
      const foretold = foretell(memory, each)
      if (foretold !== undefined) said.push({ said: foretold.said, passed: passedUnaided(each) })
      memory = remember(memory, { ...each, outcome: reshape(each.outcome) })
    }
  }
  return logLossOf(said)
}

function code(change: (outcome: Code) => Code): Neighbour['reshape'] {
  return (outcome) => (outcome.kind === 'code' ? change(outcome) : outcome)
}

/** Stretches the logarithm of time over par, which moves the cuts the other way. */
function paced(by: number): Neighbour['reshape'] {
  return code((of) => ({ ...of, activeMs: of.activeMs === undefined ? undefined : of.parMs * (of.activeMs / of.parMs) ** by }))
}
