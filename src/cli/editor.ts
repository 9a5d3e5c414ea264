import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import { UserError } from '../domain/user-error.ts'

/** Editors that draw in the terminal itself. */
const IN_TERMINAL: ReadonlySet<string> = new Set([
  'vi',
  'vim',
  'nvim',
  'nano',
  'pico',
  'micro',
  'helix',
  'hx',
  'kak',
  'joe',
  'ne',
  'ed',
  'mg',
  'emacs',
  'emacsclient',
])

export interface OpenEditor {
  readonly ownsScreen: boolean
  /** Rejects with UserError when the program cannot be started. */
  readonly started: Promise<void>
  /** Resolves when the program ended; rejects as `started` does. */
  readonly closed: Promise<void>
}

/** Opens the person's editor on a file; undefined when `VISUAL` and `EDITOR` name none. They may hold arguments, as `code --wait`. */
export function openEditor(file: string, env: Readonly<Record<string, string | undefined>>): OpenEditor | undefined {
  const [program, ...args] = (env['VISUAL'] || env['EDITOR'] || '').split(/\s+/).filter(Boolean)
  if (program === undefined) return undefined
  const name = basename(program)
  const graphical =
    name.startsWith('emacs') && !args.some((arg) => arg === '-nw' || arg === '-t' || arg === '-tty') && (env['DISPLAY'] ?? '') !== ''
  const ownsScreen = IN_TERMINAL.has(name) && !graphical
  const child = spawn(program, [...args, file], { stdio: ownsScreen ? 'inherit' : 'ignore' })
  const refused = (): UserError =>
    new UserError(`The editor "${program}" cannot be started.`, {
      where: 'EDITOR',
      fix: 'Set EDITOR to a program that is installed, or use --no-editor.',
    })
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(refused()))
    child.once('exit', () => resolve())
  })
  const started = new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(refused()))
    child.once('spawn', () => resolve())
  })
  for (const promise of [started, closed]) promise.catch(() => {})
  return { ownsScreen, started, closed }
}
