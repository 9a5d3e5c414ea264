import { UserError } from '../domain/user-error.ts'
import { type Account, accountFor } from './account.ts'

/** The account that our databases run as. Throws UserError when ONSITE_UID names none. */
export function ownAccount(): Account {
  return accountFor({ uid: process.getuid?.(), gid: process.getgid?.() }, process.env)
}

/** Where programs that are started by name are looked for. */
export function programPath(): string {
  return process.env['PATH'] ?? ''
}

/** Whether ONSITE_ISOLATION=local asks to do without a sandbox. Nothing in the environment can claim one. Throws UserError for other values. */
export function asksForPlainProcesses(): boolean {
  const asked = process.env['ONSITE_ISOLATION'] ?? ''
  if (asked === '' || asked === 'local') return asked === 'local'
  throw new UserError(`ONSITE_ISOLATION can only be "local", not "${asked}": whether programs are isolated is found out by trying.`, {
    where: 'ONSITE_ISOLATION',
    fix: 'Leave ONSITE_ISOLATION out.',
  })
}
