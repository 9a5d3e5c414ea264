import type { Problem } from '../content/problem.ts'
import { MOST_MUTANTS, mutantsOf } from '../derive/mutants.ts'
import { shortHash } from '../derive/short-hash.ts'
import { sameValue, valueOf } from '../derive/value.ts'
import type { Exercise } from '../domain/item.ts'
import type { JobResult } from '../domain/job.ts'
import type { Mutant, Prediction, Value, Variants } from '../domain/variants.ts'
import { isOurs, type Grade } from './prove.ts'

/** Runs a program and, for Python, lines after it in the same module, for the value of the last one. For SQL `input` names the case. */
export type Run = (exercise: Exercise, source: string, input: string, seed: number) => Promise<JobResult>

export interface Varying {
  /** Undefined when there are problems. */
  readonly variants: Variants | undefined
  /** False when the machine, not the program, is why something has no verdict. */
  readonly judged: boolean
  readonly problems: readonly Problem[]
}

/** Values to choose from beside the right one. */
const MOST_INSTEAD = 5

/** Broken copies that are asked for a value: after so many the rest say the same again. */
const MOST_ASKED = 14

/** A broken copy that takes so many times as long as the solution runs forever; below the floor nothing is told apart. */
const PATIENCE = 4
const LEAST_CPU_MS = 500

/** Rows of a result that a person can compute by hand. */
const MOST_ROWS = 12

/** Judges broken copies of a proven exercise's solution, and records the values that predict items ask for. */
export async function vary(
  exercise: Exercise,
  {
    name,
    seed,
    judge,
    cpuMs,
    grade,
    run,
  }: {
    readonly name: string
    readonly seed: number
    readonly judge: string
    /** What the solution takes. */
    readonly cpuMs: number
    readonly grade: Grade
    readonly run: Run
  },
): Promise<Varying> {
  let judged = true
  const patience = Math.min(exercise.limits.cpuMs, Math.max(LEAST_CPU_MS, PATIENCE * cpuMs))
  const impatient = { ...exercise, limits: { ...exercise.limits, cpuMs: Math.ceil(patience) } }
  const mutants: Mutant[] = []
  const wrong: string[] = []
  for (const { id, operator, from, to, text, source } of mutantsOf(exercise).slice(0, MOST_MUTANTS)) {
    const result = await grade(impatient, source, seed)
    // A copy that breaks the judge itself says nothing about the checks; the same of a machine that was busy.
    const again = isNarrow(result) ? await grade(impatient, source, seed + 1) : result
    if (isOurs(result) || isOurs(again)) judged = false
    else mutants.push({ id, operator, from, to, text, ...outcomeOf(result, again) })
    if (result.verdict === 'failed') wrong.push(source)
  }
  const suspects = [...exercise.wrong.map(({ source }) => source), ...wrong]
  const predictions: Prediction[] = []
  const problems: Problem[] = []
  for (const asked of questionsOf(exercise)) {
    const told = await Promise.all([seed, seed + 1].map((one) => ask(exercise, exercise.solution, asked, run, one)))
    const [first, second] = told
    if (first === undefined || second === undefined) continue
    if (first.busy || second.busy) {
      judged = false
      continue
    }
    const problem = unusable(first.value, second.value)
    if (problem !== undefined || first.value === undefined) {
      problems.push({
        where: `${name}/${exercise.runtime === 'postgres' ? 'cases.yml' : 'predict.py'}`,
        what: `“${asked.question}” ${problem ?? ''} ${first.said}\n${asked.code}`,
        fix: 'Ask for a small value that the solution always gives.',
      })
      continue
    }
    if (isLong(first.value)) continue
    const instead = asked.chooses
      ? await insteadOf(exercise, first.value, suspects, (source) => ask(impatient, source, asked, run, seed))
      : []
    predictions.push({ id: asked.id, question: asked.question, code: asked.code, value: first.value, instead })
  }
  const variants = { hash: exercise.hash, judge, mutants, predictions }
  return { variants: problems.length > 0 ? undefined : variants, judged, problems }
}

/** How many broken copies there are, and how many the checks catch. Of the others some are no mistakes. */
export function strengthOf({ mutants }: Variants): { readonly made: number; readonly caught: number } {
  return { made: mutants.length, caught: mutants.filter(({ verdict }) => verdict !== 'passed').length }
}

