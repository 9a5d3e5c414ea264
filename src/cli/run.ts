import { availableParallelism } from 'node:os'
import { grade, requireRuntime } from '../check/grade.ts'
import type { Item } from '../domain/item.ts'
import { UserError } from '../domain/user-error.ts'
import { gradeBatch } from './batch.ts'
import { command, requireAtMost } from './command.ts'
import { runDrill } from './drill.ts'
import { requireExercise } from './find-exercise.ts'
import { getItem } from './find-item.ts'
import { paintFor } from './paint.ts'
import { exitCodeOf, resultJson, sayResult } from './result.ts'
import { requireShort } from './source-length.ts'
import { readTextFile } from './text-file.ts'
import { wholeNumber } from './whole-number.ts'

export const run = command({
  meta: { name: 'run', description: 'Judge an answer by all checks of an exercise, or ask the numbers of a drill. Nothing is remembered.' },
  args: {
    item: { type: 'positional', required: false, description: 'Slug of the exercise or drill, or the path of its folder.' },
    file: { type: 'positional', required: false, description: 'The answer; - reads standard input.' },
    numbers: {
      type: 'positional',
      required: false,
      description: 'Of a drill in place of a file: a number for each that it asks. Without them it asks.',
    },
    batch: {
      type: 'string',
      valueHint: 'answers.jsonl',
      description: 'Judge many: a line {"id", "item", "source"} each; - reads standard input.',
    },
    seed: {
      type: 'string',
      valueHint: 'n',
      description: "Seed of the checks' random draws, or of a drill's numbers; drawn when not given.",
    },
    json: { type: 'boolean', description: 'One JSON object a result.' },
  },
  rest: true,
  run: async ({ item, file, batch, seed: given, json, _: places }, shell) => {
    const seed = wholeNumber(given, '--seed') ?? Math.floor(Math.random() * 2 ** 31)
    const found = item === undefined || batch !== undefined ? undefined : getItem(item, shell)
    if (found?.kind === 'estimate') return runDrill(found, { given: places.slice(1), seed, json: json === true }, shell)
    requireAtMost(2, places, 'run')
    if (batch === undefined ? found === undefined || file === undefined : item !== undefined) {
      throw new UserError('Name an exercise and a file, or a batch.', {
        where: 'onsite run',
        fix: '`onsite run <item> <file>` or `onsite run --batch answers.jsonl --json`.',
      })
    }
    const { openRunner } = await import('../gym/open-runner.ts')
    if (batch !== undefined) {
      const text = readTextFile(batch, shell.cwd)
      const runner = openRunner(shell.project)
      try {
        return await gradeBatch({ text, name: batch, seed, slots: availableParallelism() }, runner, shell)
      } finally {
        await runner.close()
      }
    }
    const exercise = requireExercise(found as Item, item ?? '')
    const source = requireShort(readTextFile(file ?? '', shell.cwd), file ?? '')
    const runner = openRunner(shell.project)
    try {
      await requireRuntime(runner, exercise.runtime)
      const result = await grade(runner, exercise, source, { seed, signal: shell.signal, reveal: false })
      shell.stdout.write(
        json ? `${JSON.stringify(resultJson(exercise.slug, result))}\n` : sayResult(result, paintFor(shell.stdout, shell.env)),
      )
      return exitCodeOf(result)
    } finally {
      await runner.close()
    }
  },
})
