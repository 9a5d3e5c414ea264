import type { Isolation } from '../domain/runner.ts'

/** What somebody asks of a server beyond serving themselves. */
export interface Wishes {
  /** The address to listen on. */
  readonly host: string
  readonly signUp: boolean
  /** The address by which others reach it, through a proxy. */
  readonly publicUrl: string | undefined
  /** Whether learners are told apart. Without accounts everybody who reaches the server is the one learner of this machine. */
  readonly accounts: boolean
}

/** Why it may not, and what to do. */
export interface Refusal {
  readonly message: string
  readonly fix: string
}

/** The default, and the only one for which nothing need hold. */
export const LOOPBACK = '127.0.0.1'

/**
 * The gate before listening: code of others is run only where every probe of the sandbox held, and others are served only where
 * they are told apart. One person on loopback may always be served. There is no way around it by the environment.
 */
export function refusalOf({ mode, reason, fix }: Omit<Isolation, 'probes'>, wishes: Wishes): Refusal | undefined {
  const wanted = beyondOnePerson(wishes)
  if (wanted === undefined) return undefined
  if (mode !== 'isolated') {
    return {
      message: `Onsite does not ${wanted} where learners' code is not isolated from this machine. ${reason}`.trim(),
      fix: `${fix} Until then it serves you alone: leave the option out.`.trim(),
    }
  }
  if (!wishes.accounts) {
    return {
      message: `Onsite does not ${wanted} yet: it has no accounts, so everybody who reached it would be you.`,
      fix: 'Leave the option out, and reach it from another machine of yours through ssh: ssh -L 4640:127.0.0.1:4640 <machine>.',
    }
  }
  return undefined
}

/** Whether nobody but programs of this machine reaches the address. A name other than `localhost` is not looked up: it may change. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function beyondOnePerson({ host, signUp, publicUrl }: Wishes): string | undefined {
  if (!isLoopback(host)) return `listen on ${host}`
  if (signUp) return 'let people sign up'
  return publicUrl === undefined ? undefined : `serve ${publicUrl}`
}
