import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { UserError } from '../domain/user-error.ts'
import type { Runnable } from './command.ts'
import { reportError } from './report-error.ts'
import type { ExitCode, Output, Shell } from './shell.ts'

/** Each command's module is loaded when it is called, so that `--help` is instant. */
const COMMANDS: Readonly<Record<string, { readonly does: string; readonly load: () => Promise<Runnable> }>> = {
  start: { does: 'open the gym in the browser', load: async () => (await import('./start.ts')).start },
  practice: {
    does: 'solve an exercise in your own editor, judged on every save',
    load: async () => (await import('./practice.ts')).practice,
  },
  today: { does: 'the right next things for the minutes you have', load: async () => (await import('./today.ts')).today },
  target: { does: 'show or change what you prepare for', load: async () => (await import('./target.ts')).target },
  plan: { does: 'what each day holds until the interview', load: async () => (await import('./plan.ts')).plan },
  readiness: { does: 'how much of your interview you would solve', load: async () => (await import('./readiness.ts')).readiness },
  items: { does: 'list every exercise and question', load: async () => (await import('./items.ts')).items },
  run: { does: 'judge an answer, or a batch of them', load: async () => (await import('./run.ts')).run },
  simulate: { does: 'grade a design by simulation', load: async () => (await import('./simulate.ts')).simulate },
  replay: { does: 'judge again what "This verdict looks wrong" saved', load: async () => (await import('./replay.ts')).replay },
  export: { does: 'write everything that is remembered of you as one file', load: async () => (await import('./export.ts')).exportHistory },
  import: { does: 'add what an export wrote', load: async () => (await import('./import.ts')).importHistory },
  new: { does: 'write a new exercise, question, pattern or topic', load: async () => (await import('./new.ts')).create },
  probe: { does: 'attack the sandbox of this machine and say what holds', load: async () => (await import('./probe.ts')).probe },
  check: { does: 'prove the content', load: async () => (await import('./check.ts')).check },
}

async function main(rawArgs: readonly string[], shell: Shell): Promise<ExitCode> {
  const [name, ...rest] = rawArgs
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    shell.stdout.write(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    shell.stdout.write(`${(await import('./surroundings.ts')).versionOf(shell.project)}\n`)
    return 0
  }
  try {
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (entry === undefined)
      throw new UserError(`There is no command "${name}".`, { where: 'onsite', fix: '`onsite --help` lists the commands.' })
    const command = await entry.load()
    if (rest.includes('--help') || rest.includes('-h')) {
      const usage = await command.usage()
      shell.stdout.write(`${shell.stdout.isTTY ? usage : stripVTControlCharacters(usage)}\n`)
      return 0
    }
    return await command.run(rest, shell)
  } catch (error) {
    return reportError(error, rest.includes('--json'), shell)
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length))
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`)
  return `Onsite: a gym for machine-learning interviews.\n\nUsage: onsite <command> [options]\n\n${lines.join('\n')}\n\n\`onsite <command> --help\` says more. Exit codes: 0 done or passed, 1 did not pass, 2 a call or environment to mend, 3 our fault.\n`
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text)
    },
    isTTY: stream.isTTY,
  }
}

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())
process.once('SIGTERM', () => interrupted.abort())
// `onsite items | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// The same two levels up from src/cli and from dist/node.
const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
process.exitCode = await main(process.argv.slice(2), {
  project,
  cwd: process.cwd(),
  env: process.env,
  stdin: { lines: (signal) => createInterface({ input: process.stdin, signal }), isTTY: process.stdin.isTTY },
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  signal: interrupted.signal,
  now: Date.now,
})
