import { gradeDrawing } from '../check/grade-design.ts'
import type { Case } from '../domain/case.ts'
import { LEVELS } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import { command } from './command.ts'
import { getItem } from './find-item.ts'
import { paintFor } from './paint.ts'
import { reportJson, sayReport } from './report.ts'
import { exitCodeOf } from './result.ts'
import type { Shell } from './shell.ts'
import { readTextFile } from './text-file.ts'
import { wholeNumber } from './whole-number.ts'

export const simulate = command({
  meta: {
    name: 'simulate',
    description: 'Grade a design: simulate it under load and faults, hold it against its objectives and its cost. Nothing is remembered.',
  },
  args: {
    case: { type: 'positional', required: true, description: 'Slug of the case, or the path of its folder.' },
    file: { type: 'positional', required: true, description: 'The drawing, as text; - reads standard input.' },
    level: { type: 'enum', options: [...LEVELS], default: 'senior', description: 'Which scenarios, and how much it may cost.' },
    seed: { type: 'string', valueHint: 'n', description: 'Every random number follows from it; drawn when not given.' },
    json: { type: 'boolean', description: 'One JSON object.' },
  },
  run: async ({ case: named, file, level, seed: given, json }, shell) => {
    const aCase = getCase(named, shell)
    const text = readTextFile(file, shell.cwd)
    const seed = wholeNumber(given, '--seed') ?? Math.floor(Math.random() * 2 ** 31)
    const { openRunner } = await import('../gym/open-runner.ts')
    const runner = openRunner(shell.project)
    try {
      const progress = progressOn(shell)
      const result = await gradeDrawing(runner, aCase, text, {
        level,
        seed,
        signal: shell.signal,
        onEvent: (event) => event.type === 'progress' && progress.tell(event.done, event.total),
      })
      progress.end()
      const { report } = result
      if (result.verdict === 'errored')
        throw new UserError(result.message, { where: file, fix: 'docs/content-designs.md says what a drawing may hold.' })
      if (report === undefined) throw new UserError(result.message, { where: file, fix: 'Run the command again, or simplify the design.' })
      shell.stdout.write(
        json ? `${JSON.stringify(reportJson(aCase, report))}\n` : sayReport(aCase, report, paintFor(shell.stdout, shell.env)),
      )
      return exitCodeOf(result)
    } finally {
      await runner.close()
    }
  },
})

function getCase(named: string, shell: Shell): Case {
  const item = getItem(named, shell)
  if (item.kind === 'design') return item
  throw new UserError(`"${item.slug}" is no design.`, {
    where: named,
    fix: item.kind === 'exercise' ? `\`onsite run ${named} <file>\` judges an answer to it.` : 'Answer it in the browser.',
  })
}

/** One line that is written over, on a terminal only. */
function progressOn({ stderr }: Shell): { readonly tell: (done: number, total: number) => void; readonly end: () => void } {
  if (!stderr.isTTY) return { tell: () => undefined, end: () => undefined }
  return {
    tell: (done, total) => stderr.write(`\r\u001B[K${done} of about ${total} runs`),
    end: () => stderr.write('\r\u001B[K'),
  }
}
