import { parseArgs, renderUsage, type ArgsDef, type ParsedArgs } from 'citty'
import { UserError } from '../domain/user-error.ts'
import type { ExitCode, Shell } from './shell.ts'

/** One command: its arguments and what it does. */
export interface Command<A extends ArgsDef = ArgsDef> {
  readonly meta: { readonly name: string; readonly description: string }
  readonly args: A
  /** It takes as many positional arguments as it is given. */
  readonly rest?: boolean
  readonly run: (args: ParsedArgs<A>, shell: Shell) => Promise<ExitCode>
}

/** A command with its argument types forgotten: it parses what it is given. */
export interface Runnable {
  readonly usage: () => Promise<string>
  readonly run: (rawArgs: readonly string[], shell: Shell) => Promise<ExitCode>
}

/** Makes a command that refuses flags it does not know, instead of ignoring a misspelt one. */
export function command<const A extends ArgsDef>({ meta, args, rest = false, run }: Command<A>): Runnable {
  const usage = () => renderUsage({ meta: { ...meta, name: `onsite ${meta.name}` }, args })
  return {
    usage,
    run: async (rawArgs, shell) => {
      const wrong = (message: string) => misused(meta.name, message)
      for (const flag of rawArgs.slice(0, rawArgs.includes('--') ? rawArgs.indexOf('--') : undefined)) {
        const [, name = ''] = /^--?(?:no-)?([^=]+)/.exec(flag) ?? []
        const full = flag.replace(/^--?/, '').replace(/=.*/s, '')
        if (flag.startsWith('-') && flag !== '-' && !(name in args) && !(full in args)) throw wrong(`There is no option ${flag}.`)
      }
      const parsed = parse(rawArgs, args, wrong)
      const places = Object.values(args).filter((arg) => arg.type === 'positional').length
      if (!rest) requireAtMost(places, parsed._, meta.name)
      return run(parsed, shell)
    },
  }
}

/** Throws UserError for the first positional argument that a command has no place for. */
export function requireAtMost(places: number, given: readonly string[], name: string): void {
  if (given.length > places) throw misused(name, `"${given[places]}" is one argument too many.`)
}

function misused(name: string, message: string): UserError {
  return new UserError(message, { where: `onsite ${name}`, fix: `\`onsite ${name} --help\` lists its arguments.` })
}

function parse<A extends ArgsDef>(rawArgs: readonly string[], args: A, wrong: (message: string) => UserError): ParsedArgs<A> {
  try {
    return parseArgs<A>([...rawArgs], args)
  } catch (error) {
    throw wrong(error instanceof Error ? `${error.message}.` : String(error))
  }
}
