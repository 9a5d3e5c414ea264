import { requireRuntime } from '../check/grade.ts'
import { UserError } from '../domain/user-error.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'
import { resultJson, sayResult } from './result.ts'
import { readTextFile } from './text-file.ts'

export const replay = command({
  meta: { name: 'replay', description: 'Judge again what `This verdict looks wrong` saved.' },
  args: {
    file: { type: 'positional', required: false, description: 'The saved verdict; - reads standard input.' },
    json: { type: 'boolean', description: 'One JSON object: both verdicts, and whether they are the same.' },
  },
  run: async ({ file, json }, shell) => {
    if (file === undefined) {
      throw new UserError('Name a saved verdict.', {
        where: 'onsite replay',
        fix: '`onsite replay <file>`; the files lie under the reports folder of $ONSITE_HOME.',
      })
    }
    const { openRunner } = await import('../gym/open-runner.ts')
    const { parseBundle, replay: judgeAgain } = await import('../gym/replay.ts')
    const bundle = parseBundle(readTextFile(file, shell.cwd), file)
    const runner = openRunner(shell.project)
    try {
      await requireRuntime(runner, bundle.job.runtime)
      const { result, same } = await judgeAgain(runner, bundle, shell.signal)
      const { verdict, message } = bundle.verdict
      if (json) {
        const now = resultJson(bundle.item.slug, result)
        shell.stdout.write(
          `${JSON.stringify({ item: bundle.item.slug, comment: bundle.comment, same, before: { verdict, message }, now })}\n`,
        )
      } else {
        const paint = paintFor(shell.stdout, shell.env)
        const compared = same ? paint.green('the same as before') : paint.red(`another than before: ${verdict}. ${message}`.trim())
        shell.stdout.write(`${sayResult(result, paint)}${paint.bold(bundle.item.slug)}: ${compared}\n`)
      }
      if (result.verdict === 'our-fault' || result.verdict === 'not-run') return 3
      return same ? 0 : 1
    } finally {
      await runner.close()
    }
  },
})
