import { UserError } from '../domain/user-error.ts'

/** A UserError for what the disk refuses, whoever said it (the system, initdb, the server), else undefined. */
export function diskError(error: unknown, where: string): UserError | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { readonly code?: unknown }
  const said = (codes: readonly string[], words: RegExp) => codes.includes(String(code)) || words.test(error.message)
  if (said(['ENOSPC', 'EDQUOT', '53100'], /no space left on device|disk quota exceeded|check free disk space/i)) {
    return new UserError('The disk is full.', { where, fix: 'Free some space (a new database needs about 100 MB) and start Onsite again.' })
  }
  if (said(['EROFS'], /read-only file system/i)) {
    return new UserError('The disk is read-only.', { where, fix: 'Set ONSITE_HOME to a folder that may be written.' })
  }
  if (said(['EACCES', 'EPERM'], /permission denied/i)) {
    return new UserError(`The folder may not be used: ${error.message}`, { where, fix: 'Set ONSITE_HOME to a folder of yours.' })
  }
  if (said(['EEXIST', 'ENOTDIR'], /not a directory/i)) {
    return new UserError('That is not a folder.', { where, fix: 'Set ONSITE_HOME to a folder, or to a name that is free.' })
  }
  return undefined
}
