import type { Case } from '../domain/case.ts'
import type { Finding, Objective } from '../domain/report.ts'

/** What the interviewer asks next, as places in the case's list: about objectives that were not met, about findings, after a pass, and what is always asked. */
export function followUps(
  { followUps: all }: Pick<Case, 'followUps'>,
  {
    objectives,
    found,
    passed,
  }: { readonly objectives: readonly Objective[]; readonly found: readonly Finding[]; readonly passed: boolean },
): readonly number[] {
  const failed = objectives.filter(({ outcome }) => outcome !== 'met').map(({ name }) => name)
  const names: readonly string[] = found.map(({ name }) => name)
  const occasions = [
    (when: string) => failed.includes(when),
    (when: string) => names.includes(when),
    (when: string) => when === 'passed' && passed,
    (when: string) => when === 'always',
  ]
  return occasions.flatMap((isOne) => all.flatMap(({ when }, at) => (isOne(when) ? [at] : [])))
}
