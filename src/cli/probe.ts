import type { Isolation } from '../domain/runner.ts'
import { command } from './command.ts'
import { type Paint, paintFor } from './paint.ts'
import { surroundingsOf } from './surroundings.ts'

export const probe = command({
  meta: { name: 'probe', description: 'Attack the sandbox of this machine and say what holds.' },
  args: { json: { type: 'boolean', description: 'One JSON object: the mode and each probe.' } },
  run: async ({ json }, shell) => {
    const { openRunner } = await import('../gym/open-runner.ts')
    const runner = openRunner(shell.project, surroundingsOf(shell).home)
    try {
      const isolation = await runner.probe({ remembered: false }, shell.signal)
      shell.stdout.write(json ? `${JSON.stringify(isolation)}\n` : sayIsolation(isolation, paintFor(shell.stdout, shell.env)))
      return isolation.mode === 'isolated' ? 0 : 1
    } finally {
      await runner.close()
    }
  },
})

function sayIsolation(isolation: Isolation, paint: Paint): string {
  const lines = isolation.probes.map(({ name, holds, message }) => {
    const mark = holds === undefined ? paint.yellow('?') : holds ? paint.green('✓') : paint.red('✗')
    return `${mark} ${name}${message === '' ? '' : `\n    ${message}`}`
  })
  return [...lines, ...(lines.length > 0 ? [''] : []), sayMode(isolation, paint), ''].join('\n')
}

/** The mode in a sentence; where it is not `isolated` also why and what to do. */
export function sayMode({ mode, reason, fix, probes }: Isolation, paint: Paint): string {
  if (mode === 'isolated')
    return `${paint.green('Isolated:')} every run has a sandbox of its own, and all ${probes.filter(({ holds }) => holds === true).length} probes of it held.`
  const head =
    mode === 'local'
      ? 'Local: code runs without a sandbox that holds, with your own rights, for you alone.'
      : 'Not known whether the sandbox holds.'
  return [paint.yellow(head), reason, fix].filter((text) => text !== '').join(' ')
}
