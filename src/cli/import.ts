import { createReadStream, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { UserError } from '../domain/user-error.ts'
import { importReviews } from '../gym/interchange.ts'
import { command } from './command.ts'
import { withGym } from './with-gym.ts'

export const importHistory = command({
  meta: {
    name: 'import',
    description: 'Add what `onsite export` wrote, or a review log: .apkg, .colpkg, .csv. Running it twice changes nothing.',
  },
  args: {
    file: { type: 'positional', required: true, description: 'The file; its ending says what it is.' },
    json: { type: 'boolean', description: 'Print {"added", "known"} as JSON.' },
  },
  run: ({ file, json }, shell) => {
    const path = resolve(shell.cwd, file)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined || found.isDirectory())
      throw new UserError(found === undefined ? 'There is no such file.' : 'This is a folder.', {
        where: file,
        fix: 'Give the path of a file that `onsite export` wrote.',
      })
    return withGym(shell, async ({ gym }) => {
      if (/\.(apkg|colpkg|anki2|anki21|csv|tsv|txt)$/i.test(path)) {
        const { added, known, unmatched } = await importReviews(gym, LOCAL_LEARNER, await readFile(path), file)
        const left = unmatched.reduce((sum, { count }) => sum + count, 0)
        shell.stdout.write(
          json
            ? `${JSON.stringify({ added, known, unmatched })}\n`
            : `Added ${added} reviews; ${known} were known already; ${left} are about no pattern of Onsite.\n`,
        )
        return 0
      }
      const { added, known } = await gym.store.importLines(LOCAL_LEARNER, linesOf(path))
      shell.stdout.write(json ? `${JSON.stringify({ added, known })}\n` : `Added ${added} entries; ${known} were known already.\n`)
      return 0
    })
  },
})

/** Opens the file when the first line is asked for: readline drops what it reads before anyone listens. */
async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
}