/** Few checks catch it: other draws might let it pass. */
function isNarrow({ verdict, checks }: JobResult): boolean {
  return (verdict === 'failed' || verdict === 'errored') && checks.filter(({ passed }) => !passed).length <= 3
}

/** What catches it catches it with both seeds; where no check does, none is named and it becomes nobody's bug to find. */
function outcomeOf({ verdict, checks }: JobResult, again: JobResult): Pick<Mutant, 'verdict' | 'caughtBy' | 'visibly'> {
  const slipped = new Set(again.checks.flatMap(({ name, passed }) => (passed ? [name] : [])))
  const failed = checks.filter(({ name, passed }) => !passed && !slipped.has(name))
  const first = failed.find(({ visible }) => visible) ?? failed[0]
  return { verdict, caughtBy: verdict === 'passed' ? '' : (first?.name ?? ''), visibly: first?.visible ?? false }
}

interface Asked {
  readonly id: string
  readonly question: string
  readonly code: string
  readonly wants: 'value' | 'count' | 'rows'
  /** Wrong values are of use. */
  readonly chooses: boolean
}

/** Of Python what predict.py asks; of SQL the rows, and their number, on the data of each visible case. */
function questionsOf(exercise: Exercise): readonly Asked[] {
  if ('checks' in exercise) return []
  if (exercise.runtime !== 'postgres') {
    return exercise.snippets.map(({ question, code }) => ({
      id: shortHash(`${question}\n${code}`),
      question,
      code,
      wants: 'value',
      chooses: true,
    }))
  }
  const order = exercise.compare === 'bag' ? 'in any order' : 'in this order'
  return exercise.cases
    .filter(({ visible }) => visible)
    .flatMap(({ name, data }) =>
      (
        [
          ['count', 'How many rows does the query return?', false],
          ['rows', `Which rows does the query return, ${order}?`, true],
        ] as const
      ).map(([wants, question, chooses]) => ({ id: shortHash(`${question}\n${data}`), question, code: name, wants, chooses })),
    )
}

interface Told {
  readonly busy: boolean
  readonly value: Value | undefined
  /** What the run said, for an author. */
  readonly said: string
}

async function ask(exercise: Exercise, source: string, { code, wants }: Asked, run: Run, seed: number): Promise<Told> {
  const result = await run(exercise, source, code, seed)
  const { verdict, message, value: shown } = result
  const said = verdict === 'passed' ? '' : `${verdict}: ${message}`
  if (isOurs(result)) return { busy: true, value: undefined, said }
  const raised = verdict === 'errored' && exercise.runtime !== 'postgres' ? /^\w+/.exec(message)?.[0] : undefined
  if (raised !== undefined) return { busy: false, value: { kind: 'raises', type: raised }, said }
  if (verdict !== 'passed' || shown === undefined) return { busy: false, value: undefined, said }
  if (wants === 'count') return { busy: false, value: shown.kind === 'table' ? { kind: 'count', count: shown.rowCount } : undefined, said }
  const value = valueOf(shown)
  if (wants !== 'rows' || value?.kind !== 'table') return { busy: false, value, said }
  const sorted = exercise.runtime === 'postgres' && exercise.compare === 'bag'
  const rows = sorted ? value.rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) : value.rows
  return { busy: false, value: { ...value, rows }, said }
}

function unusable(value: Value | undefined, again: Value | undefined): string | undefined {
  if (value === undefined) return 'has no value that can be recorded.'
  if (again === undefined || !sameValue(value, again)) return 'gives another value with another seed.'
  return undefined
}

/** What wrong answers and broken copies give, each once. A copy that breaks down is no choice: it would give itself away. */
async function insteadOf(
  exercise: Exercise,
  right: Value,
  suspects: readonly string[],
  tell: (source: string) => Promise<Told>,
): Promise<readonly Value[]> {
  const found: Value[] = []
  for (const source of suspects.slice(0, exercise.wrong.length + MOST_ASKED)) {
    const { value } = await tell(source)
    if (value?.kind !== right.kind || isLong(value) || [right, ...found].some((one) => sameValue(one, value))) continue
    found.push(value)
    if (found.length === MOST_INSTEAD) break
  }
  return found
}

/** Nobody computes so many rows by hand. */
function isLong(value: Value): boolean {
  return value.kind === 'table' && value.rows.length > MOST_ROWS
}
