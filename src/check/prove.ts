import { languageOf } from '../content/exercise.ts'
import { directoryOf, ITEM_PAGES } from '../content/item-folder.ts'
import type { Problem } from '../content/problem.ts'
import type { Exercise, WrongAnswer } from '../domain/item.ts'
import type { JobResult } from '../domain/job.ts'
import type { Proof } from './proof.ts'

/** Judges a program by all checks of its exercise, with nothing hidden from the author. */
export type Grade = (exercise: Exercise, source: string, seed: number) => Promise<JobResult>

export interface Proving {
  /** Undefined when there are problems. */
  readonly proof: Proof | undefined
  /** False when some program got no verdict that speaks of it: the machine was busy, or the checks are broken. */
  readonly judged: boolean
  /** What the solution takes, the dearer of two times; 0 where it did not pass. */
  readonly cpuMs: number
  readonly problems: readonly Problem[]
}

/**
 * Proves an exercise on the engines: the starter does not pass, the solution passes twice in under half its limits,
 * every right answer passes, every wrong one is caught by the check that it names. Of a lab each of these holds with three
 * seeds, and what is measured is clearly within its limits or clearly beyond: a verdict that hangs on the draw would be no verdict.
 */
export async function prove(
  exercise: Exercise,
  { name, seed, judge, grade: once }: { readonly name: string; readonly seed: number; readonly judge: string; readonly grade: Grade },
): Promise<Proving> {
  const { extension } = languageOf(exercise.runtime)
  let judged = true
  const grade: Grade = async (...asked) => {
    const result = await once(...asked)
    if (isOurs(result)) judged = false
    return result
  }
  const [starter, solution] = [`${name}/starter.${extension}`, `${name}/solution.${extension}`]
  const first = await grade(exercise, exercise.solution, seed)
  // Where the reference itself cannot be judged, the rest would repeat the same cause twenty times.
  if (first.verdict !== 'passed') return { proof: undefined, judged, cpuMs: 0, problems: [notPassing(solution, first)] }

  const problems: Problem[] = [...checkProblems(name, first)]
  problems.push(...unclear(solution, first))
  const seeds = directoryOf(exercise) === 'labs' ? LAB_SEEDS.map((one) => seed + one) : [seed]
  const second = await grade(exercise, exercise.solution, seed + 1)
  const others = [second, ...(await inTurn(seeds.slice(2), (one) => grade(exercise, exercise.solution, one)))]
  for (const result of others) {
    if (result.verdict !== 'passed')
      problems.push({ ...notPassing(solution, result), what: `Passes once, but not with another seed. ${sayResult(result)}` })
    problems.push(...unclear(solution, result))
  }
  const memoryBytes = Math.max(first.memoryBytes ?? 0, second.memoryBytes ?? 0)
  const cpuMs = Math.max(first.cpuMs, second.cpuMs)
  problems.push(...spentTooMuch(exercise, solution, { cpuMs, memoryBytes }))

  const begun = await grade(exercise, exercise.starter, seed)
  if (begun.verdict === 'passed') {
    problems.push({
      where: starter,
      what: 'Already passes.',
      fix: 'Take out of it what the learner is to write, or add the check that is missing.',
    })
  } else if (isOurs(begun)) problems.push(notPassing(starter, begun))

  for (const { file, source } of exercise.right) {
    for (const result of await inTurn(seeds, (one) => grade(exercise, source, one))) {
      if (result.verdict !== 'passed') problems.push(notPassing(`${name}/right/${file}`, result))
      problems.push(...unclear(`${name}/right/${file}`, result))
    }
  }
  for (const answer of exercise.wrong) {
    for (const result of await inTurn(seeds, (one) => grade(exercise, answer.source, one)))
      problems.push(...escapes(`${name}/wrong/${answer.file}`, answer, result, first))
  }
  const visible = first.checks.filter((check) => check.visible).length
  const checks = { visible, hidden: first.checks.length - visible }
  const proof = { hash: exercise.hash, judge, checks, right: exercise.right.length, wrong: exercise.wrong.length }
  return { proof: problems.length > 0 ? undefined : proof, judged, cpuMs, problems }
}

/** How far the seeds of a lab's proof lie from the first. */
const LAB_SEEDS = [0, 1, 2]

async function inTurn(seeds: readonly number[], work: (seed: number) => Promise<JobResult>): Promise<readonly JobResult[]> {
  const results: JobResult[] = []
  for (const seed of seeds) results.push(await work(seed))
  return results
}

