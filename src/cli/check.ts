import { join } from 'node:path'
import { survey } from '../check/survey.ts'
import { targetsOf } from '../check/targets.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'

export const check = command({
  meta: { name: 'check', description: 'Prove the content: every rule of docs/content-format.md, every exercise against its answers.' },
  args: {
    paths: { type: 'positional', required: false, description: 'Items to check: slugs or folders; everything when none is named.' },
    json: { type: 'boolean', description: 'One JSON object on stdout.' },
  },
  run: async (args, shell) => {
    const root = join(shell.project, 'content')
    const { problems } = await survey(root, targetsOf(args._, { root, cwd: shell.cwd }))
    const paint = paintFor(shell.stdout, shell.env)
    for (const { where, what, fix } of problems) shell.stdout.write(`${paint.bold(where)}\n  ${what}\n  ${paint.dim(fix)}\n`)
    shell.stdout.write(
      problems.length === 0 ? 'No problems (nothing was run: the engines are not there yet).\n' : `${problems.length} problems\n`,
    )
    return problems.length > 0 ? 1 : 0
  },
})
