import type { JobResult } from '../domain/job.ts'
import type { Paint } from './paint.ts'
import type { ExitCode } from './shell.ts'

/** A result as `--json` prints it; docs/command-line.md holds this shape stable. */
export interface ResultJson {
  readonly item: string
  readonly verdict: JobResult['verdict']
  /** The cause in one sentence; empty when passed. */
  readonly message: string
  readonly checks: readonly { readonly name: string; readonly visible: boolean; readonly passed: boolean; readonly message: string }[]
  readonly cpuMs: number
  readonly wallMs: number
  readonly stdout: string
  readonly truncated: boolean
  readonly seed: number
}

export function resultJson(item: string, result: JobResult): ResultJson {
  const { verdict, message, cpuMs, wallMs, stdout, truncated, seed } = result
  const checks = result.checks.map(({ name, visible, passed, message: says }) => ({ name, visible, passed, message: says }))
  return { item, verdict, message, checks, cpuMs, wallMs, stdout, truncated, seed }
}

/** 0 when passed, 3 when the fault is ours or nothing was judged, 1 otherwise: whatever the learner's program did. */
export function exitCodeOf({ verdict }: JobResult): ExitCode {
  if (verdict === 'passed') return 0
  return verdict === 'our-fault' || verdict === 'not-run' ? 3 : 1
}

/** A result for a person: output, the checks, the verdict. */
export function sayResult(result: JobResult, paint: Paint): string {
  const output = result.stdout.trimEnd()
  const shown =
    output === ''
      ? []
      : [
          ...output.split('\n').map((line) => paint.dim(`  ${line}`)),
          ...(result.truncated ? [paint.dim('  (cut: there was more)')] : []),
          '',
        ]
  const width = Math.max(0, ...result.checks.map(({ name }) => name.length))
  const checks = result.checks.flatMap((check) => {
    const kind = check.visible ? 'example' : `hidden, ${check.category}`
    const head =
      `${check.passed ? paint.green('✓') : paint.red('✗')} ${check.name.padEnd(width)}  ${paint.dim(check.visible ? '' : kind)}`.trimEnd()
    return [head, ...(check.message === '' ? [] : check.message.split('\n').map((line) => `    ${line}`))]
  })
  const passed = result.checks.filter((check) => check.passed).length
  const verdict = result.verdict === 'passed' ? paint.green(paint.bold('passed')) : paint.red(paint.bold(result.verdict))
  const numbers = paint.dim(`${passed} of ${result.checks.length} checks, ${Math.round(result.cpuMs)} ms CPU`)
  const told = result.checks.some((check) => !check.passed && check.message !== '')
  const cause = result.message === '' || told ? [] : [result.message]
  return [...shown, ...checks, ...(checks.length > 0 ? [''] : []), `${verdict}  ${numbers}`, ...cause, ''].join('\n')
}
