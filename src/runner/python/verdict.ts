import type { CheckResult } from '../../domain/job.ts'
import type { Measured } from '../../domain/measured.ts'
import type { Limits } from '../../domain/runtime.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { JudgeReport } from './report.ts'
import type { Exit } from './forked.ts'

export type Planned = Extract<JudgeReport, { type: 'plan' }>['checks'][number]
export type Checked = Extract<JudgeReport, { type: 'check' }>
/** The judge's last word. */
export type Closing = Extract<JudgeReport, { type: 'load' | 'gone' | 'fault' | 'end' }>

/** What is known when both processes of a grading have ended. */
export interface Facts {
  readonly limits: Limits
  readonly plan: readonly Planned[] | undefined
  readonly checked: readonly Checked[]
  readonly closing: Closing | undefined
  readonly candidate: Exit
  /** Undefined when the judge's last word settles everything, before its process has ended. */
  readonly judge: Exit | undefined
  /** For authors: hidden checks tell why they did not pass. */
  readonly reveal?: boolean
}

/** A verdict and the sentence that says why. */
export interface Ruling {
  readonly verdict: Verdict
  readonly message: string
}

/** *Passed* needs the judge's word for every check of its plan; everything else is named by its cause. */
export function rule(facts: Facts): Ruling {
  const { plan, checked, closing, candidate, judge } = facts
  if (candidate.cause === 'cancelled') return { verdict: 'not-run', message: 'It was cancelled.' }
  if (closing?.type === 'fault') return { verdict: 'our-fault', message: `${closing.message} ${closing.detail}`.trim() }
  if (closing?.type === 'load') return { verdict: closing.memory ? 'out-of-memory' : 'errored', message: closing.message }
  if (closing?.type === 'end' && plan !== undefined) return ruleOnChecks(plan, checked)
  if (closing === undefined && (candidate.cause === null || candidate.cause === 'gone')) {
    const why = judge === undefined || judge.cause === null || judge.cause === 'done' ? '' : ` (${judge.cause})`
    return { verdict: 'our-fault', message: `The checks ended before their verdict${why}. Try again; this is not about your code.` }
  }
  if (candidate.cause === 'wall' && judge?.waiting === false)
    return { verdict: 'our-fault', message: 'The checks themselves took too long. Try again; this is not about your code.' }
  const ruling = ruleOnExit(candidate, facts.limits, closing?.type === 'gone' ? closing.message : '')
  const hidden = closing?.type === 'gone' && plan?.find(({ name, visible }) => name === closing.check && !visible)
  if (!hidden || facts.reveal === true || ruling.verdict !== 'errored') return ruling
  // An exit code or the length of a broken frame would tell what the check asked.
  return { ...ruling, message: `${hidden.name}: A hidden check (${hidden.category}) did not pass: your code ended before it answered.` }
}

function ruleOnChecks(plan: readonly Planned[], checked: readonly Checked[]): Ruling {
  const outcomes = new Map(checked.map((report) => [report.name, report]))
  for (const { name, visible } of plan) {
    const report = outcomes.get(name)
    if (report === undefined) return { verdict: 'our-fault', message: `The check '${name}' was not run.` }
    if (report.outcome === 'passed') continue
    const [sentence = ''] = report.message.split('\n')
    return { verdict: report.outcome, message: visible ? `${name}: ${sentence}` : `${name}: ${report.message}` }
  }
  if (plan.length === 0) return { verdict: 'our-fault', message: 'The exercise has no check to run.' }
  return { verdict: 'passed', message: '' }
}

const SIGKILL = 9
const SIGNALS: Readonly<Record<number, string>> = {
  4: 'illegal instruction',
  6: 'aborted',
  7: 'bus error',
  8: 'arithmetic error',
  11: 'segmentation fault',
}

/** Why the learner's process ended without an answer. `broken` says what it sent instead of one. */
export function ruleOnExit(exit: Exit, limits: Limits, broken: string): Ruling {
  switch (exit.cause) {
    case 'cancelled':
      return { verdict: 'not-run', message: 'It was cancelled.' }
    case 'memory':
      return { verdict: 'out-of-memory', message: `It used more than ${megabytes(limits.memoryBytes)} of memory.` }
    case 'output':
      return { verdict: 'too-much-output', message: `It printed more than ${Math.round(limits.outputBytes / 1024)} KB.` }
    case 'cpu':
      return timedOut(limits)
    case 'wall':
      // Of many processes at once each waits for the others: then it was not the machine that was busy.
      if (exit.delayedMs > limits.wallMs / 2 && exit.delayedMs < 4 * limits.wallMs)
        return {
          verdict: 'our-fault',
          message: `This machine was too busy: your code could compute for only ${seconds(exit.cpuMs)} of ${seconds(limits.wallMs)}. Try again.`,
        }
      return exit.cpuMs < limits.cpuMs / 2
        ? {
            verdict: 'timed-out',
            message: `It was waiting: ${seconds(limits.wallMs)} passed, of which it computed ${seconds(exit.cpuMs)}.`,
          }
        : timedOut(limits)
    default:
      break
  }
  if (exit.cause?.startsWith('walls') === true)
    return {
      verdict: 'our-fault',
      message: `The sandbox could not be made (${exit.cause.slice(7)}). Try again; this is not about your code.`,
    }
  if (broken !== '') return { verdict: 'errored', message: `It sent something that is no answer: ${broken}.` }
  if (exit.signal !== null) {
    if (exit.cpuMs >= limits.cpuMs) return timedOut(limits)
    if (exit.cause === 'gone' && exit.signal === SIGKILL)
      return { verdict: 'errored', message: 'It closed its connection before it answered.' }
    const name = SIGNALS[exit.signal] ?? `signal ${exit.signal}`
    return (exit.memoryBytes ?? 0) > 0.9 * limits.memoryBytes
      ? { verdict: 'out-of-memory', message: `It crashed (${name}) at its limit of ${megabytes(limits.memoryBytes)} of memory.` }
      : { verdict: 'errored', message: `It crashed (${name}) before it answered.` }
  }
  return { verdict: 'errored', message: `It ended itself (exit code ${exit.code ?? 'unknown'}) before it answered.` }
}

function timedOut({ cpuMs }: Limits): Ruling {
  return { verdict: 'timed-out', message: `It computed for longer than ${seconds(cpuMs)}.` }
}

function seconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(1))} s`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}

/** The checks in the order of tests.py; those that did not run say so. */
export function checkResults({ plan = [], checked, closing }: Facts, ruling: Ruling): readonly CheckResult[] {
  const reports = new Map(checked.map((report) => [report.name, report]))
  const ended = closing?.type === 'gone' ? closing.check : undefined
  const during = ended ?? plan.find(({ name }) => !reports.has(name))?.name
  return plan.map((planned) => {
    const report = reports.get(planned.name)
    if (report !== undefined) return checkResult(planned, report)
    const here = planned.name === during && ruling.verdict !== 'not-run' && closing?.type !== 'load'
    const message = !here ? 'Not run.' : planned.visible ? ruling.message : `A hidden check (${planned.category}) did not pass.`
    return { ...planned, passed: false, message, difference: undefined }
  })
}

/** One check as the learner sees it. */
export function checkResult(planned: Planned, { outcome, message, difference, measured }: Checked): CheckResult {
  const shown = difference as CheckResult['difference']
  const figures = measured === undefined ? {} : { measured: measured as readonly Measured[] }
  return { ...planned, passed: outcome === 'passed', message, difference: shown, ...figures }
}
