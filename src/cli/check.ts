import { join } from 'node:path'
import { loadLibrary, nameIn } from '../content/library.ts'
import { pagesBelow } from '../content/pages.ts'
import { inReadingOrder } from '../content/problem.ts'
import { checkItem, checkTree } from '../check/static.ts'
import { checkItemPatterns } from '../check/references.ts'
import { checkUnfinished } from '../check/unfinished.ts'
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
    const { library, problems: loading } = loadLibrary(root)
    const pages = pagesBelow(root, 'content')
    const all = [
      ...loading,
      ...checkTree({ library, pages }),
      ...[...library.items.values()].flatMap((item) => {
        const subject = { item, name: nameIn(root, item.folder) }
        return [...checkItem(subject), ...checkItemPatterns(subject, library)]
      }),
      ...checkUnfinished(root, 'content'),
    ]
    const wanted = args._.map((path) => path.replace(/\/$/, ''))
    const problems = inReadingOrder(all).filter(({ where }) => wanted.length === 0 || wanted.some((path) => where.startsWith(path)))
    const paint = paintFor(shell.stdout, shell.env)
    for (const { where, what, fix } of problems) shell.stdout.write(`${paint.bold(where)}\n  ${what}\n  ${paint.dim(fix)}\n`)
    shell.stdout.write(`${problems.length} problems\n`)
    return problems.length > 0 ? 1 : 0
  },
})
