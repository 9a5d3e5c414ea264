import { UserError } from '../domain/user-error.ts'
import { paintFor } from './paint.ts'
import type { ExitCode, Shell } from './shell.ts'

/** Says what went wrong: one block for what a person can mend, the whole stack for a bug. With `json`, as one line on stdout. */
export function reportError(error: unknown, json: boolean, shell: Shell): ExitCode {
  if (shell.signal.aborted && !(error instanceof UserError)) {
    shell.stderr.write('Interrupted.\n')
    return 1
  }
  const code: ExitCode = error instanceof UserError ? 2 : 3
  if (json) {
    const { where, fix } =
      error instanceof UserError
        ? error
        : { where: 'onsite', fix: 'This is a bug of Onsite: please report it with the output of the command.' }
    shell.stdout.write(`${JSON.stringify({ error: { message: messageOf(error), where, fix } })}\n`)
    if (error instanceof UserError) return code
  }
  const paint = paintFor(shell.stderr, shell.env)
  if (error instanceof UserError) {
    shell.stderr.write(`${paint.red('error')} ${paint.bold(error.where)}: ${error.message}\n      ${error.fix}\n`)
  } else {
    shell.stderr.write(`${paint.red('bug')} Onsite failed; this is not your fault. Please report:\n${stackOf(error)}\n`)
  }
  return code
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
