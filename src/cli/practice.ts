import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { languageOf } from '../content/exercise.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { UserError } from '../domain/user-error.ts'
import { attempt } from '../gym/attempt.ts'
import { getExercise } from '../gym/find.ts'
import { command } from './command.ts'
import { openEditor } from './editor.ts'
import { paintFor } from './paint.ts'
import { exitCodeOf, resultJson, sayResult } from './result.ts'
import type { ExitCode } from './shell.ts'
import { surroundingsOf } from './surroundings.ts'
import { watchFile } from './watch-file.ts'
import { withGym } from './with-gym.ts'

export const practice = command({
  meta: { name: 'practice', description: 'Solve an exercise in your own editor: each save is judged and remembered as an attempt.' },
  args: {
    item: { type: 'positional', required: true, description: 'Slug of the exercise.' },
    fresh: { type: 'boolean', description: 'Begin with the starter again; the earlier file is kept beside it.' },
    editor: {
      type: 'boolean',
      default: true,
      description: 'Open $VISUAL or $EDITOR.',
      negativeDescription: 'Open no editor, only watch the file.',
    },
    json: { type: 'boolean', description: 'One line of JSON a save.' },
  },
  run: ({ item, fresh, editor, json }, shell) =>
    withGym(shell, async ({ gym }) => {
      const exercise = getExercise(gym, item)
      const folder = join(surroundingsOf(shell).home, 'practice', exercise.slug)
      const file = join(folder, `answer.${languageOf(exercise.runtime).extension}`)
      mkdirSync(folder, { recursive: true })
      if (fresh && existsSync(file)) writeFileSync(`${file}.${shell.now()}`, readFileSync(file))
      if (fresh || !existsSync(file)) writeFileSync(file, exercise.starter)
      // Beside the answer, so that the learner's own tools can run it. What is judged is judged with our copy.
      if ('world' in exercise && exercise.world !== undefined) writeFileSync(join(folder, 'world.py'), exercise.world)
      const paint = paintFor(shell.stdout, shell.env)
      const zone = gym.zone()
      let since = shell.now()
      let last: ExitCode = 0

      const judge = async (source: string): Promise<string> => {
        try {
          const activeMs = shell.now() - since
          since = shell.now()
          const request = { learner: LOCAL_LEARNER, slug: exercise.slug, source, mode: 'submit', zone, activeMs } as const
          const { result } = await attempt(gym, request, () => {}, shell.signal)
          // What Ctrl-C broke off says nothing of the answer.
          if (!shell.signal.aborted) last = exitCodeOf(result)
          return json ? `${JSON.stringify(resultJson(exercise.slug, result))}\n` : `\n${sayResult(result, paint)}`
        } catch (error) {
          if (!(error instanceof UserError)) throw error
          return json
            ? `${JSON.stringify({ error: { message: error.message, where: error.where, fix: error.fix } })}\n`
            : `\n${error.message} ${error.fix}\n`
        }
      }
      if (!json) {
        shell.stdout.write(
          `${paint.bold(exercise.title)}  ${paint.dim(`${exercise.difficulty}, ${exercise.minutes} min, ${exercise.runtime}`)}\n\n${exercise.statement.trim()}\n\n`,
        )
        shell.stdout.write(
          `${paint.dim('Your file:')} ${shorter(relative(shell.cwd, file), file)}\n${paint.dim('Each save is judged. Ctrl-C ends.')}\n`,
        )
      }
      const open = editor ? openEditor(file, shell.env) : undefined
      // An editor in the terminal owns the screen: what was judged shows once it is closed.
      let held = ''
      const write = (text: string) => {
        if (open?.ownsScreen === true && !json) held = text
        else shell.stdout.write(text)
      }
      const ended = new AbortController()
      const stop = AbortSignal.any([shell.signal, ended.signal])
      const watching = watchFile(file, stop, async (source) => write(await judge(source)))
      try {
        await open?.started
        if (open?.ownsScreen === true) {
          await open.closed
          ended.abort()
        }
      } catch (error) {
        ended.abort()
        await watching
        throw error
      }
      await watching
      shell.stdout.write(held)
      return last
    }),
})

function shorter(a: string, b: string): string {
  return a.length < b.length ? a : b
}