/** A right answer whose figure is only just within its limits would be refused with other draws. */
function unclear(where: string, { verdict, checks }: JobResult): readonly Problem[] {
  if (verdict !== 'passed') return []
  return checks.flatMap(({ name, measured = [] }) =>
    measured
      .filter((figure) => figure.verdict !== 'met')
      .map((figure) => ({
        where,
        what: `"${name}" passes it only just: ${figure.name} is ${figure.mean}, 99 % interval ${figure.low} to ${figure.high}.`,
        fix: 'Measure in more worlds, or move the limit so that right answers stay clear of it.',
      })),
  )
}

/** Limits are set so that a learner's slower answer still passes: the reference leaves half of them. */
function spentTooMuch(
  exercise: Exercise,
  where: string,
  { cpuMs, memoryBytes }: { readonly cpuMs: number; readonly memoryBytes: number },
): readonly Problem[] {
  const { limits } = exercise
  const fix = `Make the checks smaller, or raise \`limits\` in ${ITEM_PAGES[directoryOf(exercise)]}.`
  const mib = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return [
    ...(cpuMs > limits.cpuMs / 2
      ? [{ where, what: `Takes ${Math.round(cpuMs)} ms of CPU time, more than half of its limit of ${limits.cpuMs} ms.`, fix }]
      : []),
    ...(memoryBytes > limits.memoryBytes / 2
      ? [{ where, what: `Takes ${mib(memoryBytes)} of memory, more than half of its limit of ${mib(limits.memoryBytes)}.`, fix }]
      : []),
  ]
}

function checkProblems(name: string, { checks }: JobResult): readonly Problem[] {
  const missing = [
    checks.some(({ visible }) => visible) ? [] : ['visible'],
    checks.some(({ visible }) => !visible) ? [] : ['hidden'],
  ].flat()
  return missing.map((kind) => ({
    where: name,
    what: `Has no ${kind} check.`,
    fix: kind === 'visible' ? 'Show one example: `@check(name, visible=True)`.' : 'Add a check that the learner does not see.',
  }))
}

function escapes(where: string, answer: WrongAnswer, result: JobResult, solved: JobResult): readonly Problem[] {
  if (isOurs(result)) return [notPassing(where, result)]
  const named = `${where}:1`
  if (!solved.checks.some((check) => check.name === answer.caughtBy)) {
    const names = solved.checks.map((check) => `"${check.name}"`).join(', ')
    return [{ where: named, what: `There is no check "${answer.caughtBy}".`, fix: `Name one of ${names}.` }]
  }
  if (result.verdict === 'passed') {
    return [
      {
        where,
        what: 'A wrong answer that passes every check.',
        fix: `Strengthen the check "${answer.caughtBy}", or move the file to right/ if it is right after all.`,
      },
    ]
  }
  const check = result.checks.find((one) => one.name === answer.caughtBy)
  if (check?.passed === false) {
    const failing = (check.measured ?? []).filter(({ passed }) => !passed)
    if (failing.length === 0 || failing.some((figure) => figure.verdict === 'missed')) return []
    const fix = 'Measure in more worlds, or move the limit so that this answer misses it clearly.'
    return [{ where: named, what: `"${answer.caughtBy}" catches it only just. ${sayResult(result)}`, fix }]
  }
  const catching = result.checks.filter((one) => !one.passed).map((one) => `"${one.name}"`)
  const fix =
    catching.length > 0 ? `Strengthen that check, or name ${catching.join(' or ')} in the first line.` : 'Mend the answer or the check.'
  const how = check === undefined ? 'was not reached by' : 'passes'
  return [{ where: named, what: `It ${how} "${answer.caughtBy}", the check that should catch it. ${sayResult(result)}`, fix }]
}

/** The verdict says nothing about the answer: the judge, the tests or the machine is to blame. */
export function isOurs({ verdict }: Pick<JobResult, 'verdict'>): boolean {
  return verdict === 'our-fault' || verdict === 'not-run'
}

function notPassing(where: string, result: JobResult): Problem {
  if (isOurs(result))
    return { where, what: `Could not be judged. ${sayResult(result)}`, fix: 'Look for the fault in the checks first; then in Onsite.' }
  return { where, what: `Does not pass. ${sayResult(result)}`, fix: 'Mend the answer, or the check that rejects it.' }
}

/** The verdict, then the failing checks with their messages, or its cause where no check tells one; output last. */
function sayResult({ verdict, message, checks, stdout }: JobResult): string {
  const telling = verdict === 'our-fault' ? [] : checks.filter((check) => !check.passed && check.message !== '')
  const failed = telling.map((check) => `- ${check.name}: ${check.message}`)
  const cause = failed.length > 0 || message === '' ? '' : `: ${message}`
  const output = stdout.trim() === '' ? [] : [`output: ${stdout.trim().slice(0, 500)}`]
  return [`Verdict: ${verdict}${cause}`, ...failed, ...output].join('\n').replaceAll('\n', '\n  ')
}
