import { UserError } from '../domain/user-error.ts'

/** Who runs sandboxes and databases: numeric, since a machine need not know a user by that number. */
export interface Account {
  readonly uid: number
  readonly gid: number
  /** True when we run as root and give our rights up for this account. */
  readonly dedicated: boolean
}

/** Who we run as; undefined numbers on systems without users (Windows). */
export interface Caller {
  readonly uid: number | undefined
  readonly gid: number | undefined
}

/** Above the range that adduser hands out (1000-59999), below `nobody` and systemd's dynamic users. */
const DEDICATED_UID = 64999

/**
 * The account for everything that must not be root: our own unless we are root, else a dedicated one,
 * which ONSITE_UID (and ONSITE_GID, by default the same number) may choose.
 * Throws UserError when they are not numbers of an unprivileged account.
 */
export function accountFor(caller: Caller, environment: Readonly<Record<string, string | undefined>>): Account {
  if (caller.uid !== 0) return { uid: caller.uid ?? -1, gid: caller.gid ?? -1, dedicated: false }
  const uid = numberOf('ONSITE_UID', environment.ONSITE_UID, DEDICATED_UID)
  return { uid, gid: numberOf('ONSITE_GID', environment.ONSITE_GID, uid), dedicated: true }
}

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value > 0 && value < 2 ** 31) return value
  throw new UserError(`'${text}' is not the number of an unprivileged account.`, {
    where: name,
    fix: `Set ${name} to a number above 0, or leave it out to use ${otherwise}.`,
  })
}
