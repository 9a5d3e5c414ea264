import { type Account, accountFor } from './account.ts'

/** The account that our databases run as. Throws UserError when ONSITE_UID names none. */
export function ownAccount(): Account {
  return accountFor({ uid: process.getuid?.(), gid: process.getgid?.() }, process.env)
}

/** Where programs that are started by name are looked for. */
export function programPath(): string {
  return process.env['PATH'] ?? ''
}
