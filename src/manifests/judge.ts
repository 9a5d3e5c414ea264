import type { Difference } from '../domain/shown.ts'
import { outOfBounds } from './bounds.ts'
import type { Check, Checks } from './checks.ts'
import { readDockerfile } from './dockerfile/read.ts'
import { type Finding, sayFinding } from './finding.ts'
import { readCluster } from './read-cluster.ts'
import type { Rule } from './rule.ts'
import { DOCKERFILE_RULES } from './rules/dockerfile-rules.ts'
import { KUBERNETES_RULES } from './rules/kubernetes-rules.ts'

/** What one check found. */
export interface Checked {
  readonly check: Check
  readonly passed: boolean
  /** Place, cause and remedy of everything that is wrong; empty when passed. */
  readonly message: string
  readonly difference: Difference | undefined
  /** What may be read even when it passed, e.g. the time line of a rollout. */
  readonly told: string
}

/** A file that could not be read: why. Or what each check found. */
export type Judged = { readonly refused: string } | { readonly checked: readonly Checked[] }

/** Judges a file by checks. A file that no parser or API server would take is refused as a whole. Never throws for what a learner wrote. */
export function judgeFile(source: string, given: Checks): Judged {
  const bounds = outOfBounds(source)
  if (bounds !== undefined) return { refused: sayFinding(bounds) }
  if (given.runtime === 'dockerfile') {
    const { file, findings } = readDockerfile(source)
    return file === undefined ? refusal(findings) : judged({ file, setting: given.setting }, DOCKERFILE_RULES, given.checks)
  }
  const { cluster, findings } = readCluster(source)
  return cluster === undefined ? refusal(findings) : judged({ cluster, setting: given.setting }, KUBERNETES_RULES, given.checks)
}

function refusal(findings: readonly Finding[]): Judged {
  return { refused: sayAll(findings) }
}

function judged<Subject>(subject: Subject, rules: readonly Rule<Subject>[], checks: readonly Check[]): Judged {
  const checked = checks.map((check): Checked => {
    const rule = rules.find(({ name }) => name === check.rule)
    if (rule === undefined) throw new Error(`There is no rule ${check.rule}`)
    const { findings, difference, told = '' } = rule.judge(subject, check.parameters)
    const passed = findings.length === 0
    return { check, passed, message: sayAll(findings), difference: passed ? undefined : difference, told }
  })
  return { checked }
}

function sayAll(findings: readonly Finding[]): string {
  return findings.map(sayFinding).join('\n')
}
