import { parseArgs, renderUsage, type ArgsDef, type ParsedArgs } from 'citty'
import { UserError } from '../domain/user-error.ts'
import type { ExitCode, Shell } from './shell.ts'

/** One command: its arguments and what it does. */
export interface Command<A extends ArgsDef = ArgsDef> {
  readonly meta: { readonly name: string; readonly description: string }
  readonly args: A
  readonly run: (args: ParsedArgs<A>, shell: Shell) => Promise<ExitCode>
}

/** A command with its argument types forgotten: it parses what it is given. */
export interface Runnable {
  readonly usage: () => Promise<string>
  readonly run: (rawArgs: readonly string[], shell: Shell) => Promise<ExitCode>
}

/** Makes a command that refuses flags it does not know, instead of ignoring a misspelt one. */
export function command<const A extends ArgsDef>({ meta, args, run }: Command<A>): Runnable {
  const usage = () => renderUsage({ meta: { ...meta, name: `onsite ${meta.name}` }, args })
  return {
    usage,
    run: async (rawArgs, shell) => {
      const wrong = (message: string) =>
        new UserError(message, { where: `onsite ${meta.name}`, fix: `\`onsite ${meta.name} --help\` lists its arguments.` })
      for (const flag of rawArgs.slice(0, rawArgs.includes('--') ? rawArgs.indexOf('--') : undefined)) {
        const [, name = ''] = /^--?(?:no-)?([^=]+)/.exec(flag) ?? []
        const full = flag.replace(/^--?/, '').replace(/=.*/s, '')
        if (flag.startsWith('-') && flag !== '-' && !(name in args) && !(full in args)) throw wrong(`There is no option ${flag}.`)
      }
      const parsed = parse(rawArgs, args, wrong)
      const places = Object.values(args).filter((arg) => arg.type === 'positional').length
      if (!('paths' in args || 'numbers' in args) && parsed._.length > places)
        throw wrong(`"${parsed._[places]}" is one argument too many.`)
      return run(parsed, shell)
    },
  }
}

function parse<A extends ArgsDef>(rawArgs: readonly string[], args: A, wrong: (message: string) => UserError): ParsedArgs<A> {
  try {
    return parseArgs<A>([...rawArgs], args)
  } catch (error) {
    throw wrong(error instanceof Error ? `${error.message}.` : String(error))
  }
}
