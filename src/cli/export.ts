import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { UserError } from '../domain/user-error.ts'
import { dueDeck } from '../gym/interchange.ts'
import { command } from './command.ts'
import { withGym } from './with-gym.ts'

export const exportHistory = command({
  meta: { name: 'export', description: 'Write everything that Onsite remembers of you as one readable file.' },
  args: {
    file: { type: 'positional', required: false, description: 'Where to write; standard output when not named.' },
    anki: { type: 'boolean', description: 'Write the patterns that slip away as an Anki package instead; needs a file.' },
    json: { type: 'boolean', description: 'With a file: print {"file", "lines"} as JSON.' },
  },
  run: ({ file, anki, json }, shell) =>
    withGym(shell, async ({ gym }) => {
      if (anki) {
        if (file === undefined)
          throw new UserError('The deck needs a file.', { where: 'onsite export', fix: 'onsite export --anki onsite.apkg' })
        const deck = await dueDeck(gym, LOCAL_LEARNER)
        const path = resolve(shell.cwd, file)
        await writing(file, () => writeFile(path, deck))
        shell.stdout.write(json ? `${JSON.stringify({ file: path })}\n` : `Wrote ${path}\n`)
        return 0
      }
      let lines = 0
      async function* text() {
        for await (const line of gym.store.exportLines(LOCAL_LEARNER)) {
          lines += 1
          yield `${line}\n`
        }
      }
      if (file === undefined) {
        for await (const line of text()) shell.stdout.write(line)
        return 0
      }
      const path = resolve(shell.cwd, file)
      // Renamed when whole: a file of that name is never half an export.
      const partial = `${path}.partial`
      try {
        await writing(file, async () => {
          await pipeline(text(), createWriteStream(partial))
          renameSync(partial, path)
        })
      } finally {
        rmSync(partial, { force: true })
      }
      shell.stdout.write(json ? `${JSON.stringify({ file: path, lines })}\n` : `Wrote ${lines} lines to ${path}\n`)
      return 0
    }),
})

async function writing(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new UserError(`The file cannot be written: ${error.message}.`, {
      where: file,
      fix: 'Name a file in a folder of yours with room on its disk.',
    })
  }
}
