/** Something a person can mend. Everything else that is thrown is a bug. */
export class UserError extends Error {
  /** The place: a file and line, a field, a command. */
  readonly where: string
  /** The remedy. */
  readonly fix: string

  constructor(message: string, { where, fix }: { readonly where: string; readonly fix: string }) {
    super(message)
    this.name = 'UserError'
    this.where = where
    this.fix = fix
  }
}
