import { z } from 'zod'
import { concurrently } from '../check/concurrent.ts'
import { grade, requireRuntime } from '../check/grade.ts'
import type { JobResult } from '../domain/job.ts'
import type { Runner } from '../domain/runner.ts'
import { UserError } from '../domain/user-error.ts'
import { getExercise } from './find-exercise.ts'
import { exitCodeOf, resultJson } from './result.ts'
import type { ExitCode, Shell } from './shell.ts'
import { requireShort } from './source-length.ts'

const schema = z.strictObject({ id: z.union([z.string(), z.number()]), item: z.string(), source: z.string() })

export interface Batch {
  readonly text: string
  /** How messages name it. */
  readonly name: string
  readonly seed: number
  /** Answers judged at a time. */
  readonly slots: number
}

/**
 * Judges each line of a batch and prints a line of JSON for each, in the order of the lines, as soon as all before it are printed.
 * A line that cannot be read gets a line with `error` and does not stop the others.
 */
export async function gradeBatch(batch: Batch, runner: Runner, shell: Shell): Promise<ExitCode> {
  const lines = batch.text.split('\n').flatMap((text, index) => (text.trim() === '' ? [] : [{ text, where: `${batch.name}:${index + 1}` }]))
  const finished = new Map<number, string>()
  let printed = 0
  let worst: ExitCode = 0
  await concurrently([...lines.entries()], batch.slots, async ([index, line]) => {
    const { output, code } = await gradeLine(line, batch.seed, runner, shell)
    if (code > worst) worst = code
    finished.set(index, output)
    for (let next = finished.get(printed); next !== undefined; next = finished.get(printed)) {
      shell.stdout.write(`${next}\n`)
      finished.delete(printed)
      printed += 1
    }
  })
  return worst
}

async function gradeLine(
  { text, where }: { readonly text: string; readonly where: string },
  seed: number,
  runner: Runner,
  shell: Shell,
): Promise<{ readonly output: string; readonly code: ExitCode }> {
  const id = findId(text)
  try {
    const answer = parseAnswer(text, where)
    const exercise = getExercise(answer.item, shell)
    await requireRuntime(runner, exercise.runtime)
    const result: JobResult = await grade(runner, exercise, requireShort(answer.source, where), {
      seed,
      signal: shell.signal,
      reveal: false,
    })
    return { output: JSON.stringify({ id, ...resultJson(exercise.slug, result) }), code: exitCodeOf(result) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { output: JSON.stringify({ id, error: { message: error.message, where: error.where, fix: error.fix } }), code: 2 }
  }
}

/** The id of a line, even where the rest of it does not fit. */
function findId(text: string): string | number | null {
  try {
    return schema.pick({ id: true }).strip().safeParse(JSON.parse(text)).data?.id ?? null
  } catch {
    return null
  }
}

function parseAnswer(text: string, where: string): z.infer<typeof schema> {
  const fix = 'Each line is {"id": "...", "item": "<slug or folder>", "source": "..."}.'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UserError('The line is not JSON.', { where, fix })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UserError(`The line does not fit: ${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}.`.replace('  ', ' '), {
    where,
    fix,
  })
}
