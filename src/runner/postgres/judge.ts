import type { SqlCase } from '../../domain/item.ts'
import type { CheckResult, Job, JobEvent, JobResult } from '../../domain/job.ts'
import type { Shown } from '../../domain/shown.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { type Table, showTable } from '../../grading/show-table.ts'
import { compareTables } from '../../grading/table.ts'
import type { SqlRequest } from './request.ts'
import { errorBlock, errorSentence } from './sql-error.ts'
import type { Ended, Outcome } from './statement.ts'

/** Runs SQL on a pristine database of a case; its notices are told as they come unless the case is hidden. Throws when the reason is not the SQL. */
export type RunCase = (sql: string, schema: string, one: SqlCase) => Promise<Outcome>

/** The rows that a case's solution gives. Throws when it gives none. */
export type ExpectedTable = (solution: string, schema: string, data: string) => Promise<Table>

/** What an ended run means, before it is known whether its rows are right. */
interface Judged {
  readonly verdict: Verdict
  /** One sentence for the learner. */
  readonly message: string
  /** More for the one who may see the case: the line with a caret. */
  readonly detail: string
  /** The same would happen on every other case, or takes too long to see again. */
  readonly endsJob: boolean
}

/** Runs the learner's SQL on each case of the request in turn and compares what comes back with the solution's rows. */
export async function judge(
  job: Job,
  request: SqlRequest,
  {
    runCase,
    expectedTable,
    onEvent,
  }: { readonly runCase: RunCase; readonly expectedTable: ExpectedTable; readonly onEvent: (event: JobEvent) => void },
): Promise<JobResult> {
  const startedAt = performance.now()
  const checks: CheckResult[] = []
  const output: string[] = []
  let value: Shown | undefined
  let cpuMs = 0
  let truncated = false
  let worst: Judged | undefined
  for (const one of request.cases) {
    if (worst?.endsJob === true) {
      report(notRun(one))
      continue
    }
    const expected = request.solution === undefined ? undefined : await expectedTable(request.solution, request.schema, one.data)
    const tells = one.visible || job.reveal === true
    const outcome = await runCase(request.source, request.schema, one)
    cpuMs += outcome.cpuMs
    if (one.visible) {
      output.push(outcome.output)
      truncated ||= outcome.truncated
      if (outcome.ended.how === 'table') value ??= showTable(outcome.ended.table)
    }
    const judged = judgeRun(outcome.ended, job, request.source)
    const check = request.solution === undefined ? undefined : checkOf(one, judged, outcome.ended, expected, request, tells)
    if (check !== undefined) report(check)
    if (one.visible && judged?.verdict === 'errored') output.push(`${judged.detail}\n`)
    worst ??= judged === undefined ? failureOf(check, tells) : onCase(judged, one, request, tells)
  }
  return {
    verdict: worst?.verdict ?? 'passed',
    message: worst?.message ?? '',
    checks,
    value: job.kind === 'run' || job.checks === 'visible' ? value : undefined,
    cpuMs,
    wallMs: performance.now() - startedAt,
    memoryBytes: undefined,
    stdout: output.join(''),
    truncated,
    seed: job.seed,
  }

  function report(check: CheckResult): void {
    checks.push(check)
    onEvent({ type: 'check', check })
  }
}

function checkOf(
  one: SqlCase,
  judged: Judged | undefined,
  ended: Ended,
  expected: Table | undefined,
  request: SqlRequest,
  tells: boolean,
): CheckResult {
  const base = { name: one.name, visible: one.visible, category: one.category }
  if (judged !== undefined) {
    return { ...base, passed: false, message: tells ? judged.detail : hiddenMessage(one), difference: undefined }
  }
  const actual = ended.how === 'table' ? ended.table : { columns: [], rows: [] }
  const comparison = compareTables(expected ?? { columns: [], rows: [] }, actual, request.rule)
  if (comparison.equal) return { ...base, passed: true, message: '', difference: undefined }
  if (!tells) return { ...base, passed: false, message: hiddenMessage(one), difference: undefined }
  const said =
    ended.how === 'nothing'
      ? ended.command === ''
        ? 'The SQL is empty.'
        : `The SQL returned no table: it ended with ${ended.command}.`
      : comparison.message
  return { ...base, passed: false, message: said, difference: comparison.difference }
}

/** Undefined when the run itself went well. */
function judgeRun(ended: Ended, { limits }: Job, source: string): Judged | undefined {
  const judged = (verdict: Verdict, message: string, endsJob = true, detail = message): Judged => ({ verdict, message, detail, endsJob })
  switch (ended.how) {
    case 'table':
    case 'nothing':
      return undefined
    case 'error':
      // Class 42: syntax, names, types. These do not depend on the rows.
      return judged('errored', errorSentence(ended.error, source), ended.error.code.startsWith('42'), errorBlock(ended.error, source))
    case 'timed-out':
      return ended.waiting
        ? judged('timed-out', `The SQL was waiting and not done after ${seconds(limits.wallMs)}.`)
        : judged('timed-out', `The SQL ran longer than its limit of ${seconds(limits.cpuMs)}.`)
    case 'out-of-memory':
      return judged('out-of-memory', 'The SQL needed more memory or disk than it may have.')
    case 'too-much':
      return judged(
        'too-much-output',
        `The SQL returned more ${ended.what === 'rows' ? 'rows' : 'data'} than are taken: does a join lack its condition?`,
      )
    case 'cancelled':
      return judged('not-run', 'Cancelled.')
    case 'lost':
      return judged('errored', `The SQL ended its own session: ${ended.reason}.`)
  }
}

/** The same, for the verdict as a whole: names the case, and what an error says about a hidden case's rows stays hidden. */
function onCase(judged: Judged, one: SqlCase, request: SqlRequest, tells: boolean): Judged {
  if (judged.verdict === 'not-run' || request.solution === undefined) return judged
  // Of a hidden case no error is told, not even one of syntax: whoever raises it chooses its code and its text.
  if (tells) return judged.verdict === 'errored' && judged.endsJob ? judged : { ...judged, message: `${one.name}: ${judged.message}` }
  return { ...judged, message: judged.verdict === 'errored' ? hiddenMessage(one) : `${judged.message} (${one.name})` }
}

function failureOf(check: CheckResult | undefined, tells: boolean): Judged | undefined {
  if (check === undefined || check.passed) return undefined
  const message = tells ? `${check.name}: ${check.message}` : check.message
  return { verdict: 'failed', message, detail: message, endsJob: false }
}

function hiddenMessage({ category }: SqlCase): string {
  return `A hidden check (${category}) did not pass.`
}

function notRun({ name, visible, category }: SqlCase): CheckResult {
  return { name, visible, category, passed: false, message: 'Not run: an earlier check ended the attempt.', difference: undefined }
}

function seconds(ms: number): string {
  return `${ms / 1000} s`
}
