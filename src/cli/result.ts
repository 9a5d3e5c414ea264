import type { JobResult } from '../domain/job.ts'
import type { Measured } from '../domain/measured.ts'
import type { Paint } from './paint.ts'
import type { ExitCode } from './shell.ts'

/** A result as `--json` prints it; docs/command-line.md holds this shape stable. */
export interface ResultJson {
  readonly item: string
  readonly verdict: JobResult['verdict']
  /** The cause in one sentence; empty when passed. */
  readonly message: string
  readonly checks: readonly {
    readonly name: string
    readonly visible: boolean
    readonly passed: boolean
    readonly message: string
    /** Of a lab. */
    readonly measured?: readonly Measured[]
  }[]
  readonly cpuMs: number
  readonly wallMs: number
  readonly stdout: string
  readonly truncated: boolean
  readonly seed: number
}

export function resultJson(item: string, result: JobResult): ResultJson {
  const { verdict, message, cpuMs, wallMs, stdout, truncated, seed } = result
  const checks = result.checks.map(({ name, visible, passed, message: says, measured }) => {
    const check = { name, visible, passed, message: says }
    return measured === undefined ? check : { ...check, measured }
  })
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
    const figures = (check.measured ?? []).map((figure) => `    ${figureLine(figure, paint)}`)
    // What a figure missed stands in its line.
    const says = check.message === '' || (check.measured ?? []).some(({ passed: met }) => !met) ? [] : check.message.split('\n')
    return [head, ...figures, ...says.map((line) => `    ${line}`)]
  })
  const passed = result.checks.filter((check) => check.passed).length
  const verdict = result.verdict === 'passed' ? paint.green(paint.bold('passed')) : paint.red(paint.bold(result.verdict))
  const numbers = paint.dim(`${passed} of ${result.checks.length} checks, ${Math.round(result.cpuMs)} ms CPU`)
  const told = result.checks.some((check) => !check.passed && check.message !== '')
  const cause = result.message === '' || told ? [] : [result.message]
  return [...shown, ...checks, ...(checks.length > 0 ? [''] : []), `${verdict}  ${numbers}`, ...cause, ''].join('\n')
}

/** A figure on a line: mean, interval, a bar in which the limits stand as bars, and what was wanted. */
function figureLine({ name, unit, worlds, mean, low, high, least, most, verdict, passed }: Measured, paint: Paint): string {
  const number = (value: number) => String(Number(value.toPrecision(3)))
  const limits = [least === undefined ? [] : [`at least ${number(least)}`], most === undefined ? [] : [`at most ${number(most)}`]].flat()
  const tone = passed ? paint.green : paint.red
  const numbers = `${tone(`${number(mean)}${unit === '' ? '' : ` ${unit}`}`)} (${number(low)} to ${number(high)} in ${worlds} worlds)`
  return `${name}: ${numbers}  ${barOf({ low, mean, high, least, most })}  ${limits.join(', ')}: ${verdict}`
}

const BAR = 24

/** `──┃━━●━━──`: the interval, its mean, and the limits. */
function barOf({
  low,
  mean,
  high,
  least,
  most,
}: Pick<Measured, 'low' | 'mean' | 'high'> & { readonly least: number | undefined; readonly most: number | undefined }): string {
  const limits = [least, most].filter((limit) => limit !== undefined)
  const [from, to] = [Math.min(low, ...limits), Math.max(high, ...limits)]
  const width = to - from || 1
  const place = (value: number) => Math.round(((value - from) / width) * (BAR - 3)) + 1
  return Array.from({ length: BAR }, (_, at) => {
    if (at === place(mean)) return '●'
    if (limits.some((limit) => at === place(limit))) return '┃'
    return at >= place(low) && at <= place(high) ? '━' : '·'
  }).join('')
}
